/** Two threads with one index in shared memory against one thread, by the clock. */
import { Worker } from 'node:worker_threads';
import { share } from '../../core/match/image.ts';
import type { Matcher } from '../../core/match/matcher.ts';
import { percentile } from '../match-judge/clock.ts';
import type { Goal } from './goal.ts';
import type { ReaderTask } from './two-workers-reader.ts';

const ROUNDS = 5;
/** A round is long enough that a late start of a thread does not count. */
const PASSES = 4;
const READER = new URL('two-workers-reader.ts', import.meta.url);

/** The matcher is shared from here on and must not change any more. */
export async function twoWorkersGoal(
  matcher: Matcher,
  articles: readonly string[],
  what: string,
): Promise<Goal> {
  const shared = share(matcher.lasting());
  const task: ReaderTask = { shared, articles };
  const readers = [1, 2].map(() => new Worker(READER, { workerData: task }));
  const compare = (numbers: readonly number[], workers: number): Promise<number> =>
    inTurn(readers.slice(0, workers), numbers);
  const all = Array.from({ length: PASSES * articles.length }, (_, at) => at % articles.length);
  const ratios: number[] = [];
  try {
    await Promise.all(readers.map((reader) => inTurn([reader], all)));
    for (let round = 0; round < ROUNDS; round++) {
      const one = await compare(all, 1);
      ratios.push(one / (await compare(all, 2)));
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.terminate()));
  }
  const figure = percentile(ratios, 0.5);
  return {
    what: `two workers on one index, times as fast, ${what}`,
    figure,
    atLeast: 1.95,
    note: `median of ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}, by the clock`,
  };
}

const AT_ONCE = 64;

/** Hands the articles out in small lots, as readers get done; milliseconds. */
async function inTurn(readers: readonly Worker[], numbers: readonly number[]): Promise<number> {
  const begun = performance.now();
  let next = 0;
  await Promise.all(
    readers.map(async (reader) => {
      while (next < numbers.length) {
        const lot = numbers.slice(next, next + AT_ONCE);
        next += AT_ONCE;
        const done = new Promise((resolve) => reader.once('message', resolve));
        reader.postMessage(lot);
        await done;
      }
    }),
  );
  return performance.now() - begun;
}
