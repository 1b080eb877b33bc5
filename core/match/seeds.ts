/**
 * Seeds: the shortest row of three to six tokens from a place on that surprises enough by its
 * single words. Rare words make short seeds, which survive alterations; common ones make long
 * seeds. Both sides find the same seeds, as the rule looks at the row alone. Keys are 32 bits,
 * keyed by `salt`: without it those of guessed wording cannot be computed.
 */
import { grown } from './growth.ts';
import { mix } from './shingle.ts';

const LEAST_TOKENS = 3;
export const MOST_TOKENS = 6;
/** Bits of the single words that make a seed. */
const ENOUGH_BITS = 34;
const BASE = 0x2c1b3c6d;
const POWERS = [1];
for (let power = 1; power <= MOST_TOKENS; power++) {
  POWERS.push(Math.imul(POWERS[power - 1] as number, BASE));
}

export class Seeds {
  /** By place: the key of the seed that starts there and its tokens, 0 when there is none. */
  keys = new Uint32Array(1024);
  lengths = new Uint8Array(1024);
  private sums = new Int32Array(1024);

  /** Finds the seeds of a row of `count` ids. `weights`: bits of each token by itself. */
  find(ids: Uint16Array, count: number, { weights, salt }: SeedRule): void {
    this.keys = grown(this.keys, count);
    this.lengths = grown(this.lengths, count);
    this.sums = grown(this.sums, count + 1);
    const { keys, lengths, sums } = this;
    let end = 0;
    let bits = 0;
    let sum = 0;
    for (let at = 0; at < count; at++) {
      while (
        end < count &&
        (end - at < LEAST_TOKENS || (bits < ENOUGH_BITS && end - at < MOST_TOKENS))
      ) {
        const id = ids[end++] as number;
        bits += weights[id] as number;
        sum = (Math.imul(sum, BASE) + id) | 0;
        sums[end] = sum;
      }
      const length = end - at;
      if (bits < ENOUGH_BITS || length < LEAST_TOKENS) lengths[at] = 0;
      else {
        lengths[at] = length;
        const before = Math.imul(sums[at] as number, POWERS[length] as number);
        keys[at] = mix((sum - before) ^ salt);
      }
      bits -= weights[ids[at] as number] as number;
    }
  }
}

export type SeedRule = { readonly weights: Uint8Array; readonly salt: number };
