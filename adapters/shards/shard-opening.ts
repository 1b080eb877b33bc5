/**
 * The documents over several matchers, from one opening of the vault to its sealing. A question
 * goes to every shard through the queue and is answered when all have; changes of documents go to
 * the matchers on their lines, and a question says which of them its answer must know.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../core/common/fault.ts';
import type {
  IndexMatch,
  IndexRest,
  StoredText,
  TextSource,
} from '../../server/ports/compare-index.ts';
import type { LetterKey, Letters } from '../../server/ports/shards/letters.ts';
import type {
  Answered,
  QuestionQueue,
  QueueAddress,
} from '../../server/ports/shards/question-queue.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import type { Change, Member, NotNow, Reach, Wish } from './membership.ts';
import { answerLabel, packAsked, questionLabel, unpackFound } from './messages.ts';
import { shardOf } from './shard-of.ts';

export type OpenedQueue = { readonly queue: QuestionQueue; readonly address: QueueAddress };

export type ShardedParts = {
  readonly shards: number;
  /** Of the house's own engine: a matcher of another would find less, and nobody would notice. */
  readonly mark: string;
  readonly openQueue: (plan: {
    readonly shards: number;
    readonly leaseMs: number;
  }) => Promise<OpenedQueue>;
  readonly newLetterKey: () => LetterKey;
  readonly createLetters: (key: LetterKey) => Letters;
  readonly restOf: (shard: number) => IndexRest;
  readonly newId: () => string;
  readonly report: (thrown: unknown) => void;
  /** Shorter in tests of these limits. */
  readonly leaseMs?: number;
  readonly matchersWithinMs?: number;
  readonly answerWithinMs?: number;
};

const LEASE_MS = 30_000;
/** A shard that nobody holds: so long it is waited for. */
const MATCHERS_WITHIN_MS = 60_000;
/** Several leases: matchers may die over one text. */
const ANSWER_WITHIN_MS = 150_000;
const AGAIN_MS = 1_000;

type Pending = PromiseWithResolvers<readonly Uint8Array[]>;
type Seat = { readonly shard: number; readonly reach: Reach; ready: boolean };
const unavailable = (message: string): Fault =>
  new Fault('matching-unavailable', message, { retryable: true });

export class ShardOpening {
  readonly #parts: ShardedParts;
  readonly #key: LetterKey;
  readonly #letters: Letters;
  readonly #queue: Promise<OpenedQueue>;
  readonly #pending = new Map<string, Pending>();
  readonly #seats = new Set<Seat>();
  /** Shards that took questions at least once since the last list of public wording. */
  readonly #filled = new Set<number>();
  readonly #changes: number[];
  readonly #source = Promise.withResolvers<TextSource<StoredText>>();
  #seatChange = Promise.withResolvers<void>();
  #closed = false;
  readonly #ended: Promise<void>;

  /** `former`: the queue of an earlier opening is closed. */
  constructor(parts: ShardedParts, former: Promise<void>) {
    this.#parts = parts;
    this.#key = parts.newLetterKey();
    // A copy of its own: both are overwritten on sealing.
    this.#letters = parts.createLetters({ ...this.#key, key: this.#key.key.slice() });
    this.#changes = Array.from({ length: parts.shards }, () => 0);
    this.#queue = former.then(() => this.#openQueue());
    this.#queue.catch(() => undefined); // only when sealed meanwhile
    this.#ended = this.#serveAnswers();
  }

