/**
 * The row of words around a place that is likeliest to come from a passage of the other text:
 * every word is weighed by how much more often it would stand there if it were reuse than by
 * chance, and the row with the largest sum wins. Order does not matter, so shuffling costs nothing.
 */

import {
  COMMON_MISSING,
  DROP,
  GUESS_WEIGHT,
  LEAST_CHANCE,
  LINE_BONUS,
  MOST_FOR_WORD,
  SENTENCE_BONUS,
  SURPLUS_MISSING,
} from './settings.ts';
import { LINE, readPair, SENTENCE, type Words } from './words.ts';

export type Range = readonly [start: number, end: number];

/** One text of the pair, with a passage of it marked. */
export class Side {
  readonly words: Words;
  /** How often each word stands in the text, and in the marked passage. */
  readonly totals: Int32Array;
  readonly marked: Int32Array;
  markedCount = 0;

  constructor(words: Words, vocabulary: number) {
    this.words = words;
    this.totals = new Int32Array(vocabulary);
    this.marked = new Int32Array(vocabulary);
    for (let at = 0; at < words.count; at++) add(this.totals, words.ids[at] as number, 1);
  }

  mark([start, end]: Range): void {
    for (let at = start; at < end; at++) add(this.marked, this.words.ids[at] as number, 1);
    this.markedCount = end - start;
  }

  unmark([start, end]: Range): void {
    for (let at = start; at < end; at++) this.marked[this.words.ids[at] as number] = 0;
    this.markedCount = 0;
  }
}

export function add(counts: Int32Array, id: number, by: number): void {
  counts[id] = (counts[id] as number) + by;
}

/** What growing a passage works on; `steps` counts the words it has weighed. */
export class Pair {
  readonly document: Side;
  readonly article: Side;
  readonly usual: Float64Array;
  readonly isCommon: Uint8Array;
  readonly used: Int32Array;
  steps = 0;

  constructor(document: string, article: string) {
    const pair = readPair(document, article);
    this.usual = pair.usual;
    this.isCommon = pair.isCommon;
    this.document = new Side(pair.document, this.usual.length);
    this.article = new Side(pair.article, this.usual.length);
    this.used = new Int32Array(this.usual.length);
  }
}

/** Words of `own` against the marked passage of `other`; `range` of `own` is marked as well. */
export type Search = {
  readonly own: Side;
  readonly other: Side;
  readonly range: Range;
  /** Share of its words that reuse keeps. */
  readonly kept: number;
  /** How far beyond the range words are looked at. */
  readonly reach: number;
};
export type Segment = {
  readonly range: Range;
  readonly score: number;
  /** Words that say something, and those of them that the other passage has. */
  readonly telling: number;
  readonly shared: number;
};

const MIN_ROOM = 8;

/**
 * Tried with each end first: the end that is looked for first takes the words that stand on both
 * sides of the middle, and only one of the two passages has them where they belong.
 */
export function bestSegment(pair: Pair, search: Search): Segment {
  const weigh = new Weights(pair, search);
  const one = stretch(weigh, 'end');
  const other = stretch(weigh, 'start');
  pair.steps += weigh.count;
  return worthOf(one, search) >= worthOf(other, search) ? one : other;
}

function worthOf({ range, score }: Segment, { own: { words } }: Search): number {
  const [before, after] = range.map((edge) => bonusOf(words.breaks[edge] as number));
  return score + (before as number) + (after as number);
}

function stretch(weigh: Weights, first: 'start' | 'end'): Segment {
  const { own, range, reach } = weigh.search;
  const middle = (range[0] + range[1]) >> 1;
  const most: Range = [Math.max(0, range[0] - reach), Math.min(own.words.count, range[1] + reach)];
  let [start, end] = [middle, middle];
  if (first === 'start') start = bestStart(weigh, middle, most[0]);
  end = bestEnd(weigh, middle, most[1]);
  if (first === 'end') start = bestStart(weigh, middle, most[0]);
  weigh.forget(start, end);
  const sums = sumOf(weigh, start, end);
  weigh.forget(start, end);
  return { range: [start, end], ...sums };
}

function bonusOf(breaks: number): number {
  return breaks >= SENTENCE ? SENTENCE_BONUS : breaks === LINE ? LINE_BONUS : 0;
}

function bestEnd(weigh: Weights, from: number, limit: number): number {
  const { ids, breaks } = weigh.search.own.words;
  let [sum, top, best, end, at] = [0, 0, -Infinity, from, from];
  while (at < limit) {
    sum += weigh.at(at++);
    const value = sum + bonusOf(breaks[at] as number);
    if (value > best) [best, end] = [value, at];
    if (sum > top) top = sum;
    if (sum < top - DROP && at > from + MIN_ROOM) break;
  }
  for (let back = end; back < at; back++) add(weigh.pair.used, ids[back] as number, -1);
  return end;
}

function bestStart(weigh: Weights, from: number, limit: number): number {
  const { ids, breaks } = weigh.search.own.words;
  let [sum, top, best, start, at] = [0, 0, 0, from, from];
  while (at > limit) {
    sum += weigh.at(--at);
    const value = sum + bonusOf(breaks[at] as number);
    if (value > best) [best, start] = [value, at];
    if (sum > top) top = sum;
    if (sum < top - DROP && at < from - MIN_ROOM) break;
  }
  for (let back = at; back < start; back++) add(weigh.pair.used, ids[back] as number, -1);
  return start;
}

function sumOf(weigh: Weights, start: number, end: number): Omit<Segment, 'range'> {
  const { pair, search } = weigh;
  let [score, telling, shared] = [0, 0, 0];
  for (let at = start; at < end; at++) {
    score += weigh.at(at);
    const id = search.own.words.ids[at] as number;
    if (pair.isCommon[id] !== 0) continue;
    telling++;
    if ((pair.used[id] as number) <= (search.other.marked[id] as number)) shared++;
  }
  return { score, telling, shared };
}

/** What a word at a place is worth, in nats; each word counts as often as the other side has it. */
class Weights {
  readonly pair: Pair;
  readonly search: Search;
  count = 0;
  private readonly missing: number;
  private readonly elsewhere: number;

  constructor(pair: Pair, search: Search) {
    const { own, other, kept } = search;
    this.pair = pair;
    this.search = search;
    this.missing = Math.log(1 - kept);
    const words = own.words.count + other.words.count;
    this.elsewhere = words - own.markedCount - other.markedCount + GUESS_WEIGHT;
  }

  at(place: number): number {
    this.count++;
    const { pair, search } = this;
    const { own, other, range, kept } = search;
    const id = own.words.ids[place] as number;
    const used = (pair.used[id] as number) + 1;
    pair.used[id] = used;
    const there = other.marked[id] as number;
    if (used > there) {
      if (pair.isCommon[id] !== 0) return this.missing * COMMON_MISSING;
      return there > 0 ? this.missing * SURPLUS_MISSING : this.missing;
    }
    const itself = place >= range[0] && place < range[1] ? 0 : 1;
    const counted = (own.totals[id] as number) - (own.marked[id] as number) - itself;
    const seen = Math.max(0, counted + (other.totals[id] as number) - there);
    const often = (seen + GUESS_WEIGHT * (pair.usual[id] as number)) / this.elsewhere;
    const chance = Math.max(LEAST_CHANCE, 1 - Math.exp(-often * other.markedCount));
    return Math.min(MOST_FOR_WORD, Math.log(1 + (kept * (1 - chance)) / chance));
  }

  forget(start: number, end: number): void {
    for (let at = start; at < end; at++) {
      this.pair.used[this.search.own.words.ids[at] as number] = 0;
    }
  }
}
