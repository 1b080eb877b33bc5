/**
 * Seeds: the shortest row of three to seven tokens that surprises enough by its single words. Rare
 * words make short seeds, which survive alterations; common ones make long seeds. A seed begins at
 * an anchor: a word at least as rare as the next one. Both sides find the same seeds, as the rule
 * looks at the row alone, and only half of the places are asked for. Keys are 32 bits, keyed by
 * `salt`: without it those of guessed wording cannot be computed.
 */
import { grown } from './growth.ts';
import { mix } from './shingle.ts';

const LEAST_TOKENS = 3;
export const MOST_TOKENS = 7;
const BASE = 0x2c1b3c6d;
const POWERS = new Int32Array(MOST_TOKENS + 1).fill(1);
for (let power = 1; power <= MOST_TOKENS; power++) {
  POWERS[power] = Math.imul(POWERS[power - 1] as number, BASE);
}

export type SeedRule = {
  /** By token: whole bits of it by itself, which is also how rare it is. */
  readonly weights: Uint8Array;
  readonly salt: number;
  /** Bits of the single words that make a seed. */
  readonly enough: number;
};

/** Odd: words of the same weight are put in an order of no meaning. */
const SPREAD = 0x79b1;

/** How rare a token is beside others, no two alike. */
export function rankOf(id: number, weight: number): number {
  return (weight << 16) + (Math.imul(id, SPREAD) & 0xffff);
}

/** The seeds of one row of tokens, in its order; `find` overwrites them. */
export class Seeds {
  count = 0;
  /** By seed: where its first token stands, its key, how many tokens it has and their bits. */
  places = new Int32Array(1024);
  keys = new Uint32Array(1024);
  lengths = new Uint8Array(1024);
  bits = new Uint8Array(1024);
  private sums = new Int32Array(1024);

  /** Finds the seeds of a row of `count` ids. */
  find(ids: Uint16Array, count: number, { weights, salt, enough }: SeedRule): void {
    this.makeRoom(count);
    const { places, keys, lengths, bits: seedBits, sums } = this;
    let end = 0;
    let bits = 0;
    let sum = 0;
    let found = 0;
    let weight = weights[ids[0] as number] as number;
    let rank = rankOf(ids[0] as number, weight);
    for (let at = 0; at + LEAST_TOKENS <= count; at++) {
      while (
        end < count &&
        (end - at < LEAST_TOKENS || (bits < enough && end - at < MOST_TOKENS))
      ) {
        const token = ids[end++] as number;
        bits += weights[token] as number;
        sum = (Math.imul(sum, BASE) + token) | 0;
        sums[end] = sum;
      }
      const first = weight;
      const firstRank = rank;
      const id = ids[at + 1] as number;
      weight = weights[id] as number;
      rank = rankOf(id, weight);
      if (firstRank >= rank && bits >= enough) {
        const length = end - at;
        const before = Math.imul(sums[at] as number, POWERS[length] as number);
        places[found] = at;
        keys[found] = mix((sum - before) ^ salt);
        lengths[found] = length;
        seedBits[found++] = bits;
      }
      bits -= first;
    }
    this.count = found;
  }

  private makeRoom(tokens: number): void {
    this.places = grown(this.places, tokens);
    this.keys = grown(this.keys, tokens);
    this.lengths = grown(this.lengths, tokens);
    this.bits = grown(this.bits, tokens);
    this.sums = grown(this.sums, tokens + 1);
  }
}
