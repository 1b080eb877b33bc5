/** The matches as a table, walked with arrows or j and k, each opened by Enter. */
import { useRef } from 'react';
import type { QueueLine } from '../../contract/watch/watch.ts';
import type { MatchState } from '../../core/watch/verdict.ts';
import { useText } from '../text/catalogue.ts';
import { printNumber, showMoment } from '../text/moment.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { useLetterKeys } from '../ui/match/letter-keys.ts';
import { Score } from '../ui/match/score.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import {
  type Column,
  DataTable,
  type DataTableProps,
  type RowSource,
} from '../ui/table/data-table.tsx';
import { MATCH_TONES } from './match-looks.ts';
import { walkRows } from './walk-rows.ts';
import classes from './watch.module.css';
import { watchQueueText } from './watch-queue-text.ts';

export type MatchTableProps = {
  readonly state: MatchState;
  readonly source: RowSource<QueueLine>;
  readonly more: DataTableProps<QueueLine>['more'];
  readonly taken: number;
  readonly mayTake: boolean;
};

export function MatchTable({ state, source, more, taken, mayTake }: MatchTableProps) {
  const text = useText(watchQueueText);
  const table = useRef<HTMLDivElement>(null);
  const columns = useColumns();
  useLetterKeys({
    j: () => walkRows(table.current, 'ArrowDown'),
    k: () => walkRows(table.current, 'ArrowUp'),
  });
  return (
    <div ref={table}>
      <DataTable
        caption={`${text.title}: ${text.filters[state]}`}
        columns={columns}
        source={source}
        more={more}
        rowKey={({ matchId }) => matchId}
        href={({ matchId }) => `/watch/${matchId}`}
        empty={<EmptyQueue state={state} taken={taken} mayTake={mayTake} />}
      />
    </div>
  );
}

function useColumns(): readonly Column<QueueLine>[] {
  const text = useText(watchQueueText);
  return [
    {
      key: 'score',
      header: text.score,
      width: '9rem',
      cell: ({ score, bits }) => (
        <>
          {score !== null && <Score score={score} />}
          {bits !== null && (
            <span className={`${classes.soft} ${classes.story}`}>
              {text.bits(printNumber(bits))}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'level',
      header: text.level,
      width: '8rem',
      cell: ({ document }) => {
        if (!document) return <em className={classes.soft}>{text.levelHidden}</em>;
        return document.level && <LevelMark level={document.level} />;
      },
    },
    {
      key: 'article',
      header: text.article,
      cell: ({ article, bait }) => (
        <>
          {article.title ?? text.forgotten}
          {bait && <span className={classes.baitMark}>{text.bait}</span>}
        </>
      ),
      names: true,
    },
    {
      key: 'source',
      header: text.source,
      width: '12rem',
      cell: ({ article, story }) => (
        <>
          {article.source}
          {story.articles > 1 && (
            <span className={`${classes.soft} ${classes.story}`}>
              {text.story(story.articles, story.outlets)}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'captured',
      header: text.captured,
      width: '10rem',
      cell: ({ article }) => showMoment(article.capturedAt),
    },
    {
      key: 'state',
      header: text.state,
      width: '8rem',
      cell: ({ state }) => <StateBadge state={state} tones={MATCH_TONES} names={text.filters} />,
    },
  ];
}

type EmptyQueueProps = {
  readonly state: MatchState;
  readonly taken: number;
  readonly mayTake: boolean;
};

function EmptyQueue({ state, taken, mayTake }: EmptyQueueProps) {
  const text = useText(watchQueueText);
  if (taken > 0 && state !== 'open') return <EmptyState title={text.emptyOther} />;
  return (
    <EmptyState title={taken > 0 ? text.emptyOpen : text.noArticles}>
      <p>{mayTake ? text.how : text.howOther}</p>
      {mayTake && <code className={classes.command}>npx niemphong watch import FILE…</code>}
    </EmptyState>
  );
}
