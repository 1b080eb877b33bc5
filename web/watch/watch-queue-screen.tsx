/** The queue of the press watch: matches by state, and the way to bring articles in. */
import { Button } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import {
  listMatches,
  MATCH_STATES,
  type MatchQueue,
  type MatchState,
} from '../../contract/watch.ts';
import { useRead } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { printNumber } from '../text/moment.ts';
import { WhomToAsk } from '../ui/match/whom-to-ask.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { ImportArticles } from './import-articles.tsx';
import { MatchTable } from './match-table.tsx';
import classes from './watch.module.css';
import { watchQueueText } from './watch-queue-text.ts';

const FIRST_ROWS = 100;
const MOST_ROWS = 200;

/** The state is in the address, so that going back from a match finds the same rows. */
function useStateInAddress(): MatchState {
  const wanted = useRouterState({
    select: ({ location }) => new URLSearchParams(location.searchStr).get('state'),
  });
  return MATCH_STATES.find((state) => state === wanted) ?? 'open';
}

export function WatchQueueScreen() {
  const text = useText(watchQueueText);
  const { duties } = useViewer();
  const state = useStateInAddress();
  const [limit, setLimit] = useState(FIRST_ROWS);
  const [isTaking, setIsTaking] = useState(false);
  const queue = useRead(listMatches, { query: { state, limit } });
  const mayTake = duties.includes('watch-officer');
  const opensItself = queue.data?.articles.taken === 0;
  const isOpen = mayTake && (isTaking || opensItself);
  const actions = mayTake && !opensItself && (
    <Button aria-expanded={isOpen} onClick={() => setIsTaking(!isTaking)}>
      {text.take}
    </Button>
  );
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} actions={actions} />
      {isOpen && <ImportArticles onTake={() => setIsTaking(true)} />}
      <StateFilter state={state} />
      <Loaded query={queue}>
        {(loaded) => (
          <>
            <QueueFacts queue={loaded} />
            <MatchTable state={state} queue={loaded} mayTake={mayTake} />
            {loaded.more && limit < MOST_ROWS && (
              <p className={classes.more}>
                <Button variant="default" size="xs" onClick={() => setLimit(MOST_ROWS)}>
                  {text.more}
                </Button>
              </p>
            )}
            {loaded.more && limit === MOST_ROWS && <Notice>{text.cut}</Notice>}
          </>
        )}
      </Loaded>
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
    </nav>
  );
}

function QueueFacts({ queue }: { readonly queue: MatchQueue }) {
  const text = useText(watchQueueText);
  const { taken, matched } = queue.articles;
  const isSomeHidden = queue.matches.some(({ document }) => document === null);
  return (
    <>
      {taken > 0 && (
        <p className={classes.facts}>
          {text.taken(printNumber(taken), printNumber(matched))}
          {queue.matches.length > 0 && <span className={classes.keys}> {text.order}</span>}
        </p>
      )}
      {isSomeHidden && (
        <div className={classes.hidden}>
          <p className={classes.facts}>{text.someHidden}</p>
          <WhomToAsk ask={queue.ask} />
        </div>
      )}
    </>
  );
}
