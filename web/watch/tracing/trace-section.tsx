/** Which copies contain the leaked passage, who had them, and what such a list cannot say. */
import { Button } from '@mantine/core';
import { type TracedCopyView, type TraceView, traceCopies } from '../../../contract/watch/trace.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { Section } from '../../ui/page/section.tsx';
import { ErrorState } from '../../ui/state/whole-states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import classes from '../watch.module.css';
import { traceText } from './trace-text.ts';

export function TraceSection({ matchId }: { readonly matchId: string }) {
  const text = useText(traceText);
  const act = useAct(traceCopies);
  return (
    <Section title={text.title}>
      <p className={classes.facts}>{text.lead}</p>
      {act.data ? (
        <TraceResult traced={act.data} />
      ) : (
        <Button
          variant="default"
          loading={act.isPending}
          onClick={() => act.mutate({ params: { matchId } })}
        >
          {text.act}
        </Button>
      )}
      {act.error && <ErrorState error={act.error} />}
    </Section>
  );
}

function TraceResult({ traced }: { readonly traced: TraceView }) {
  const text = useText(traceText);
  return (
    <>
      <DataTable<TracedCopyView>
        caption={text.caption}
        source={{ data: traced.copies }}
        rowKey={({ copyId }) => copyId}
        columns={[
          {
            key: 'copy',
            header: text.copy,
            width: '7rem',
            names: true,
            cell: ({ kind, number, of }) =>
              kind === 'original' ? `${number}/${of}` : text.madeCopy(String(number)),
          },
          { key: 'has', header: text.has, width: '14rem', cell: (copy) => <Has copy={copy} /> },
          {
            key: 'own',
            header: text.own,
            width: '14rem',
            cell: ({ own, ownRepeated }) =>
              own === 0 ? text.none : text.ownCount(printNumber(ownRepeated), printNumber(own)),
          },
          { key: 'hands', header: text.hands, cell: (copy) => <Hands copy={copy} /> },
        ]}
      />
      <Readings traced={traced} />
      <div className={classes.limits}>
        <strong>{text.limits}</strong>
        <ul>
          {traced.limits.map((limit) => (
            <li key={limit}>{text.limit[limit]}</li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Has({ copy }: { readonly copy: TracedCopyView }) {
  const text = useText(traceText);
  return (
    <>
      <strong>{text.traces[copy.trace]}</strong>
      <span className={classes.soft}>
        {' '}
        {text.share(printNumber(Math.round(copy.share * 100)))};{' '}
        {copy.hasVariant ? text.variant : text.whole}
      </span>
    </>
  );
}

function Hands({ copy }: { readonly copy: TracedCopyView }) {
  const text = useText(traceText);
  return (
    <ul className={classes.hands}>
      {copy.holdings.map(({ person, from, until }) => (
        <li key={`${from} ${person?.personId}`}>
          {person?.name ?? text.outside},{' '}
          {until ? text.until(showMoment(from), showMoment(until)) : text.from(showMoment(from))}
        </li>
      ))}
    </ul>
  );
}

function Readings({ traced }: { readonly traced: TraceView }) {
  const text = useText(traceText);
  if (traced.readings.length === 0) return null;
  return (
    <>
      <h3 className={classes.small}>{text.readings}</h3>
      <DataTable
        caption={text.readings}
        source={{ data: traced.readings }}
        rowKey={({ person }) => person.personId}
        columns={[
          { key: 'who', header: text.reader, names: true, cell: ({ person }) => person.name },
          { key: 'times', header: text.times, width: '7rem', cell: ({ times }) => times },
          {
            key: 'first',
            header: text.first,
            width: '11rem',
            cell: ({ firstAt }) => showMoment(firstAt),
          },
          {
            key: 'last',
            header: text.last,
            width: '11rem',
            cell: ({ lastAt }) => showMoment(lastAt),
          },
        ]}
      />
    </>
  );
}
