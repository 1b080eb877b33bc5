/** A thread that compares the articles it is told with the shared index. */
import { parentPort, workerData } from 'node:worker_threads';
import { adopt, type SharedEngine } from '../../core/match/image.ts';
import { createMatcher } from '../../core/match/matcher.ts';

export type ReaderTask = { readonly shared: SharedEngine; readonly articles: readonly string[] };

const { shared, articles } = workerData as ReaderTask; // what `twoWorkersGoal` starts it with
const matcher = createMatcher();
adopt(matcher.lasting(), shared);
parentPort?.on('message', (numbers: readonly number[]) => {
  let found = 0;
  for (const number of numbers) found += matcher.find(articles[number] as string).length;
  parentPort?.postMessage(found);
});
