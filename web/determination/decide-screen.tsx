/** The proposals that were put to me, the most pressing first. */
import { type InboxItem, inbox } from '../../contract/inbox.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { showDate } from '../text/moment.ts';
import { DocumentWordsOf } from '../ui/document/document-words.tsx';
import { Deadline } from '../ui/law/deadline.tsx';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { decideText } from './decide-text.ts';

type Waiting = InboxItem & { readonly line: NonNullable<InboxItem['line']> };

const isProposal = (item: InboxItem): item is Waiting =>
  item.kind === 'decide-proposal' && item.line !== null;

export function DecideScreen() {
  const text = useText(decideText);
  const { data, error, refetch } = useRead(inbox, {});
  const proposals = data?.items.filter(isProposal);
  const hasDue = proposals?.some(({ dueOn }) => dueOn !== null);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <DataTable<Waiting>
        caption={text.title}
        columns={useColumns().filter(({ key }) => key !== 'due' || hasDue)}
        source={{ data: proposals, error, refetch }}
        rowKey={({ line }) => line.documentId}
        href={({ line }) => `/decide/${line.documentId}`}
        empty={<EmptyState title={text.empty}>{text.emptyWhy}</EmptyState>}
      />
      {data?.more.includes('decide-proposal') && <p>{text.more}</p>}
    </>
  );
}

function useColumns(): readonly Column<Waiting>[] {
  const { column } = useText(decideText);
  return [
    {
      key: 'words',
      header: column.words,
      names: true,
      cell: ({ line }) => <DocumentWordsOf line={line} />,
    },
    {
      key: 'level',
      header: column.level,
      width: '8.5rem',
      cell: ({ line }) => line.level && <LevelMark level={line.level} />,
    },
    { key: 'drafter', header: column.drafter, width: '12rem', cell: ({ facts }) => facts.drafter },
    {
      key: 'proposedOn',
      header: column.proposedOn,
      width: '8rem',
      cell: ({ facts }) => showDate(String(facts.proposedOn)),
    },
    {
      key: 'due',
      header: column.due,
      width: '9rem',
      cell: ({ dueOn }) => dueOn && <Deadline due={dueOn} />,
    },
  ];
}
