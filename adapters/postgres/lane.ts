/**
 * The lane of acts: everything that changes state goes through one connection, one act after the
 * other, several in one transaction when several wait (group commit). While one batch is being
 * confirmed the next is worked out on top of it: at most one is in flight.
 *
 * Crash argument: an answer is given only after the database confirmed, so an acknowledged act is
 * on disk together with its entry. When an act fails, nothing of its batch was kept, and nothing
 * of a batch on top of it can be, since its first entry is then not the next leaf; each act is run
 * anew in a transaction of its own, so that a fault undoes that act only. When the confirming
 * itself fails the outcome is unknown: every act of the batch gets a Fault, and the tree's right
 * edge is read anew. An advisory lock of the connection keeps a second process out of the ledger.
 */
import { DatabaseError, type Pool } from 'pg';
import { dateInHanoi } from '../../core/common/calendar-date.ts';
import { Fault } from '../../core/common/fault.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Frontier } from '../../core/ledger/frontier.ts';
import type { Act, Actor, World } from '../../server/ports/acts.ts';
import type { Clock, Randomness } from '../../server/ports/clock.ts';
import { ActTransaction } from './act-transaction.ts';
import type { Attempt } from './append.ts';
import { QueryLine } from './connect.ts';
import { LaneMemory } from './lane-memory.ts';
import { loadFrontier } from './ledger.ts';

export type Job = Attempt & {
  readonly actor: Actor;
  readonly work: (world: World) => Promise<Outcome<Act<unknown>>>;
  readonly resolve: (outcome: Outcome<unknown>) => void;
  readonly reject: (reason: unknown) => void;
};

