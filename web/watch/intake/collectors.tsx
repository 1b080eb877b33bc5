/** Each registered collector: its last parcel, and how its sources do. */
import { Button } from '@mantine/core';
import {
  type CollectorView,
  type SourceView,
  withdrawCollector,
} from '../../../contract/watch/intake.ts';
import { sourceProblem } from '../../../core/parcel/source-problem.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { FactList } from '../../ui/page/fact-list.tsx';
import { Section } from '../../ui/page/section.tsx';
import { StateBadge } from '../../ui/state/state-badge.tsx';
import { EmptyState } from '../../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import classes from '../watch.module.css';
import { intakeText } from './intake-text.ts';

const TONES = { new: 'quiet', good: 'done', failing: 'waiting', silent: 'alarm' } as const;
const LONG_MINUTES = 120;

function useSourceColumns(): readonly Column<SourceView>[] {
  const text = useText(intakeText);
  const apart = (minutes: number | null): string => {
    if (minutes === null) return '';
    if (minutes < LONG_MINUTES) return text.minutes(printNumber(minutes));
    return text.hours(printNumber(Math.round(minutes / 60)));
  };
  const why = (code: string | null): string => {
    const problem = code === null ? null : sourceProblem(code);
    return problem === null ? (code ?? '') : text.problems[problem];
  };
  return [
    { key: 'name', header: text.source, names: true, cell: ({ name }) => name },
    { key: 'kind', header: text.kind, cell: ({ kind }) => text.kinds[kind] },
    {
      key: 'state',
      header: text.state,
      cell: ({ state }) => <StateBadge state={state} tones={TONES} names={text.states} />,
    },
    {
      key: 'article',
      header: text.lastArticle,
      cell: ({ lastArticleAt }) => showMoment(lastArticleAt),
    },
    { key: 'usual', header: text.usual, cell: ({ usualMinutes }) => apart(usualMinutes) },
    { key: 'problem', header: text.problem, cell: ({ problem }) => why(problem) },
  ];
}

type CollectorProps = { readonly collector: CollectorView; readonly mayManage: boolean };

function Collector({ collector, mayManage }: CollectorProps) {
  const text = useText(intakeText);
  const columns = useSourceColumns();
  const { name, key, last, quiet, sources, withdrawnAt } = collector;
  const isTrusted = withdrawnAt === null;
  const withdraw = mayManage && isTrusted && <Withdraw collector={collector} />;
  const lastText = last
    ? text.lastParcel(String(last.number), showMoment(last.madeAt), showMoment(last.takenAt))
    : text.nothingYet;
  return (
    <Section title={name} actions={withdraw}>
      {quiet && (
        <p className={classes.hidden} role="alert">
          {text.quiet}
        </p>
      )}
      <FactList
        facts={[
          { name: text.key, value: <code>{key}</code> },
          { name: text.last, value: lastText },
          { name: text.state, value: isTrusted ? null : text.withdrawn(showMoment(withdrawnAt)) },
        ]}
      />
      {sources.length > 0 && (
        <DataTable
          caption={text.sources(name)}
          columns={columns}
          source={{ data: sources }}
          rowKey={(source) => source.name}
        />
      )}
    </Section>
  );
}

function Withdraw({ collector }: { readonly collector: CollectorView }) {
  const text = useText(intakeText);
  const dialog = useDialog();
  const act = useAct(withdrawCollector, dialog.finish);
  const { collectorId, name } = collector;
  return (
    <>
      <Button variant="default" size="xs" onClick={dialog.open}>
        {text.withdraw}
      </Button>
      <Confirm
        key={dialog.round}
        opened={dialog.opened}
        title={`${text.withdraw}: ${name}`}
        confirmLabel={text.withdraw}
        onConfirm={() => act.mutate({ params: { collectorId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{text.withdrawWhy}</p>
      </Confirm>
    </>
  );
}

type CollectorsProps = {
  readonly collectors: readonly CollectorView[];
  readonly mayManage: boolean;
};

export function Collectors({ collectors, mayManage }: CollectorsProps) {
  const text = useText(intakeText);
  if (collectors.length === 0) {
    return (
      <EmptyState title={text.noCollectors}>
        {text.noCollectorsWhy}{' '}
        <code className={classes.command}>npx niemphong collect init --state DIR</code>
      </EmptyState>
    );
  }
  return collectors.map((collector) => (
    <Collector key={collector.collectorId} {...{ collector, mayManage }} />
  ));
}
