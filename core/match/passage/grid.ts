/**
 * The best alignment of a short stretch of the article with a short stretch of a document, in a
 * band around one diagonal (Needleman and Wunsch, banded). A token may agree exactly, be
 * misprinted, stand for two stored ones or be one half of one; every cell remembers how it was
 * reached. Used by `alignment.ts` alone.
 */

import { invariant } from '../../common/invariant.ts';
import type { Stock } from '../runs.ts';
import type { StoredTokens } from '../stored/stored-tokens.ts';
import type { Tokens } from '../text/tokens.ts';
import { ALTERED, EXACT } from './alignment.ts';
import { Alike } from './alike.ts';

/** From where and how far: `step` -1 walks towards the beginning. */
export type Reach = {
  readonly step: 1 | -1;
  readonly at: number;
  readonly place: number;
  readonly rows: number;
  readonly columns: number;
  /** An end may stop anywhere; a gap must be crossed. */
  readonly isEnd: boolean;
};

const MOST_ROWS = 400;
const BAND = 20;
const END_BAND = 6;
const WIDTH = 2 * BAND + 1;
/** Misprints are looked for so near the best diagonal: reading letters is slow. */
const CLOSE = 2;

const MISMATCH = -4;
const GAP = -5;
/** An agreeing token brings its own bits less this: any common word agrees somewhere. */
const CHANCE = 3;
const MOST_BITS = 7;
const ALTERED_SHARE = 0.5;
const DROP = 18;
const NONE = -1e9;

const BY_EXACT = 1;
const BY_NEAR = 2;
const BY_MISMATCH = 3;
const BY_ARTICLE = 4;
const BY_STORE = 5;
const BY_JOINED = 6;
const BY_TORN = 7;

export class Grid {
  /** The pairs of the last alignment, in the order of the text. */
  count = 0;
  readonly articleAt = new Int32Array(3 * MOST_ROWS);
  readonly placeAt = new Int32Array(3 * MOST_ROWS);
  readonly kinds = new Uint8Array(3 * MOST_ROWS);
  private readonly ways = new Uint8Array((MOST_ROWS + 1) * WIDTH);
  private row = new Float64Array(WIDTH + 2);
  private above = new Float64Array(WIDTH + 2);
  private higher = new Float64Array(WIDTH + 2);
  private readonly alike = new Alike();
  private ids = new Uint16Array(0);
  private source: StoredTokens | undefined;
  /** The stored tokens of the first columns, and how many were read. */
  private readonly stored = new Uint16Array(MOST_ROWS + BAND);
  private laid = 0;
  private bits = new Float32Array(0);
  private reach: Reach = { step: 1, at: 0, place: 0, rows: 0, columns: 0, isEnd: true };
  private band = BAND;

  open(text: string, article: Tokens, stock: Stock): void {
    this.alike.open(text, article);
    this.ids = article.ids;
    this.source = stock.stored;
    this.bits = stock.knowledge.model.bitsAlone();
  }

  /** Aligns and keeps the pairs; returns how many cells it looked at. */
  align(reach: Reach): number {
    const { rows, columns, isEnd } = reach;
    this.reach = reach;
    this.band = isEnd ? END_BAND : Math.min(BAND, END_BAND + Math.abs(rows - columns));
    this.count = 0;
    this.laid = 0;
    const most = Math.min(rows, MOST_ROWS, columns + this.band);
    this.begin();
    let [best, bestRow, bestSlot, near] = [0, 0, this.band, this.band];
    let row = 1;
    for (; row <= most; row++) {
      near = this.fillRow(row, near);
      const score = this.row[near + 1] as number;
      if (score > best) [best, bestRow, bestSlot] = [score, row, near];
      else if (isEnd && score < best - DROP) break;
    }
    const cells = row * (2 * this.band + 1);
    if (isEnd) this.trace(bestRow, bestSlot);
    else if (most === rows && columns - rows + this.band >= 0) {
      this.trace(rows, columns - rows + this.band);
    }
    return cells;
  }

  private begin(): void {
    const { band } = this;
    this.row.fill(NONE);
    this.above.fill(NONE);
    for (let slot = band; slot <= 2 * band; slot++) {
      const column = slot - band;
      this.row[slot + 1] = column <= this.reach.columns ? column * GAP : NONE;
      this.ways[slot] = BY_STORE;
    }
    this.ways[band] = 0;
  }

