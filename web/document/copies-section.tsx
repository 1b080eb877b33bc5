/** Every numbered copy, where it is and since when; its holder hands it on or sends it out. */
import type { DocumentView } from '../../contract/access.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import type { CustodyState } from '../../core/copy/copy.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { showDate } from '../text/moment.ts';
import { against } from '../ui/document/may.ts';
import { Section } from '../ui/page/section.tsx';
import { StateBadge, type Tone } from '../ui/state/state-badge.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { CopyActions } from './copy-actions.tsx';
import { documentText } from './document-text.ts';

export type CopyLine = DocumentView['copies'][number];

const TONES = {
  held: 'active',
  sent: 'done',
  returned: 'quiet',
  destroyed: 'void',
  missing: 'alarm',
} as const satisfies Record<CustodyState, Tone>;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `01/12`, as the copy's own stamp writes it; of what was copied `01`. */
export const copyNumber = ({ kind, number, of }: CopyLine): string =>
  kind === 'original' ? `${twoDigits(number)}/${twoDigits(of)}` : twoDigits(number);

export function CopiesSection({ view }: { readonly view: DocumentView }) {
  const text = useText(documentText);
  const me = useViewer().personId;
  const refusals = (copy: CopyLine): readonly Refusal[] => {
    const elsewhere = copy.holderId !== null && copy.holderId !== me;
    const held: readonly Refusal[] = elsewhere
      ? [{ code: 'copy-not-held', facts: { copy: copy.number } }]
      : [];
    return [...against(view, 'hand-over'), ...held];
  };
  return (
    <Section title={text.copies}>
      <DataTable<CopyLine>
        caption={text.copies}
        source={{ data: view.copies }}
        rowKey={({ copyId }) => copyId}
        empty={<EmptyState title={text.noCopies}>{text.noCopiesWhy}</EmptyState>}
        columns={[
          {
            key: 'number',
            header: text.copy.number,
            names: true,
            width: '5.5rem',
            cell: (copy) =>
              copy.kind === 'original'
                ? copyNumber(copy)
                : `${copyNumber(copy)}, ${text.copyKind[copy.kind]}`,
          },
          {
            key: 'state',
            header: text.copy.state,
            cell: ({ state }) => <StateBadge state={state} tones={TONES} names={text.custody} />,
          },
          {
            key: 'holder',
            header: text.copy.holder,
            cell: ({ holder, since }) =>
              [holder, since && showDate(since)].filter(Boolean).join(', '),
          },
          {
            key: 'act',
            header: text.copy.act,
            cell: (copy) =>
              copy.state === 'held' && (
                <CopyActions line={view.line} copy={copy} refusals={refusals(copy)} />
              ),
          },
        ]}
      />
    </Section>
  );
}
