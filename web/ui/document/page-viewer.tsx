/**
 * The content, one page at a time and as a picture. Every fetch is a recorded reading, so nothing
 * is fetched before the person asks, nothing is kept, and going back asks again.
 */
import { IconEye } from '@tabler/icons-react';
import { type DocumentView, readPage } from '../../../contract/access.ts';
import { apiBytes } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { GuardedButton } from '../state/guarded-button.tsx';
import { EmptyState, ErrorState } from '../state/whole-states.tsx';
import classes from './document-parts.module.css';
import { against } from './may.ts';
import { OpenPage } from './open-page.tsx';
import { readingText } from './reading-text.ts';
import { useReading } from './use-reading.ts';

export type PageViewerProps = { readonly view: DocumentView };

export function PageViewer({ view }: PageViewerProps) {
  const text = useText(readingText);
  const { content, line } = view;
  const { documentId } = line;
  const reading = useReading((page, signal) =>
    apiBytes(readPage, { params: { documentId, page } }, signal),
  );
  if (!content) return <EmptyState title={text.noContent}>{text.noContentHint}</EmptyState>;
  const pages = Math.max(1, content.pages);
  return (
    <div className="np-no-print">
      <p className={classes.recorded}>{text.recorded}</p>
      {reading.page === null ? (
        <div className={classes.closed}>
          <p>{text.closed(pages)}</p>
          <GuardedButton
            refusals={against(view, 'read')}
            onAct={() => reading.open(1)}
            loading={reading.busy}
            leftSection={<IconEye size={18} aria-hidden />}
          >
            {text.openFirst}
          </GuardedButton>
        </div>
      ) : (
        <OpenPage reading={reading} page={reading.page} pages={pages} />
      )}
      {reading.error !== null && <ErrorState error={reading.error} />}
    </div>
  );
}
