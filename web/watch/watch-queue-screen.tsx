/** The queue of the press watch: matches by state, and the way to bring articles in. */
import { Button, Group } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { listMatches, type MatchQueue } from '../../contract/watch/watch.ts';
import { MATCH_STATES, type MatchState } from '../../core/watch/verdict.ts';
import { usePages } from '../api/use-pages.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { printNumber } from '../text/moment.ts';
import { WhomToAsk } from '../ui/match/whom-to-ask.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { DeskKeys } from './desk-keys.tsx';
import { ImportArticles } from './import-articles.tsx';
import { MatchTable } from './match-table.tsx';
import classes from './watch.module.css';
import { watchQueueText } from './watch-queue-text.ts';

/** The state is in the address, so that going back from a match finds the same rows. */
function useStateInAddress(): MatchState {
  const wanted = useRouterState({
    select: ({ location }) => new URLSearchParams(location.searchStr).get('state'),
  });
  return MATCH_STATES.find((state) => state === wanted) ?? 'open';
}

/** The pages so far: each brings its lines, the first also the counts. */
function useQueue(state: MatchState) {
  return usePages({
    endpoint: listMatches,
    key: [state],
    request: (after: string | null) => ({ query: { state, ...(after && { after }) } }),
    rows: (page): readonly MatchQueue[] => [page],
    next: (page) => page.next,
  });
}

export function WatchQueueScreen() {
  const text = useText(watchQueueText);
  const { duties } = useViewer();
  const state = useStateInAddress();
  const [isTaking, setIsTaking] = useState(false);
  const { source, more } = useQueue(state);
  const taken = source.data?.[0]?.articles.taken;
  const mayTake = duties.includes('watch-officer');
  const opensItself = taken === 0;
  const isOpen = mayTake && (isTaking || opensItself);
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          <Group gap="xs">
            <DeskKeys />
            {mayTake && !opensItself && (
              <Button aria-expanded={isOpen} onClick={() => setIsTaking(!isTaking)}>
                {text.take}
              </Button>
            )}
          </Group>
        }
      />
      {isOpen && <ImportArticles onTake={() => setIsTaking(true)} />}
      <StateFilter state={state} />
      {source.data && <QueueFacts pages={source.data} />}
      <MatchTable
        state={state}
        source={{ ...source, data: source.data?.flatMap(({ matches }) => matches) }}
        more={more}
        taken={taken ?? 0}
        mayTake={mayTake}
      />
    </>
  );
}

function StateFilter({ state }: { readonly state: MatchState }) {
  const text = useText(watchQueueText);
  return (
    <nav className={classes.filters} aria-label={text.state}>
      {MATCH_STATES.map((each) => (
        <InAppLink
          key={each}
          href={`/watch?state=${each}`}
          className={classes.filter}
          aria-current={each === state ? 'page' : undefined}
        >
          {text.filters[each]}
        </InAppLink>
      ))}
      <span className={classes.apart}>
        <InAppLink href="/watch/wordings" className={classes.filter}>
          {text.wordings}
        </InAppLink>
        <InAppLink href="/watch/lists" className={classes.filter}>
          {text.lists}
        </InAppLink>
      </span>
    </nav>
  );
}

function QueueFacts({ pages }: { readonly pages: readonly MatchQueue[] }) {
  const text = useText(watchQueueText);
  const { taken, matched } = pages[0]?.articles ?? { taken: 0, matched: 0 };
  const matches = pages.flatMap((page) => page.matches);
  const hiding = pages.find((page) => page.matches.some(({ document }) => document === null));
  return (
    <>
      {taken > 0 && (
        <p className={classes.facts}>
          {text.taken(printNumber(taken), printNumber(matched))}
          {matches.length > 0 && <span className={classes.keys}> {text.order}</span>}
        </p>
      )}
      {hiding && (
        <div className={classes.hidden}>
          <p className={classes.facts}>{text.someHidden}</p>
          <WhomToAsk ask={hiding.ask} />
        </div>
      )}
    </>
  );
}
