/**
 * Counts of pairs and triples of tokens, each once a document: what the language model is made of.
 * `Exact` counts grow without end (public and background text); `Sketched` ones have a fixed size
 * and can be taken back (protected documents, which come and go). A sketch only ever counts too
 * much (count-min, Cormode and Muthukrishnan 2005).
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

interface Counts {
  readonly bytes: number;
  get(key: number): number;
  change(key: number, by: number): void;
}

const SKETCH_BITS = 21;
const LARGEST = 65_535;

/** Two rows of counters; the smaller one is the answer. Counts stop at 65,535. */
class Sketch implements Counts {
  private readonly one = new Uint16Array(1 << SKETCH_BITS);
  private readonly other = new Uint16Array(1 << SKETCH_BITS);

  get bytes(): number {
    return this.one.byteLength * 2;
  }

  get(key: number): number {
    const one = this.one[key >>> (32 - SKETCH_BITS)] as number;
    return one === 0 ? 0 : Math.min(one, this.other[slotInOther(key)] as number);
  }

  change(key: number, by: number): void {
    bump(this.one, key >>> (32 - SKETCH_BITS), by);
    bump(this.other, slotInOther(key), by);
  }
}

const slotInOther = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - SKETCH_BITS);

function bump(row: Uint16Array, slot: number, by: number): void {
  const count = row[slot] as number;
  if (count < LARGEST) row[slot] = count + by;
}

class Exact implements Counts {
  private readonly table = new CountTable();

  get bytes(): number {
    return this.table.bytes;
  }

  get(key: number): number {
    return this.table.get(key);
  }

  change(key: number): void {
    this.table.increment(key);
  }

  dropBelow(least: number): void {
    this.table.dropBelow(least);
  }
}

/** Counts with, by token, how many pairs it begins and how many it ends. */
export class PhraseCounts {
  /** Pairs by `pairKey`. */
  readonly two: Counts;
  /** Triples by `tripleKey`, and their first two tokens by `contextKey`. */
  readonly three: Counts;
  readonly begins = new Float64Array(65_536);
  readonly ends = new Float64Array(65_536);
  pairs = 0;
  private readonly once = new ScratchSet();

  private constructor(two: Counts, three: Counts) {
    this.two = two;
    this.three = three;
  }

  static growing(): PhraseCounts {
    return new PhraseCounts(new Exact(), new Exact());
  }

  static reversible(): PhraseCounts {
    return new PhraseCounts(new Sketch(), new Sketch());
  }

  get bytes(): number {
    return this.two.bytes + this.three.bytes + this.begins.byteLength + this.ends.byteLength;
  }

  /** Counts one document; `by` is 1, or -1 to take it back. */
  count(ids: Uint16Array, by: 1 | -1): void {
    this.once.clear();
    let before = 0;
    let last = 0;
    for (const id of ids) {
      const token = maskNumber(id);
      if (last !== 0) this.countPair(last, token, by);
      if (before !== 0) this.countTriple(contextKey(before, last), token, by);
      before = last;
      last = token;
    }
  }

  /** Forgets triples that stood in fewer documents than `least`: growing counts only. */
  dropTriplesBelow(least: number): void {
    if (this.three instanceof Exact) this.three.dropBelow(least);
  }

  private countPair(first: number, second: number, by: 1 | -1): void {
    const key = pairKey(first, second);
    if (!this.once.add(key)) return;
    this.two.change(key, by);
    this.begins[first] = (this.begins[first] as number) + by;
    this.ends[second] = (this.ends[second] as number) + by;
    this.pairs += by;
  }

  private countTriple(context: number, third: number, by: 1 | -1): void {
    const key = tripleKey(context, third);
    if (!this.once.add(key)) return;
    this.three.change(key, by);
    this.three.change(context, by);
  }
}
