/** One record of the spokesperson: where, when, by whom, and whether it is what was cleared. */
import type { PublicationRecord } from '../../../contract/publication/request.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { InAppLink } from '../../ui/page/in-app-link.tsx';
import classes from './request.module.css';
import { requestText } from './request-text.ts';

export function Comparison({ record }: { readonly record: PublicationRecord }) {
  const text = useText(requestText);
  const { comparison, removedWords, addedWords } = record;
  const isSame = comparison === 'same';
  return (
    <span className={isSame ? classes.same : classes.differs}>
      {isSame
        ? text.record.same
        : text.record.differs(printNumber(removedWords), printNumber(addedWords))}
    </span>
  );
}

type LineProps = { readonly record: PublicationRecord; readonly requestId: string };

export function RecordLine({ record, requestId }: LineProps) {
  const text = useText(requestText);
  return (
    <li>
      <strong>{record.outlet}</strong>, {showMoment(record.publishedAt)}
      {record.url && (
        <>
          {' '}
          · <code>{record.url}</code>
        </>
      )}
      <br />
      <Comparison record={record} />{' '}
      {record.comparison === 'differs' && (
        <InAppLink href={`/publications/${requestId}/records/${record.recordId}`}>
          {text.record.see}
        </InAppLink>
      )}
      <br />
      <span className={classes.soft}>
        {text.record.by}: {text.said(record.recordedBy.name, showMoment(record.recordedAt))}
      </span>
    </li>
  );
}
