/**
 * The lane of acts: everything that changes state goes through one connection, one act after the
 * other, each under a savepoint, several in one transaction when several wait (group commit).
 *
 * Crash argument: an answer is given only after COMMIT returned, so an acknowledged act is on
 * disk together with its entry. When COMMIT fails the outcome is unknown: every act of the batch
 * gets a Fault, and the tree's right edge is read anew before the next batch. An advisory lock of
 * the connection keeps a second process out of the same ledger.
 */
import type { Pool, PoolClient } from 'pg';
import { dateInHanoi } from '../../core/common/calendar-date.ts';
import { Fault } from '../../core/common/fault.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Frontier } from '../../core/ledger/frontier.ts';
import type { Act, Actor, World } from '../../server/ports/acts.ts';
import type { Clock, Randomness } from '../../server/ports/clock.ts';
import { type Attempt, writeAct } from './append.ts';
import { loadFrontier } from './ledger.ts';
import { readersOf } from './readers.ts';
import { ScopedConnection } from './scope.ts';

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

type Settled = {
  readonly job: Job;
  readonly outcome?: Outcome<unknown>;
  readonly reason?: unknown;
};

export class Lane {
  readonly #parts: LaneParts;
  readonly #waiting: Job[] = [];
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

  async #runBatch(batch: readonly Job[]): Promise<void> {
    try {
      const client = await this.#connected();
      const settled = await this.#runAll(client, batch);
      await client.query('COMMIT');
      for (const { job, outcome, reason } of settled) {
        if (outcome) job.resolve(outcome);
        else job.reject(reason);
      }
    } catch (cause) {
      this.#forget();
      const fault = new Fault('database-failed', 'the transaction was not confirmed', {
        cause,
        retryable: true,
      });
      for (const job of batch) job.reject(fault);
    }
  }

  /**
   * A fault inside one act undoes that act only; a broken connection breaks the batch. Savepoint
   * and settings travel with the opening statement: each round trip counts.
   */
  async #runAll(client: PoolClient, batch: readonly Job[]): Promise<readonly Settled[]> {
    const settled: Settled[] = [];
    let opening = 'BEGIN; SAVEPOINT act';
    for (const job of batch) {
      const connection = new ScopedConnection(client, this.#parts.clock.now());
      await connection.begin(opening, job.actor);
      const before = this.#frontier;
      try {
        settled.push({ job, outcome: await this.#runOne(client, connection, job) });
      } catch (reason) {
        this.#frontier = before;
        settled.push({ job, reason });
        await client.query('ROLLBACK TO SAVEPOINT act');
      }
      opening = 'RELEASE SAVEPOINT act; SAVEPOINT act';
    }
    return settled;
  }

  async #runOne(
    client: PoolClient,
    connection: ScopedConnection,
    job: Job,
  ): Promise<Outcome<unknown>> {
    const { now } = connection;
    const outcome = await job.work({
      now,
      today: dateInHanoi(now),
      mine: readersOf(connection.as(job.actor)),
      all: readersOf(connection.as('everything')),
      newId: <Id extends string>() => this.#parts.randomness.id() as Id,
    });
    this.#frontier = await writeAct(client, {
      frontier: this.#edge(),
      now,
      actor: job.actor,
      attempt: job,
      outcome,
      salt: () => this.#parts.randomness.bytes(16),
    });
    return outcome.ok ? permit(outcome.value.value) : outcome;
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
  }
}
