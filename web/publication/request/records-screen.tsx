/** The spokesperson's record: what was published where, newest first. */

import type { ResponseOf } from '../../../contract/endpoint.ts';
import { listRecords } from '../../../contract/publication/request.ts';
import { useRead } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { showMoment } from '../../text/moment.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { EmptyState } from '../../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { Comparison } from './record-line.tsx';
import { requestText } from './request-text.ts';

type Line = ResponseOf<typeof listRecords>['records'][number];

export function RecordsScreen() {
  const text = useText(requestText);
  const columns = useColumns();
  const list = useRead(listRecords, {});
  return (
    <>
      <PageHeader
        title={text.book}
        lead={text.bookLead}
        back={{ href: '/publications', label: text.back }}
      />
      <DataTable
        caption={text.book}
        columns={columns}
        source={{ ...list, data: list.data?.records }}
        rowKey={({ recordId }) => recordId}
        href={({ request }) => `/publications/${request.requestId}`}
        empty={<EmptyState title={text.bookEmpty} />}
      />
    </>
  );
}

function useColumns(): readonly Column<Line>[] {
  const text = useText(requestText);
  return [
    { key: 'title', header: text.column.title, cell: ({ request }) => request.title, names: true },
    { key: 'outlet', header: text.record.outlet, width: '14rem', cell: ({ outlet }) => outlet },
    {
      key: 'at',
      header: text.record.day,
      width: '10rem',
      cell: ({ publishedAt }) => showMoment(publishedAt),
    },
    {
      key: 'same',
      header: text.comparison,
      width: '15rem',
      cell: (record) => <Comparison record={record} />,
    },
    {
      key: 'by',
      header: text.record.by,
      width: '12rem',
      cell: ({ recordedBy }) => recordedBy.name,
    },
  ];
}
