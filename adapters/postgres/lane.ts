/**
 * The lane of acts: everything that changes state goes through one connection, one act after the
 * other, several in one transaction when several wait (group commit).
 *
 * Crash argument: an answer is given only after the database confirmed, so an acknowledged act is
 * on disk together with its entry. When an act fails, nothing of its batch was kept: each is then
 * run anew in a transaction of its own, so that a fault undoes that act only. When the confirming
 * itself fails the outcome is unknown: every act of the batch gets a Fault, and the tree's right
 * edge is read anew. An advisory lock of the connection keeps a second process out of the ledger.
 */
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { dateInHanoi } from '../../core/common/calendar-date.ts';
import { Fault } from '../../core/common/fault.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Frontier } from '../../core/ledger/frontier.ts';
import type { Act, Actor, World } from '../../server/ports/acts.ts';
import type { Clock, Randomness } from '../../server/ports/clock.ts';
import { ActTransaction } from './act-transaction.ts';
import type { Attempt } from './append.ts';
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
const LEDGER_LOCK = 0x6e70_6c61;

/** The database said no: whatever was sent was undone. A lost connection leaves it unknown. */
const isCertainlyUndone = (reason: unknown): boolean =>
  reason instanceof DatabaseError && reason.severity === 'ERROR';

export class Lane {
  readonly #parts: LaneParts;
  readonly #waiting: Job[] = [];
  readonly #memory = new LaneMemory();
  #client: PoolClient | null = null;
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
    while (this.#waiting.length > 0) {
      // Let requests that arrive in this turn of the loop join the batch.
      await new Promise(setImmediate);
      await this.#runBatch(this.#waiting.splice(0, MOST_ACTS_AT_ONCE));
    }
    this.#running = null;
  }

  /** Resolves or rejects every job of the batch; never throws. */
  async #runBatch(batch: readonly Job[]): Promise<void> {
    let transaction: ActTransaction | null = null;
    let outcomes: readonly Outcome<unknown>[] = [];
    let confirming = false;
    try {
      const client = await this.#connected();
      transaction = new ActTransaction(client, this.#edge());
      outcomes = await this.#runAll(transaction, batch);
      confirming = true;
      await transaction.commit();
      this.#frontier = transaction.edge;
    } catch (reason) {
      await this.#undo(transaction);
      const undone = !confirming || isCertainlyUndone(reason);
      if (undone && this.#client) await this.#apart(batch, reason);
      else this.#giveUp(batch, reason);
      return;
    }
    batch.forEach((job, n) => {
      const outcome = outcomes[n];
      if (outcome) job.resolve(outcome);
    });
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

  /** Nothing of the batch was kept. One alone failed for its own reason. */
  async #apart(batch: readonly Job[], reason: unknown): Promise<void> {
    if (batch.length === 1) batch[0]?.reject(reason);
    else for (const job of batch) await this.#runBatch([job]);
  }

  #giveUp(batch: readonly Job[], cause: unknown): void {
    this.#forget();
    const fault = new Fault('database-failed', 'the transaction was not confirmed', {
      cause,
      retryable: true,
    });
    for (const job of batch) job.reject(fault);
  }

  async #undo(transaction: ActTransaction | null): Promise<void> {
    this.#memory.forget();
    await transaction?.undo().catch(() => this.#forget());
  }

  #edge(): Frontier {
    if (!this.#frontier) throw new Fault('ledger-unavailable', 'the ledger is not loaded');
    return this.#frontier;
  }

  async #connected(): Promise<PoolClient> {
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
    this.#client = client;
    return client;
  }

  #forget(): void {
    // Destroyed, not reused: its transaction and its lock go with it.
    this.#client?.release(true);
    this.#client = null;
    this.#frontier = null;
    this.#memory.forget();
  }
}
