/** What was published beside what was cleared, word for word. */
import { useParams } from '@tanstack/react-router';
import { viewDifference } from '../../../contract/publication/request.ts';
import { useRead } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Loaded } from '../../ui/state/loaded.tsx';
import { RecordLine } from './record-line.tsx';
import classes from './request.module.css';
import { requestText } from './request-text.ts';
import { WordChanges } from './word-changes.tsx';

export function DifferenceScreen() {
  const params = useParams({ from: '/frame/publications/$requestId/records/$recordId' });
  const text = useText(requestText);
  const view = useRead(viewDifference, { params }, { recorded: true });
  return (
    <>
      <PageHeader
        title={text.difference}
        lead={text.differenceLead}
        back={{ href: `/publications/${params.requestId}`, label: text.back }}
      />
      <Loaded query={view}>
        {({ record, changes }) => (
          <>
            <ul className={classes.records}>
              <RecordLine record={record} requestId={params.requestId} />
            </ul>
            <WordChanges changes={changes} />
          </>
        )}
      </Loaded>
    </>
  );
}
