/** One of the threads of `niemphong match --workers`: compares articles with the shared index. */
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../core/common/invariant.ts';
import { adopt, type SharedEngine } from '../core/match/image.ts';
import { createMatcher } from '../core/match/matcher.ts';
import { type Line, linesOf } from './match-lines.ts';

export type WorkerTask = { readonly shared: SharedEngine; readonly why: boolean };

const { shared, why } = workerData as WorkerTask; // what `match-workers.ts` starts it with
const port = parentPort;
invariant(port, 'this file runs as a thread');

const matcher = createMatcher();
adopt(matcher.lasting(), shared);
port.on('message', (articles: readonly Line[]) => {
  port.postMessage(articles.map((article) => linesOf(matcher, article, why)).join(''));
});
