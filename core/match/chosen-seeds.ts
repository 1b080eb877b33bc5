/**
 * Which seeds of a document enter the index: of a few neighbouring places the seed that surprises
 * most in its context, unless its wording is dull or public. Each is told whether it leads by
 * itself: an exact run without its neighbours stays between them, and only where these words
 * surprise enough is a single seed worth following.
 */
import { grown } from './growth.ts';
import { ScratchSet } from './key-set.ts';
import { type SeedRule, Seeds } from './seeds.ts';
import { SHINGLE } from './shingle.ts';
import { PLACES_PER_DOCUMENT, type SeedBits } from './thresholds.ts';
import type { Knowledge } from './wording/knowledge.ts';
import { WordingRows } from './wording/wording-rows.ts';

const ANOTHER_PLACE = 0x9e3779b1;

export type Choice = {
  readonly knowledge: Knowledge;
  readonly seedRule: SeedRule;
  readonly seedBits: SeedBits;
};

/** The chosen seeds of one row of tokens, in its order; `choose` overwrites them. */
export class ChosenSeeds {
  count = 0;
  private readonly seeds = new Seeds();
  private order = new Int32Array(1024);
  private sums = new Float32Array(1024);
  private readonly own = new ScratchSet();
  private readonly rows = new WordingRows();

  choose(ids: Uint16Array, { knowledge, seedRule, seedBits }: Choice): void {
    const { seeds } = this;
    seeds.find(ids, ids.length, seedRule);
    this.count = 0;
    if (seeds.count === 0) return;
    this.sums = grown(this.sums, ids.length + 1);
    this.order = grown(this.order, seeds.count + 1);
    knowledge.model.sumRow(ids, this.sums);
    this.listBest(seedBits);
    this.leavePublic(ids, knowledge);
  }

  keyAt(order: number): number {
    return this.seeds.keys[this.order[order] as number] as number;
  }

  placeAt(order: number): number {
    return this.seeds.places[this.order[order] as number] as number;
  }

  /** Bits of the words between its neighbours: a run with this seed alone stays within them. */
  reachOf(order: number, tokens: number): number {
    const from = order > 0 ? this.placeAt(order - 1) + 1 : 0;
    const to = order + 1 < this.count ? this.endOf(this.order[order + 1] as number) - 1 : tokens;
    return (this.sums[to] as number) - (this.sums[from] as number);
  }

  /** Of the seeds that begin within each stride the one of most bits, if it has enough. */
  private listBest({ floor, stride }: SeedBits): void {
    const { order, sums } = this;
    const { places, lengths, count } = this.seeds;
    let found = 0;
    for (let seed = 0; seed < count; ) {
      const end = (places[seed] as number) + stride;
      let best = -1;
      let most = floor;
      for (; seed < count; seed++) {
        const at = places[seed] as number;
        if (at >= end) break;
        const bits = (sums[at + (lengths[seed] as number)] as number) - (sums[at] as number);
        if (bits >= most) [best, most] = [seed, bits];
      }
      if (best >= 0) order[found++] = best;
    }
    this.count = found;
  }

  /** Leaves what a row of public wording holds, or all of it but a word. */
  private leavePublic(ids: Uint16Array, knowledge: Knowledge): void {
    const { order, rows, count } = this;
    rows.clear();
    for (let at = 0; at < count; at++) {
      const seed = order[at] as number;
      const place = this.seeds.places[seed] as number;
      const last = this.endOf(seed) - SHINGLE;
      for (let row = Math.max(0, Math.min(place, last)); row <= Math.max(place, last); row++) {
        if (row + SHINGLE <= ids.length) rows.add(row, at);
      }
    }
    knowledge.flagPublic(ids, rows);
    this.own.clear();
    this.count = 0;
    let row = 0;
    for (let at = 0; at < count; at++) {
      let isPublic = 0;
      for (; row < rows.count && rows.owners[row] === at; row++)
        isPublic |= rows.flags[row] as number;
      if (isPublic === 0) this.take(order[at] as number);
    }
  }

  /** A document that repeats itself gives few places for each seed. */
  private take(seed: number): void {
    const key = this.seeds.keys[seed] as number;
    for (let times = 0; times < PLACES_PER_DOCUMENT; times++) {
      if (!this.own.add((key + Math.imul(times, ANOTHER_PLACE)) >>> 0)) continue;
      this.order[this.count++] = seed;
      return;
    }
  }

  private endOf(seed: number): number {
    return (this.seeds.places[seed] as number) + (this.seeds.lengths[seed] as number);
  }
}
