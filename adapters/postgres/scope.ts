/**
 * Whose eyes a query uses. Row-level security reads the actor and the moment from two settings of
 * the transaction; without them it shows nothing. `everything` is for rules that must not depend
 * on what the actor may see, and never for an answer.
 */
import type { PoolClient, QueryResultRow } from 'pg';
import type { Instant } from '../../core/common/calendar-date.ts';
import { invariant } from '../../core/common/invariant.ts';
import type { Actor } from '../../server/ports/acts.ts';

export interface Queryable {
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

const UUID = /^[0-9a-f-]{36}$/;

function settingOf(actor: Actor | 'everything'): string {
  if (actor === 'everything' || actor.kind !== 'person') return 'system';
  invariant(UUID.test(actor.personId), 'an actor is a person by id');
  return actor.personId;
}

/** One connection inside a transaction, changing eyes only when a query needs others. */
export class ScopedConnection {
  #client: PoolClient;
  #now: Instant;
  #current = '';

  constructor(client: PoolClient, now: Instant) {
    this.#client = client;
    this.#now = now;
  }

  as(actor: Actor | 'everything'): Queryable {
    const wanted = settingOf(actor);
    return {
      query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => {
        await this.#look(wanted);
        return (await this.#client.query<Row>(text, values as unknown[])).rows;
      },
    };
  }

  async #look(wanted: string): Promise<void> {
    if (this.#current === wanted) return;
    this.#current = wanted;
    await this.#client.query(
      `SELECT set_config('niemphong.actor', '${wanted}', true),
              set_config('niemphong.now', '${this.#now}', true)`,
    );
  }
}
