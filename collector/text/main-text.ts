/** Main text of pages, read in a thread with a bound on memory and time. */
import { Worker } from 'node:worker_threads';
import type { MainText, Question } from './main-text-worker.ts';

export type { MainText } from './main-text-worker.ts';

export type MainTextReader = {
  /** Null when the page took too long or too much. */
  read(html: string, options?: { readonly whole: boolean }): Promise<MainText | null>;
  close(): Promise<void>;
};

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 16 };
const DEFAULT_TIME_MS = 15_000;

export function createMainTextReader(timeMs = DEFAULT_TIME_MS): MainTextReader {
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const started = (): Worker => {
    if (worker) return worker;
    worker = new Worker(new URL('./main-text-worker.ts', import.meta.url), {
      resourceLimits: LIMITS,
    });
    // An exhausted thread says so and exits; its exit is what counts.
    worker.on('error', () => {});
    return worker;
  };

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  function readOne(question: Question): Promise<MainText | null> {
    const reader = started();
    return new Promise((resolve) => {
      const done = (found: MainText | null): void => {
        clearTimeout(timer);
        reader.off('message', done);
        reader.off('exit', fail);
        if (found) {
          resolve(found);
          return;
        }
        end().then(
          () => resolve(null),
          () => resolve(null),
        );
      };
      const fail = (): void => done(null);
      const timer = setTimeout(fail, timeMs);
      reader.on('message', done);
      reader.on('exit', fail);
      reader.postMessage(question);
    });
  }

  return {
    read(html, { whole } = { whole: false }) {
      const reading = turn.then(() => readOne({ html, whole }));
      turn = reading;
      return reading;
    },
    async close() {
      await turn;
      await end();
    },
  };
}
