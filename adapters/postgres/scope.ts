/**
 * Whose eyes a query uses. Row-level security reads the actor and the moment from two settings of
 * the transaction; without them it shows nothing. `everything` is for rules that must not depend
 * on what the actor may see, and never for an answer.
 */
import type { QueryResultRow } from 'pg';
import type { Instant } from '../../core/common/calendar-date.ts';
import { invariant } from '../../core/common/invariant.ts';
import type { Actor } from '../../server/ports/acts.ts';
import type { Questions } from './connect.ts';

export interface Queryable {
  /** The moment of these eyes. */
  readonly now: Instant;
  query<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

const UUID = /^[0-9a-f-]{36}$/;

function settingOf(actor: Actor | 'everything'): string {
  if (actor === 'everything' || actor.kind !== 'person') return 'system';
  invariant(UUID.test(actor.personId), 'an actor is a person by id');
  return actor.personId;
}

/** Each text is planned once per connection; texts are constants, so there are few of them. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}

/** One connection inside a transaction, changing eyes only when a query needs others. */
export class ScopedConnection {
  readonly now: Instant;
  readonly #client: Questions;
  readonly #before: () => Promise<string>;
  #current = '';

  /** `before` runs ahead of each query; what it returns opens the transaction. */
  constructor(client: Questions, now: Instant, before: () => Promise<string> = async () => '') {
    this.#client = client;
    this.now = now;
    this.#before = before;
  }

  as(actor: Actor | 'everything'): Queryable {
    const wanted = settingOf(actor);
    return {
      now: this.now,
      query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => {
        const opening = await this.#before();
        if (opening) await this.begin(opening, actor);
        else await this.#look(wanted);
        const query = { name: nameOf(text), text, values: values as unknown[] };
        return (await this.#client.query<Row>(query)).rows;
      },
    };
  }

  /** Opens the transaction with these eyes in one round trip. `begin`: the opening statement. */
  async begin(begin: string, actor: Actor | 'everything'): Promise<void> {
    this.#current = settingOf(actor);
    await this.#client.query(`${begin}; ${this.#settings()}`);
  }

  async #look(wanted: string): Promise<void> {
    if (this.#current === wanted) return;
    this.#current = wanted;
    await this.#client.query(this.#settings());
  }

  /** Both values are of closed form: a UUID or a word of ours, and an instant. */
  #settings(): string {
    return `SELECT set_config('niemphong.actor', '${this.#current}', true),
      set_config('niemphong.now', '${this.now}', true)`;
  }
}
