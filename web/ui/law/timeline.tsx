/** What happened to a thing, in order, each act with its article and its ledger entry. */
import type { ReactNode } from 'react';
import type { Citation } from '../../../core/common/citation.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { InAppLink } from '../page/in-app-link.tsx';
import { CitationChip } from './citation-chip.tsx';
import { lawText } from './law-text.ts';
import classes from './timeline.module.css';

export type TimelineAct = {
  readonly key: string;
  /** ISO instant, as it comes off the wire. */
  readonly at: string;
  /** The act in words, for example "Xác định độ mật". */
  readonly title: string;
  /** Name and position of who did it. */
  readonly actor?: string | undefined;
  readonly detail?: ReactNode;
  readonly citation?: Citation | undefined;
  /** Index of the ledger entry that proves it. */
  readonly entryIndex?: number | undefined;
  readonly alarm?: boolean | undefined;
};

export function Timeline({ acts }: { readonly acts: readonly TimelineAct[] }) {
  const text = useText(lawText);
  if (acts.length === 0) return <p className={classes.none}>{text.noActs}</p>;
  return (
    <ol className={classes.acts} aria-label={text.timeline}>
      {acts.map((act) => (
        <Act key={act.key} act={act} />
      ))}
    </ol>
  );
}

function Act({ act }: { readonly act: TimelineAct }) {
  const text = useText(lawText);
  const { at, title, actor, detail, citation, entryIndex, alarm } = act;
  return (
    <li className={`${classes.act} ${alarm ? classes.alarm : ''}`}>
      <time className={classes.at} dateTime={at}>
        {showMoment(at)}
      </time>
      <div className={classes.body}>
        <p className={classes.title}>{title}</p>
        {actor && <p className={classes.actor}>{actor}</p>}
        {detail && <div className={classes.detail}>{detail}</div>}
        <p className={classes.proof}>
          {citation && <CitationChip citation={citation} />}
          {entryIndex !== undefined && (
            <InAppLink href={`/ledger?entry=${entryIndex}`}>
              {text.entry(printNumber(entryIndex))}
            </InAppLink>
          )}
        </p>
      </div>
    </li>
  );
}
