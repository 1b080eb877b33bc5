/**
 * How many ordinary documents hold each pair and each triple of tokens: what the language model is
 * made of. A phrase counts once a document. Emptied when learning ends.
 */
import { ScratchSet } from '../key-set.ts';
import { mix } from '../shingle.ts';
import { maskNumber } from '../text/tokens.ts';
import { CountTable } from './count-table.ts';

export const pairKey = (first: number, second: number): number =>
  mix(Math.imul(first, 0x1f123bb5) ^ Math.imul(second, 0x5bd1e995) ^ 0x68bc21eb);
export const contextKey = (first: number, second: number): number =>
  mix(Math.imul(first, 0x27d4eb2f) ^ Math.imul(second, 0x165667b1) ^ 0x02e5be93);
export const tripleKey = (context: number, third: number): number =>
  mix(Math.imul(context, 0x3c6ef372) ^ Math.imul(third, 0x9e3779b1));

/** Two tokens in one word. */
const both = (first: number, second: number): number => ((first << 16) | second) >>> 0;

export class PhraseCounts {
  private readonly two = new CountTable();
  private readonly three = new CountTable();
  /** By token: how many pairs it begins, and how many it ends. */
  readonly begins = new Float64Array(65_536);
  readonly ends = new Float64Array(65_536);
  pairs = 0;
  private readonly once = new ScratchSet();

  get bytes(): number {
    return this.two.bytes + this.three.bytes + this.begins.byteLength + this.ends.byteLength;
  }

  /** Counts one document. */
  count(ids: Uint16Array): void {
    this.once.clear();
    let before = 0;
    let last = 0;
    for (const id of ids) {
      const token = maskNumber(id);
      if (last !== 0 && this.once.add(pairKey(last, token))) this.countPair(last, token);
      if (before !== 0 && this.once.add(tripleKey(contextKey(before, last), token))) {
        this.three.add(both(last, token), before, 1);
      }
      before = last;
      last = token;
    }
  }

  pairsOf(first: number, second: number): number {
    return this.two.get(both(first, second), 0);
  }

  eachPair(visit: (first: number, second: number, count: number) => void): void {
    this.two.each((pair, _, count) => visit(pair >>> 16, pair & 0xffff, count));
  }

  eachTriple(visit: (triple: readonly [number, number, number], count: number) => void): void {
    this.three.each((pair, before, count) => visit([before, pair >>> 16, pair & 0xffff], count));
  }

  /** How many triples each first pair of tokens begins. */
  contexts(): CountTable {
    const sums = new CountTable();
    this.three.each((pair, before, count) => sums.add(both(before, pair >>> 16), 0, count));
    return sums;
  }

  /** Gives the room back; `begins`, `ends` and `pairs` stay. */
  forgetPhrases(): void {
    this.two.clear();
    this.three.clear();
  }

  private countPair(first: number, second: number): void {
    this.two.add(both(first, second), 0, 1);
    this.begins[first] = (this.begins[first] as number) + 1;
    this.ends[second] = (this.ends[second] as number) + 1;
    this.pairs++;
  }
}
