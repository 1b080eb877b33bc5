/**
 * Who held a copy or read the document until the article was captured or the file was found: a
 * list, no accusation.
 */
import type { EvidenceView } from '../../contract/incident.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import classes from './incident.module.css';
import { incidentText } from './incident-text.ts';

type Knower = EvidenceView['holders'][number];

function sortOf({ articleId, found }: EvidenceView): 'article' | 'found' | 'picture' {
  if (articleId !== null) return 'article';
  return found ? 'found' : 'picture';
}

export function KnowersTable({ evidence }: { readonly evidence: EvidenceView }) {
  const text = useText(incidentText);
  const { holders, capturedAt } = evidence;
  const until = text.until[sortOf(evidence)](showMoment(capturedAt));
  const columns: readonly Column<Knower>[] = [
    { key: 'name', header: text.name, cell: ({ name }) => name, names: true },
    { key: 'way', header: text.way, width: '9rem', cell: ({ way }) => text.ways[way] },
    {
      key: 'first',
      header: text.first,
      width: '11rem',
      cell: ({ firstAt }) => showMoment(firstAt),
    },
    { key: 'last', header: text.last, width: '11rem', cell: ({ lastAt }) => showMoment(lastAt) },
  ];
  return (
    <div className={classes.knowers}>
      <h3 className={classes.subtitle}>{text.knowers}</h3>
      <p className={classes.noAccusation}>{text.noAccusation(until)}</p>
      <DataTable
        caption={text.knowers}
        columns={columns}
        source={{ data: holders }}
        rowKey={({ personId, way }) => `${personId} ${way}`}
        empty={<p className={classes.soft}>{text.noKnowers}</p>}
      />
    </div>
  );
}