  /** When it resolves, the queue is closed. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  async find(text: string, among?: ReadonlySet<string>): Promise<readonly IndexMatch[]> {
    this.#mustBeOpen();
    const id = this.#parts.newId();
    const asked = { text, among: among ? [...among] : null, after: [...this.#changes] };
    const body = this.#letters.seal(questionLabel(id), packAsked(asked));
    const pending: Pending = Promise.withResolvers();
    pending.promise.catch(() => undefined); // met below
    this.#pending.set(id, pending);
    const withinMs = this.#parts.answerWithinMs ?? ANSWER_WITHIN_MS;
    const late = setTimeout(() => {
      pending.reject(unavailable(`no answer of all ${this.#parts.shards} shards in time`));
    }, withinMs);
    this.#queue.then(({ queue }) => queue.ask({ id, body })).catch(pending.reject);
    try {
      return this.#joined(id, await pending.promise);
    } catch (reason) {
      if (!this.#closed) this.#queue.then(({ queue }) => queue.forget([id])).catch(this.#report);
      throw reason;
    } finally {
      clearTimeout(late);
      this.#pending.delete(id);
    }
  }

  async fill<Text extends StoredText>(source: TextSource<Text>, anew?: 'anew'): Promise<void> {
    this.#source.resolve(source as unknown as TextSource<StoredText>); // It loads what it listed.
    if (anew) this.#endMemberships();
    const patience = this.#parts.matchersWithinMs ?? MATCHERS_WITHIN_MS;
    let until = performance.now() + patience;
    while (this.#filled.size < this.#parts.shards) {
      this.#mustBeOpen();
      const held = new Set([...this.#seats].map(({ shard }) => shard));
      // One that is being filled may take its time.
      if (held.size === this.#parts.shards) until = performance.now() + patience;
      const left = until - performance.now();
      if (left <= 0)
        throw unavailable(`only ${held.size} of ${this.#parts.shards} shards are held`);
      await this.#seatChanged(Math.min(left, AGAIN_MS));
    }
    this.#mustBeOpen();
  }

  change(documentId: string, text: string | null, objectName: string): void {
    this.#mustBeOpen();
    const shard = shardOf(documentId, this.#parts.shards);
    const number = (this.#changes[shard] ?? 0) + 1;
    this.#changes[shard] = number;
    const change: Change = { number, documentId, text, objectName };
    for (const seat of this.#seats) if (seat.shard === shard) seat.reach.tell(change);
  }

  async join({ shard: wanted, mark }: Wish, reach: Reach): Promise<Member | NotNow> {
    const { shards, leaseMs = LEASE_MS } = this.#parts;
    if (mark !== this.#parts.mark) return 'other-engine';
    if (wanted !== null && !(wanted >= 0 && wanted < shards)) return 'no-such-shard';
    const opened = await this.#queue.catch(() => null);
    if (!opened || this.#closed) return 'sealed';
    const shard = wanted ?? this.#emptiest();
    const savesImage = ![...this.#seats].some((seat) => seat.shard === shard);
    const seat: Seat = { shard, reach, ready: false };
    this.#seats.add(seat);
    this.#tellSeats();
    const after = this.#changes[shard] ?? 0;
    return {
      hello: {
        shard,
        shards,
        after,
        letterKey: this.#key,
        queue: opened.address,
        leaseMs,
        savesImage,
      },
      list: () => this.#listOf(shard),
      listPublic: async () => (await this.#source.promise).listPublic(),
      load: async (text) => {
        const source = await this.#source.promise;
        this.#mustBeOpen();
        return source.load(text);
      },
      rest: this.#parts.restOf(shard),
      ready: () => {
        if (!this.#seats.has(seat)) return;
        seat.ready = true;
        this.#filled.add(shard);
        this.#tellSeats();
      },
      leave: () => {
        this.#seats.delete(seat);
        this.#tellSeats();
      },
    };
  }

  /** How many matchers of each shard take questions. */
  get held(): readonly number[] {
    const counts = this.#changes.map(() => 0);
    for (const { shard, ready } of this.#seats) if (ready) counts[shard] = (counts[shard] ?? 0) + 1;
    return counts;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#letters.forget();
    this.#key.key.fill(0);
    this.#source.promise.catch(() => undefined);
    this.#source.reject(new VaultSealed());
    for (const { reject } of this.#pending.values()) reject(new VaultSealed());
    this.#endMemberships();
  }

  /** Counted as a change, so that who has not heard of it yet answers no later question. */
  #endMemberships(): void {
    for (const [shard, changes] of this.#changes.entries()) this.#changes[shard] = changes + 1;
    this.#filled.clear();
    for (const { reach } of this.#seats) reach.end();
    this.#seats.clear();
    this.#tellSeats();
  }

  readonly #report = (reason: unknown): void => {
    if (!this.#closed) this.#parts.report(reason);
  };

  /** Until the engine is there: whoever asks meanwhile has an end of waiting. */
  async #openQueue(): Promise<OpenedQueue> {
    const { shards, leaseMs = LEASE_MS, openQueue } = this.#parts;
    for (;;) {
      this.#mustBeOpen();
      try {
        return await openQueue({ shards, leaseMs });
      } catch (reason) {
        this.#report(reason);
        await sleep(AGAIN_MS);
      }
    }
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new VaultSealed();
  }

  #emptiest(): number {
    const counts = this.#changes.map(() => 0);
    for (const { shard } of this.#seats) counts[shard] = (counts[shard] ?? 0) + 1;
    return counts.indexOf(Math.min(...counts));
  }

  #tellSeats(): void {
    this.#seatChange.resolve();
    this.#seatChange = Promise.withResolvers();
  }

  async #seatChanged(withinMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([this.#seatChange.promise, late]);
    clearTimeout(timer);
  }

  /** Listed after the seat was taken, so that no change falls between list and line. */
  async *#listOf(shard: number): AsyncGenerator<StoredText> {
    const source = await this.#source.promise;
    for await (const text of source.list()) {
      this.#mustBeOpen();
      if (shardOf(text.documentId, this.#parts.shards) === shard) yield text;
    }
  }

  #joined(id: string, answers: readonly Uint8Array[]): readonly IndexMatch[] {
    this.#mustBeOpen();
    const found = answers.flatMap((sealed, shard) => {
      const content = this.#letters.open(answerLabel(id, shard), sealed);
      if (!content) throw unavailable(`the answer of shard ${shard + 1} is not of this house`);
      return unpackFound(content);
    });
    return found.sort((one, other) => one.articleStart - other.articleStart);
  }

  async #serveAnswers(): Promise<void> {
    const opened = await this.#queue.catch(() => null);
    if (!opened) return;
    const { queue } = opened;
    while (!this.#closed) {
      try {
        await this.#settle(queue, await queue.collect());
      } catch (reason) {
        this.#report(reason);
        if (!this.#closed) await sleep(AGAIN_MS);
      }
    }
    // What is left is sealed under a key that is gone, and goes at the next opening at the latest.
    await queue.forget([...this.#pending.keys()]).catch(() => undefined);
    await queue.close().catch(this.#parts.report);
  }

  async #settle(queue: QuestionQueue, whole: readonly Answered[]): Promise<void> {
    for (const { id, answers } of whole) this.#pending.get(id)?.resolve(answers);
    await queue.forget(whole.map(({ id }) => id));
  }
}
