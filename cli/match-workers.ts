/**
 * Compares the articles of `niemphong match` in this thread, or in several that share one index in
 * memory. Results are written in the order of the articles, whoever is done first.
 */
import { Worker } from 'node:worker_threads';
import { share } from '../core/match/image.ts';
import type { Matcher } from '../core/match/matcher.ts';
import { type Line, linesOf } from './match-lines.ts';
import type { WorkerTask } from './match-worker.ts';

export type { Line } from './match-lines.ts';
export type Comparing = {
  /** A promise: take no further article before it is kept. */
  take(article: Line): Promise<void> | void;
  /** All is written when it resolves. */
  end(): Promise<void>;
  close(): Promise<void>;
};
type Settings = {
  readonly why: boolean;
  readonly workers: number;
  write(lines: string): void;
};

/** UTF-16 units of articles that go to a thread at once. */
const BATCH = 262_144;
/** Batches that a thread has before it: one at work, one ready. */
const AHEAD = 2;

/** With more than one worker the matcher is shared from here on: it must not be changed. */
export function compareWith(matcher: Matcher, settings: Settings): Comparing {
  if (settings.workers > 1) return new Workers(matcher, settings);
  return {
    take: (article) => settings.write(linesOf(matcher, article, settings.why)),
    end: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

class Workers implements Comparing {
  readonly #threads: readonly Thread[];
  readonly #write: (lines: string) => void;
  #batch: Line[] = [];
  #units = 0;
  /** Resolves when all batches handed out so far are written. */
  #written: Promise<void> = Promise.resolve();

  constructor(matcher: Matcher, { why, workers, write }: Settings) {
    const task = { shared: share(matcher.lasting()), why };
    this.#threads = Array.from({ length: workers }, () => new Thread(task));
    this.#write = write;
  }

  take(article: Line): Promise<void> | void {
    this.#batch.push(article);
    this.#units += article.text.length;
    if (this.#units >= BATCH) return this.#handOut();
  }

  async end(): Promise<void> {
    await this.#handOut();
    await this.#written;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #handOut(): Promise<void> {
    const batch = this.#batch;
    [this.#batch, this.#units] = [[], 0];
    const thread = this.#leastLoaded();
    const lines = thread.compare(batch);
    const before = this.#written;
    this.#written = before.then(async () => this.#write(await lines));
    // Whoever waits is told of a failure; until then it is no unhandled one.
    for (const told of [lines, this.#written]) told.catch(() => undefined);
    while (this.#leastLoaded().load >= AHEAD) await this.#oneDone();
  }

  #leastLoaded(): Thread {
    return this.#threads.reduce((one, other) => (other.load < one.load ? other : one));
  }

  async #oneDone(): Promise<void> {
    await Promise.race(this.#threads.map((thread) => thread.nextDone()));
  }
}

/** A thread and the batches it was given, which it answers in their order. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<string>[] = [];
  #failure: Error | null = null;

  constructor(task: WorkerTask) {
    this.#worker = new Worker(new URL('match-worker.ts', import.meta.url), { workerData: task });
    this.#worker.on('message', (lines: string) => this.#waiting.shift()?.resolve(lines));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a thread of match ended: ${code}`)));
  }

  get load(): number {
    return this.#waiting.length;
  }

  compare(articles: readonly Line[]): Promise<string> {
    const answer = Promise.withResolvers<string>();
    if (this.#failure) answer.reject(this.#failure);
    else {
      this.#waiting.push(answer);
      this.#worker.postMessage(articles);
    }
    return answer.promise;
  }

  nextDone(): Promise<unknown> {
    return this.#waiting[0]?.promise ?? Promise.resolve();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
