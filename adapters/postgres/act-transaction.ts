/**
 * One transaction of the lane. It opens with the first question to the database and holds acts
 * back until somebody reads or all are done: acts that find what they need in the lane's memory
 * are written together, by one statement that is its own transaction.
 */
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Frontier } from '../../core/ledger/frontier.ts';
import { type Deed, HeldActs } from './append.ts';
import type { Questions } from './connect.ts';
import { ScopedConnection } from './scope.ts';

export class ActTransaction {
  readonly #client: Questions;
  #held: HeldActs;
  #open = false;

  constructor(client: Questions, edge: Frontier) {
    this.#client = client;
    this.#held = new HeldActs(edge);
  }

  /** The tree's right edge once all is committed. */
  get edge(): Frontier {
    return this.#held.edge;
  }

  /** Whoever reads through this sees every act before. */
  connection(now: Instant): ScopedConnection {
    return new ScopedConnection(this.#client, now, () => this.#beforeReading());
  }

  async add(deed: Deed): Promise<void> {
    if (this.#held.hold(deed)) return;
    await this.#beforeReading();
    this.#held.hold(deed);
  }

  /**
   * Sends all at once, so that nothing of a later transaction comes between. A rejection by the
   * server means that nothing was done; any other leaves it unknown.
   */
  async commit(): Promise<void> {
    const sent: Promise<unknown>[] = [];
    if (!this.#held.isEmpty) sent.push(this.#write());
    if (this.#open) sent.push(this.#client.query('COMMIT'));
    this.#open = false;
    await Promise.all(sent);
  }

  async undo(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#client.query('ROLLBACK');
  }

  /** The opening statement, where it can travel with what comes next: round trips count. */
  async #beforeReading(): Promise<string> {
    if (!this.#open) {
      this.#open = true;
      if (this.#held.isEmpty) return 'BEGIN';
      await this.#client.query('BEGIN');
    }
    if (!this.#held.isEmpty) await this.#write();
    return '';
  }

  async #write(): Promise<void> {
    const held = this.#held;
    await held.write(this.#client);
    this.#held = new HeldActs(held.edge);
  }
}
