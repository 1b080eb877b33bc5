/** Every incident, the open ones first. */
import { type IncidentLine, listIncidents } from '../../contract/incident.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { DocumentName } from '../ui/match/document-name.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { INCIDENT_TONES } from './incident-looks.ts';
import { incidentsText } from './incidents-text.ts';

const openFirst = (one: IncidentLine, other: IncidentLine): number =>
  Number(one.state === 'closed') - Number(other.state === 'closed') ||
  other.openedAt.localeCompare(one.openedAt);

export function IncidentsScreen() {
  const text = useText(incidentsText);
  const columns = useColumns();
  const list = useRead(listIncidents, {});
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <DataTable
        caption={text.title}
        columns={columns}
        source={{ ...list, data: list.data?.incidents.toSorted(openFirst) }}
        rowKey={({ incidentId }) => incidentId}
        href={({ incidentId }) => `/incidents/${incidentId}`}
        empty={
          <EmptyState title={text.empty}>
            <p>{text.emptyBody}</p>
            <InAppLink href="/watch">{text.toQueue}</InAppLink>
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): readonly Column<IncidentLine>[] {
  const text = useText(incidentsText);
  return [
    {
      key: 'incident',
      header: text.kind,
      width: '15rem',
      cell: ({ kind, openedAt }) => text.opened(text.kinds[kind], showMoment(openedAt)),
      names: true,
    },
    {
      key: 'document',
      header: text.document,
      cell: ({ document }) => <DocumentName line={document} />,
    },
    { key: 'source', header: text.source, width: '12rem', cell: ({ source }) => source },
    { key: 'by', header: text.by, width: '12rem', cell: ({ openedBy }) => openedBy.name },
    {
      key: 'state',
      header: text.state,
      width: '9rem',
      cell: ({ state }) => <StateBadge state={state} tones={INCIDENT_TONES} names={text.states} />,
    },
  ];
}
