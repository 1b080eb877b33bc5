/** The port `Acts` on PostgreSQL: writing through the lane, reading in read-only snapshots. */
import type { Pool } from 'pg';
import { Fault } from '../../core/common/fault.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import type { Acts } from '../../server/ports/acts.ts';
import type { Clock } from '../../server/ports/clock.ts';
import type { Lane } from './lane.ts';
import { readersOf } from './readers.ts';
import { ScopedConnection } from './scope.ts';

export type ActsParts = {
  readonly lane: Lane;
  /** For reading. */
  readonly pool: Pool;
  readonly clock: Clock;
};

export function createActs({ lane, pool, clock }: ActsParts): Acts {
  return {
    perform: <Value>(...[actor, attempt, work]: Parameters<Acts['perform']>) =>
      new Promise<Outcome<Value>>((resolve, reject) => {
        lane.push({
          actor,
          verb: attempt.verb,
          subject: attempt.subject ?? {},
          work,
          // The outcome is that of `work`, whose value the caller's type parameter names.
          resolve: resolve as (outcome: Outcome<unknown>) => void,
          reject,
        });
      }),

    async read(actor, work) {
      const client = await pool.connect().catch((cause: unknown) => {
        throw new Fault('database-unavailable', 'no connection', { cause, retryable: true });
      });
      try {
        const connection = new ScopedConnection(client, clock.now());
        await connection.begin('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', actor);
        const value = await work(readersOf(connection.as(actor)));
        await client.query('COMMIT');
        client.release();
        return value;
      } catch (reason) {
        // Destroyed: whatever state the transaction is in must not reach the next reader.
        client.release(true);
        throw reason;
      }
    },
  };
}
