/**
 * A matcher: holds one shard of the documents in memory while the line to the house lasts, takes
 * texts from the queue, and answers with what they repeat, sealed to the house. It has nothing on a
 * disk, writes no word that it was given, and forgets everything when the vault is sealed.
 */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { CompareIndex, IndexRest } from '../../server/ports/compare-index.ts';
import type { LetterKey, Letters } from '../../server/ports/shards/letters.ts';
import type {
  Question,
  QueueAddress,
  TaskQueue,
} from '../../server/ports/shards/question-queue.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import { type Joined, joinHouse } from './house-reach.ts';
import type { Change, Hello, NotNow, Wish } from './membership.ts';
import { answerLabel, packFound, questionLabel, unpackAsked } from './messages.ts';
import type { LineAddress } from './wire.ts';

export type MatcherParts = {
  readonly address: LineAddress;
  readonly wish: Wish;
  readonly createIndex: (rest: IndexRest) => CompareIndex;
  readonly createLetters: (key: LetterKey) => Letters;
  readonly openTasks: (address: QueueAddress, hello: Hello) => Promise<TaskQueue>;
  /** Hears each change of its state. */
  readonly say: (state: MatcherState) => void;
  readonly report: (thrown: unknown) => void;
  readonly stop: AbortSignal;
};

export type MatcherState =
  | { readonly is: 'waiting'; readonly because: NotNow | 'no-house' }
  | { readonly is: 'filling' | 'ready'; readonly shard: number; readonly shards: number };

/** Asked for again while these are compared; each is an article or two of lease. */
const TAKEN_AT_ONCE = 32;
const AGAIN_MS = 1_000;
/** In a row; then it joins anew. */
const MOST_FAILURES = 60;

/** Counts the changes that came, and lets wait for one of them. */
class Changes {
  readonly #lost: AbortSignal;
  #reached = 0;
  #next = Promise.withResolvers<void>();

  constructor(lost: AbortSignal) {
    this.#lost = lost;
    lost.addEventListener('abort', () => this.#tell());
  }

  reach(number: number): void {
    this.#reached = Math.max(this.#reached, number);
    this.#tell();
  }

  async after(number: number): Promise<void> {
    while (this.#reached < number && !this.#lost.aborted) await this.#next.promise;
  }

  #tell(): void {
    this.#next.resolve();
    this.#next = Promise.withResolvers();
  }
}

type Shard = {
  readonly hello: Hello;
  readonly index: CompareIndex;
  readonly letters: Letters;
  readonly changes: Changes;
  readonly queue: TaskQueue;
};

async function answer(shard: Shard, { id, body }: Question): Promise<void> {
  const { hello, index, letters, changes, queue } = shard;
  const content = letters.open(questionLabel(id), body);
  // Of another opening of the vault: nobody waits for it.
  if (!content) return;
  const { text, among, after } = unpackAsked(content);
  await changes.after(after[hello.shard] ?? 0);
  const found = await index.find(text, among ? new Set(among) : undefined);
  await queue.answer(id, letters.seal(answerLabel(id, hello.shard), packFound(found)));
}

/** What cannot be answered is left: its lease runs out, and the house has an end of waiting. */
async function serve(shard: Shard, over: AbortSignal, report: MatcherParts['report']) {
  let failures = 0;
  while (!over.aborted) {
    const questions = await shard.queue.take(TAKEN_AT_ONCE).catch(async (reason: unknown) => {
      // What was filled stays filled while the engine starts anew.
      report(reason);
      failures += 1;
      if (failures > MOST_FAILURES) throw reason;
      await sleep(AGAIN_MS);
      return null;
    });
    if (!questions) continue;
    failures = 0;
    const answering: Promise<void>[] = [];
    for (const question of questions) {
      if (over.aborted) break;
      answering.push(
        answer(shard, question).catch((reason: unknown) => {
          if (!(reason instanceof VaultSealed)) report(reason);
        }),
      );
      // What comes down the line is heard between two texts.
      await turn();
    }
    await Promise.all(answering);
  }
}

async function hold(parts: MatcherParts, joined: Joined): Promise<void> {
  const { hello, source, rest, lost } = joined;
  const { shard, shards } = hello;
  const over = AbortSignal.any([lost, parts.stop]);
  const letters = parts.createLetters(hello.letterKey);
  const index = parts.createIndex(rest);
  const changes = new Changes(lost);
  const forget = (): void => {
    letters.forget();
    index.close();
  };
  lost.addEventListener('abort', forget);
  let queue: TaskQueue | null = null;
  try {
    index.open();
    changes.reach(hello.after);
    const take = ({ number, documentId, text, objectName }: Change): void => {
      if (!index.isOpen()) return;
      if (text === null) index.remove(documentId);
      else index.put(documentId, text, objectName);
      changes.reach(number);
    };
    joined.follow(take);
    parts.say({ is: 'filling', shard, shards });
    await index.fill(source);
    queue = await parts.openTasks(hello.queue, hello);
    await joined.ready();
    parts.say({ is: 'ready', shard, shards });
    await serve({ hello, index, letters, changes, queue }, over, parts.report);
  } finally {
    await queue?.close().catch(parts.report);
    joined.leave();
    forget();
  }
}

/** Runs until it is told to stop. Joins again whenever the line was lost. */
export async function runMatcher(parts: MatcherParts): Promise<void> {
  const { address, wish, say, report, stop } = parts;
  let last = '';
  while (!stop.aborted) {
    const joined = await joinHouse({ address, wish, report });
    if (joined && typeof joined === 'object') {
      last = '';
      await hold(parts, joined).catch((reason: unknown) => {
        if (!(reason instanceof VaultSealed)) report(reason);
      });
    } else {
      const because = joined ?? 'no-house';
      if (because !== last) say({ is: 'waiting', because });
      last = because;
    }
    await sleep(AGAIN_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}
