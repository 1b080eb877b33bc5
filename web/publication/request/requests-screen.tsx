/** Every request to publish that this person may see, newest first. */
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { listRequests, type RequestLine } from '../../../contract/publication/request.ts';
import { GENERAL_ACTION_RULES } from '../../../core/access/action.ts';
import { useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { showDate, showMoment } from '../../text/moment.ts';
import { InAppLink } from '../../ui/page/in-app-link.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { StateBadge } from '../../ui/state/state-badge.tsx';
import { EmptyState } from '../../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import classes from './request.module.css';
import { REQUEST_TONES } from './request-looks.ts';
import { requestText } from './request-text.ts';

export function RequestsScreen() {
  const text = useText(requestText);
  const columns = useColumns();
  const list = useRead(listRequests, { query: {} });
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} actions={<Ways />} />
      <DataTable
        caption={text.title}
        columns={columns}
        source={{ ...list, data: list.data?.requests }}
        rowKey={({ requestId }) => requestId}
        href={({ requestId }) => `/publications/${requestId}`}
        empty={<EmptyState title={text.empty}>{text.emptyBody}</EmptyState>}
      />
      {list.data?.more && <p className={classes.soft}>{text.more}</p>}
    </>
  );
}

function Ways() {
  const text = useText(requestText);
  const router = useRouter();
  const { duties } = useViewer();
  const askers: readonly string[] = GENERAL_ACTION_RULES['submit-publication'].duties;
  const mayAsk = duties.some((duty) => askers.includes(duty));
  return (
    <div className={classes.ways}>
      {mayAsk && (
        <Button onClick={() => router.history.push('/publications/new')}>{text.ask}</Button>
      )}
      <InAppLink href="/publications/records">{text.book}</InAppLink>
    </div>
  );
}

function useColumns(): readonly Column<RequestLine>[] {
  const text = useText(requestText);
  const { column } = text;
  return [
    { key: 'title', header: column.title, cell: ({ title }) => title, names: true },
    {
      key: 'medium',
      header: column.medium,
      width: '11rem',
      cell: (row) => text.medium[row.medium],
    },
    {
      key: 'submitter',
      header: column.submitter,
      width: '12rem',
      cell: ({ submitter }) => submitter.name,
    },
    {
      key: 'createdAt',
      header: column.createdAt,
      width: '10rem',
      cell: ({ createdAt }) => showMoment(createdAt),
    },
    {
      key: 'wantedOn',
      header: column.wantedOn,
      width: '8rem',
      cell: ({ wantedOn }) => showDate(wantedOn),
    },
    {
      key: 'state',
      header: column.state,
      width: '12rem',
      cell: ({ state }) => <StateBadge state={state} tones={REQUEST_TONES} names={text.state} />,
    },
  ];
}
