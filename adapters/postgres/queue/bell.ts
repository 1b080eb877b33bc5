/**
 * Hears of new rows at once (LISTEN), so that nobody asks an empty table over and over. A ring that
 * was lost with its connection costs a short wait: who waits looks again after that time anyway.
 */
import type { Notification, Pool, PoolClient } from 'pg';

export type BellName = 'niemphong_question' | 'niemphong_answer';

export class Bell {
  readonly #pool: Pool;
  readonly #name: BellName;
  #client: PoolClient | null = null;
  #rings = 0;
  #wake: (() => void) | null = null;
  #closed = false;

  constructor(pool: Pool, name: BellName) {
    this.#pool = pool;
    this.#name = name;
  }

  /** To be read before looking; rings after that end the waiting at once. */
  get rings(): number {
    return this.#rings;
  }

  /** Until it rang after `rings`, at most so long. */
  async wait(rings: number, ms: number): Promise<void> {
    await this.#listen();
    if (this.#rings !== rings || this.#closed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  close(): void {
    this.#closed = true;
    this.#ring();
    this.#client?.release(true);
    this.#client = null;
  }

  #ring(): void {
    this.#rings += 1;
    this.#wake?.();
  }

  async #listen(): Promise<void> {
    if (this.#client || this.#closed) return;
    const client = await this.#pool.connect();
    const lost = (): void => {
      if (this.#client !== client) return;
      this.#client = null;
      client.release(true);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel }: Notification) => {
      if (channel === this.#name) this.#ring();
    });
    this.#client = client;
    await client.query(`LISTEN ${this.#name}`);
    // Rows may have come before anybody listened.
    this.#rings += 1;
  }
}