export type LaneParts = {
  /** A pool of one connection, the lane's own. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly randomness: Randomness;
};

const MOST_ACTS_AT_ONCE = 64;
/** Fewer are not worth a confirmation of their own. */
const FEWEST_OF_MANY = 4;
const LEDGER_LOCK = 0x6e70_6c61;

/** `undone`: nothing of it was kept; else nobody knows. */
type Failure = { readonly reason: unknown; readonly undone: boolean };

type Flight = {
  readonly jobs: readonly Job[];
  /** The tree's edge that it started from. */
  readonly start: Frontier | null;
  /** False when an act failed before anything was sent to be confirmed. */
  readonly sent: boolean;
  /** Null when all is on disk and answered. */
  readonly landed: Promise<Failure | null>;
};

/** The database said no: whatever was sent was undone. A lost connection leaves it unknown. */
const isCertainlyUndone = (reason: unknown): boolean =>
  reason instanceof DatabaseError && reason.severity === 'ERROR';

export class Lane {
  readonly #parts: LaneParts;
  readonly #waiting: Job[] = [];
  readonly #memory = new LaneMemory();
  #client: QueryLine | null = null;
  #frontier: Frontier | null = null;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(parts: LaneParts) {
    this.#parts = parts;
  }

  push(job: Job): void {
    if (this.#closed) {
      job.reject(new Fault('database-unavailable', 'the lane of acts is closed'));
      return;
    }
    this.#waiting.push(job);
    this.#running ??= this.#drain();
  }

  /** Finishes what waits, then lets go of the connection. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    this.#client?.release();
    this.#client = null;
    await this.#parts.pool.end();
  }

  async #drain(): Promise<void> {
    let flying = null as Flight | null;
    do {
      // Let requests that arrive in this turn of the loop join the batch.
      await new Promise(setImmediate);
      const mayFollow = this.#waiting.length > 0 && flying?.sent !== false;
      const next = mayFollow ? await this.#send(this.#nextJobs()) : null;
      const failure = (await flying?.landed) ?? null;
      if (flying && failure) {
        await next?.landed;
        await this.#recover(flying, failure, next);
        flying = null;
      } else flying = next;
    } while (flying || this.#waiting.length > 0);
    this.#running = null;
  }

  /** Half of those who wait: the other half is worked out while these are confirmed. */
  #nextJobs(): readonly Job[] {
    const half = Math.ceil(this.#waiting.length / 2);
    return this.#waiting.splice(0, Math.min(MOST_ACTS_AT_ONCE, Math.max(FEWEST_OF_MANY, half)));
  }

  /** Works the jobs out and sends them to be confirmed; never throws. */
  async #send(jobs: readonly Job[]): Promise<Flight> {
    let transaction: ActTransaction | null = null;
    let start = this.#frontier;
    try {
      const client = await this.#connected();
      start = this.#edge();
      transaction = new ActTransaction(client, start);
      const outcomes = await this.#runAll(transaction, jobs);
      this.#frontier = transaction.edge;
      return { jobs, start, sent: true, landed: this.#land(transaction, jobs, outcomes) };
    } catch (reason) {
      await transaction?.undo().catch(() => this.#forget());
      const landed = Promise.resolve({ reason, undone: this.#client !== null });
      return { jobs, start, sent: false, landed };
    }
  }

  async #land(
    transaction: ActTransaction,
    jobs: readonly Job[],
    outcomes: readonly Outcome<unknown>[],
  ): Promise<Failure | null> {
    try {
      await transaction.commit();
    } catch (reason) {
      return { reason, undone: isCertainlyUndone(reason) };
    }
    jobs.forEach((job, n) => {
      const outcome = outcomes[n];
      if (outcome) job.resolve(outcome);
    });
    return null;
  }

  /** `next` was worked out on top of what failed: it failed too, and not by its own fault. */
  async #recover(flight: Flight, failure: Failure, next: Flight | null): Promise<void> {
    this.#goBack(flight);
    const following = next?.jobs ?? [];
    if (!failure.undone) this.#giveUp([...flight.jobs, ...following], failure.reason);
    else if (flight.jobs.length === 1) flight.jobs[0]?.reject(failure.reason);
    else for (const job of flight.jobs) await this.#runAlone(job);
    if (failure.undone) for (const job of following) await this.#runAlone(job);
  }

  async #runAlone(job: Job): Promise<void> {
    const flight = await this.#send([job]);
    const failure = await flight.landed;
    if (!failure) return;
    this.#goBack(flight);
    if (failure.undone) job.reject(failure.reason);
    else this.#giveUp([job], failure.reason);
  }

  #goBack({ start }: Flight): void {
    this.#frontier = start;
    this.#memory.forget();
  }

  #giveUp(jobs: readonly Job[], cause: unknown): void {
    this.#forget();
    const fault = new Fault('database-failed', 'the transaction was not confirmed', {
      cause,
      retryable: true,
    });
    for (const job of jobs) job.reject(fault);
  }

  async #runAll(
    transaction: ActTransaction,
    batch: readonly Job[],
  ): Promise<readonly Outcome<unknown>[]> {
    const outcomes: Outcome<unknown>[] = [];
    for (const job of batch) {
      const now = this.#parts.clock.now();
      const connection = transaction.connection(now);
      const outcome = await job.work({
        now,
        today: dateInHanoi(now),
        mine: this.#memory.readers(connection.as(job.actor)),
        all: this.#memory.readers(connection.as('everything')),
        newId: <Id extends string>() => this.#parts.randomness.id() as Id,
      });
      const salt = () => this.#parts.randomness.bytes(16);
      await transaction.add({ now, actor: job.actor, attempt: job, outcome, salt });
      if (outcome.ok) this.#memory.note(outcome.value.rows ?? []);
      outcomes.push(outcome.ok ? permit(outcome.value.value) : outcome);
    }
    return outcomes;
  }

  #edge(): Frontier {
    if (!this.#frontier) throw new Fault('ledger-unavailable', 'the ledger is not loaded');
    return this.#frontier;
  }

  async #connected(): Promise<QueryLine> {
    if (this.#client) return this.#client;
    const client = await this.#parts.pool.connect();
    // A lost server must not end the process; the next query reports it.
    client.on('error', () => {});
    const held = await client.query<{ held: boolean }>(
      `SELECT pg_try_advisory_lock(${LEDGER_LOCK}) AS held`,
    );
    if (!held.rows[0]?.held) {
      client.release(true);
      throw new Fault('ledger-unavailable', 'another process writes to this ledger');
    }
    this.#frontier = await loadFrontier(client);
    this.#client = new QueryLine(client);
    return this.#client;
  }

  #forget(): void {
    // Destroyed, not reused: its transaction and its lock go with it.
    this.#client?.release(true);
    this.#client = null;
    this.#frontier = null;
    this.#memory.forget();
  }
}
