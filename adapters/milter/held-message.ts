/** One message while it arrives: its headers and body as bytes, within what may be held. */
import { createHash } from 'node:crypto';
import type { ByteBudget, UncheckedCode } from '../../server/ports/passing.ts';
import { BadPacket } from './packets.ts';

export type HeldBounds = { readonly budget: ByteBudget; readonly maxBytes: number };

export class HeldMessage {
  readonly #bounds: HeldBounds;
  #head: Buffer[] = [];
  #body: Buffer[] = [];
  #bytes = 0;
  #stop: UncheckedCode | null = null;

  constructor(bounds: HeldBounds) {
    this.#bounds = bounds;
  }

  /** Why it is not held whole; null while it is. */
  get stop(): UncheckedCode | null {
    return this.#stop;
  }

  /** The body of SMFIC_HEADER: name and value, each closed by a zero byte. */
  addHeader(field: Buffer): void {
    const nameEnd = field.indexOf(0);
    const valueEnd = field.indexOf(0, nameEnd + 1);
    const whole = nameEnd > 0 && valueEnd === field.length - 1;
    if (!whole) throw new BadPacket('a header without its two ends');
    const value = field.toString('latin1', nameEnd + 1, valueEnd).replace(/\r?\n/g, '\r\n');
    this.#hold(
      this.#head,
      Buffer.from(`${field.toString('latin1', 0, nameEnd)}: ${value}\r\n`, 'latin1'),
    );
  }

  addBody(chunk: Buffer): void {
    // A copy: the chunk is a view of a larger buffer that would stay in memory with it.
    this.#hold(this.#body, Buffer.from(chunk));
  }

  #hold(part: Buffer[], bytes: Buffer): void {
    if (this.#stop !== null || bytes.length === 0) return;
    const { maxBytes, budget } = this.#bounds;
    if (this.#bytes + bytes.length > maxBytes) this.#drop('too-large');
    else if (!budget.take(bytes.length)) this.#drop('not-now');
    else {
      this.#bytes += bytes.length;
      part.push(bytes);
    }
  }

  #drop(stop: UncheckedCode): void {
    this.release();
    this.#stop = stop;
  }

  /** Gives the memory back; the message is then empty. */
  release(): void {
    this.#bounds.budget.give(this.#bytes);
    [this.#head, this.#body, this.#bytes, this.#stop] = [[], [], 0, null];
  }

  whole(): Buffer {
    return Buffer.concat([...this.#head, Buffer.from('\r\n'), ...this.#body]);
  }

  bodySha256(): string {
    const hash = createHash('sha256');
    for (const chunk of this.#body) hash.update(chunk);
    return hash.digest('hex');
  }
}