  /** Fills the next row and returns the slot of its best cell. Slot: column less row, plus band. */
  private fillRow(row: number, near: number): number {
    const { band, ways, ids, stored, bits } = this;
    const { step, at, columns } = this.reach;
    this.layColumns(Math.min(columns, row + band));
    [this.higher, this.above, this.row] = [this.above, this.row, this.higher];
    const [scores, above] = [this.row, this.above];
    scores.fill(NONE);
    const id = ids[at + step * (row - 1)] as number;
    let best = 0;
    let bestScore = NONE;
    for (let slot = Math.max(0, band - row); slot <= 2 * band; slot++) {
      const column = row + slot - band;
      if (column > columns) break;
      let score = (above[slot + 2] as number) + GAP;
      let way = BY_ARTICLE;
      const left = (scores[slot] as number) + GAP;
      if (left > score) [score, way] = [left, BY_STORE];
      if (column > 0) {
        const token = stored[column - 1] as number;
        const diagonal = above[slot + 1] as number;
        if (token === id) {
          const gain = diagonal + gainOf(bits[token] as number);
          if (gain > score) [score, way] = [gain, BY_EXACT];
        } else {
          if (diagonal + MISMATCH > score) [score, way] = [diagonal + MISMATCH, BY_MISMATCH];
          if (Math.abs(slot - near) <= CLOSE) {
            const altered = this.altered(row, slot, score);
            if (altered !== 0) [score, way] = [this.alteredScore, altered];
          }
        }
      }
      scores[slot + 1] = score;
      ways[row * WIDTH + slot] = way;
      if (score > bestScore) [bestScore, best] = [score, slot];
    }
    return best;
  }

  private layColumns(columns: number): void {
    const { source, stored } = this;
    const { step, place } = this.reach;
    invariant(source, 'a grid is opened before it is used');
    for (; this.laid < columns; this.laid++) {
      stored[this.laid] = source.idAt(place + step * this.laid);
    }
  }

  private alteredScore = 0;

  /** How an altered token reaches this cell better than `score`, or 0. */
  private altered(row: number, slot: number, score: number): number {
    const { alike, stored, bits } = this;
    const { step, at, columns } = this.reach;
    const column = row + slot - this.band;
    const article = at + step * (row - 1);
    const token = stored[column - 1] as number;
    const gain = gainOf(bits[token] as number) * ALTERED_SHARE;
    this.alteredScore = score;
    let way = 0;
    const near = (this.above[slot + 1] as number) + gain;
    if (near > this.alteredScore && alike.near(article, token)) {
      [this.alteredScore, way] = [near, BY_NEAR];
    }
    const before = column > 1 ? (stored[column - 2] as number) : 0;
    const joined = (this.above[slot] as number) + gain + gainOf(bits[before] as number) / 2;
    if (column > 1 && column <= columns && joined > this.alteredScore) {
      const [low, high] = step > 0 ? [before, token] : [token, before];
      if (alike.joined(article, low, high)) [this.alteredScore, way] = [joined, BY_JOINED];
    }
    const torn = (this.higher[slot + 2] as number) + gain;
    if (row > 1 && torn > this.alteredScore) {
      if (alike.torn(step > 0 ? article - 1 : article, token)) {
        [this.alteredScore, way] = [torn, BY_TORN];
      }
    }
    return way;
  }

  /** Walks back from a cell and keeps the pairs in the order of the text. */
  private trace(fromRow: number, fromSlot: number): void {
    const { step, at, place } = this.reach;
    let row = fromRow;
    let slot = fromSlot;
    for (;;) {
      const way = this.ways[row * WIDTH + slot] as number;
      const column = row + slot - this.band;
      if (row <= 0 && column <= 0) break;
      const [article, here] = [at + step * (row - 1), place + step * (column - 1)];
      if (way === BY_EXACT || way === BY_NEAR) {
        this.keep(article, here, way === BY_EXACT ? EXACT : ALTERED);
      } else if (way === BY_JOINED) {
        this.keep(article, here, ALTERED);
        this.keep(article, here - step, ALTERED);
      } else if (way === BY_TORN) {
        this.keep(article, here, ALTERED);
        this.keep(article - step, here, ALTERED);
      }
      const [rows, columns] = MOVES[way] as readonly [number, number];
      row -= rows;
      slot += rows - columns;
      if (way === 0) break;
    }
    if (step < 0) return;
    this.articleAt.subarray(0, this.count).reverse();
    this.placeAt.subarray(0, this.count).reverse();
    this.kinds.subarray(0, this.count).reverse();
  }

  private keep(article: number, place: number, kind: number): void {
    this.articleAt[this.count] = article;
    this.placeAt[this.count] = place;
    this.kinds[this.count++] = kind;
  }
}

/** Rows and columns that each way moves. */
const MOVES = [
  [0, 0],
  [1, 1],
  [1, 1],
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
] as const;

function gainOf(bits: number): number {
  return Math.min(MOST_BITS, Math.max(1, bits - CHANCE));
}
