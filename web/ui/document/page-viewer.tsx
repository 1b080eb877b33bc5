/**
 * The content, one page at a time and as a picture. Every fetch is a recorded reading, so nothing
 * is fetched before the person asks, nothing is kept, and going back asks again.
 */
import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconEye, IconEyeOff } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { DocumentView } from '../../../contract/access.ts';
import { useText } from '../../text/catalogue.ts';
import { GuardedButton } from '../state/guarded-button.tsx';
import { EmptyState, ErrorState } from '../state/whole-states.tsx';
import classes from './document-parts.module.css';
import { against } from './may.ts';
import { readingText } from './reading-text.ts';
import { type Reading, useReading } from './use-reading.ts';

export type PageViewerProps = { readonly view: DocumentView };

export function PageViewer({ view }: PageViewerProps) {
  const text = useText(readingText);
  const { content, line } = view;
  const reading = useReading(line.documentId);
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

type OpenPageProps = {
  readonly reading: Reading;
  readonly page: number;
  readonly pages: number;
};

function OpenPage({ reading, page, pages }: OpenPageProps) {
  const text = useText(readingText);
  const turn = (to: number) => to >= 1 && to <= pages && !reading.busy && reading.open(to);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    turn(page + step);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to the two buttons inside
    <div onKeyDown={onKeyDown}>
      <Group justify="space-between" gap="xs" className={classes.turns ?? ''}>
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            disabled={page <= 1 || reading.busy}
            onClick={() => turn(page - 1)}
          >
            {text.previous}
          </Button>
          <Button
            variant="default"
            size="xs"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            disabled={page >= pages || reading.busy}
            onClick={() => turn(page + 1)}
          >
            {text.next}
          </Button>
          <span role="status">{reading.busy ? text.opening : text.page(page, pages)}</span>
        </Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconEyeOff size={16} aria-hidden />}
          onClick={reading.close}
        >
          {text.close}
        </Button>
      </Group>
      {reading.address && (
        <img
          src={reading.address}
          alt={text.page(page, pages)}
          className={classes.picture}
          draggable={false}
          onContextMenu={(event) => event.preventDefault()}
        />
      )}
    </div>
  );
}
