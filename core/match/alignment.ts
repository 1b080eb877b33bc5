/**
 * A chain as pairs "article token, stored token": its runs, the gaps between them filled with what
 * still agrees, and both ends drawn out until disagreement has cost more than agreement brought.
 */

import { invariant } from '../common/invariant.ts';
import { Alike } from './alike.ts';
import type { Chains } from './chains.ts';
import { grown } from './growth.ts';
import { type Runs, type Stock, surpriseOf } from './runs.ts';
import type { Tokens } from './text/tokens.ts';

/** Bits that may be lost after the best point before an end is given up. */
const DROP_BITS = 16;
const SKIP_BITS = 2.5;
const FURTHEST_SKIP = 4;
/** An end never reaches further than this many tokens beyond the runs. */
const LONGEST_END = 400;

export const EXACT = 2;
export const ALTERED = 1;

/** How an end or a gap is walked: direction and the borders that are not crossed. */
type Walk = {
  readonly step: 1 | -1;
  readonly articleEnd: number;
  readonly placeEnd: number;
  readonly isEnd: boolean;
};

export class Alignment {
  count = 0;
  articleAt = new Int32Array(1024);
  placeAt = new Int32Array(1024);
  kinds = new Uint8Array(1024);
  private readonly alike = new Alike();
  private article: Tokens | undefined;
  private ids = new Uint16Array(0);
  private stored = new Uint16Array(0);
  private stock: Stock | undefined;
  private way: Walk = { step: 1, articleEnd: 0, placeEnd: 0, isEnd: true };
  /** How the last step agreed: exactly, altered, or 0 for a skip. */
  private lastKind = 0;

  open(text: string, article: Tokens, stock: Stock): void {
    this.alike.open(text, article);
    this.article = article;
    this.ids = article.ids;
    this.stored = stock.documents.ids;
    this.stock = stock;
  }

  /** Aligns one chain; the pairs are in the order of the text. */
  align(chain: number, chains: Chains, runs: Runs): void {
    const documents = this.stock?.documents;
    invariant(documents, 'an alignment is opened before it is used');
    const document = chains.documents[chain] as number;
    const first = documents.firstOf(document);
    const last = first + documents.countOf(document);
    this.count = 0;
    let run = chains.heads[chain] as number;
    const walk = { step: -1, articleEnd: -1, placeEnd: first - 1, isEnd: true } as const;
    this.walk((runs.articleAt[run] as number) - 1, (runs.placeAt[run] as number) - 1, walk);
    this.reverse();
    while (run >= 0) {
      this.takeRun(
        runs.articleAt[run] as number,
        runs.placeAt[run] as number,
        runs.lengths[run] as number,
      );
      run = chains.next[run] as number;
      const next = run < 0 ? undefined : { article: runs.articleAt[run], place: runs.placeAt[run] };
      const articleEnd = next?.article ?? this.article?.count ?? 0;
      const ahead = { step: 1, articleEnd, placeEnd: next?.place ?? last, isEnd: run < 0 } as const;
      const at = (this.articleAt[this.count - 1] as number) + 1;
      this.walk(at, (this.placeAt[this.count - 1] as number) + 1, ahead);
    }
  }

  private takeRun(articleAt: number, placeAt: number, length: number): void {
    const before = this.count - 1;
    const used = before < 0 ? -1 : (this.articleAt[before] as number);
    const usedPlace = before < 0 ? -1 : (this.placeAt[before] as number);
    const skip = Math.max(0, used + 1 - articleAt, usedPlace + 1 - placeAt);
    for (let at = skip; at < length; at++) this.pair(articleAt + at, placeAt + at, EXACT);
  }

  private pair(articleAt: number, placeAt: number, kind: number): void {
    const at = this.count++;
    if (at >= this.kinds.length) {
      this.articleAt = grown(this.articleAt, at + 1);
      this.placeAt = grown(this.placeAt, this.articleAt.length);
      this.kinds = grown(this.kinds, this.articleAt.length);
    }
    this.articleAt[at] = articleAt;
    this.placeAt[at] = placeAt;
    this.kinds[at] = kind;
  }

  private reverse(): void {
    const { count } = this;
    this.articleAt.subarray(0, count).reverse();
    this.placeAt.subarray(0, count).reverse();
    this.kinds.subarray(0, count).reverse();
  }

  private walk(articleAt: number, placeAt: number, walk: Walk): void {
    this.way = walk;
    const { step, articleEnd, placeEnd } = walk;
    let at = articleAt;
    let place = placeAt;
    let sum = 0;
    let best = 0;
    let kept = this.count;
    const furthest = Math.min(Math.abs(articleEnd - articleAt), LONGEST_END);
    while ((articleEnd - at) * step > 0 && (placeEnd - place) * step > 0) {
      if (Math.abs(at - articleAt) > furthest) break;
      const moved = this.advance(at, place);
      if (moved === 0) break;
      const [inArticle, inStore] = [moved >> 4, moved & 15];
      sum += this.gain(place, Math.max(inArticle, inStore));
      at += inArticle * step;
      place += inStore * step;
      if (sum > best) {
        best = sum;
        kept = this.count;
      } else if (walk.isEnd && sum < best - DROP_BITS) break;
    }
    if (walk.isEnd) this.count = kept;
  }

  private gain(place: number, moved: number): number {
    if (this.lastKind === 0) return -1 - SKIP_BITS * moved;
    const before = this.stored[place - 1] ?? 0;
    const bits = this.stock ? surpriseOf([0, before, this.stored[place] as number], this.stock) : 0;
    return this.lastKind === EXACT ? bits : bits / 2 - 1;
  }

  /** One step: pairs what agrees and says how far both sides moved, or 0 when nothing fits. */
  private advance(at: number, place: number): number {
    const { step, articleEnd, placeEnd } = this.way;
    const stored = this.stored[place] as number;
    this.lastKind = ALTERED;
    if (this.ids[at] === stored) {
      this.pair(at, place, EXACT);
      this.lastKind = EXACT;
      return (1 << 4) + 1;
    }
    if (this.alike.near(at, stored)) {
      this.pair(at, place, ALTERED);
      return (1 << 4) + 1;
    }
    const nextPlace = place + step;
    if (nextPlace !== placeEnd) {
      const other = this.stored[nextPlace] as number;
      const [low, high] = step > 0 ? [stored, other] : [other, stored];
      if (this.alike.joined(at, low, high)) {
        this.pair(at, place, ALTERED);
        this.pair(at, nextPlace, ALTERED);
        return (1 << 4) + 2;
      }
    }
    if (at + step !== articleEnd && this.alike.torn(step > 0 ? at : at - 1, stored)) {
      this.pair(at, place, ALTERED);
      this.pair(at + step, place, ALTERED);
      return (2 << 4) + 1;
    }
    this.lastKind = 0;
    return this.skip(at, place);
  }

  /** The shortest skip after which two tokens agree again. */
  private skip(at: number, place: number): number {
    const { step } = this.way;
    for (let most = 1; most <= FURTHEST_SKIP; most++) {
      for (let least = most; least >= 0; least--) {
        const even = least === most;
        const [far, near] = [most * step, least * step];
        if (this.agrees(at + far, place + near, even)) return (most << 4) + least;
        if (!even && this.agrees(at + near, place + far, even)) return (least << 4) + most;
      }
    }
    return 0;
  }

  /** `even`: both sides skipped as many tokens. */
  private agrees(article: number, store: number, even: boolean): boolean {
    const { step, articleEnd, placeEnd, isEnd } = this.way;
    const [leftInArticle, leftInStore] = [(articleEnd - article) * step, (placeEnd - store) * step];
    if (leftInArticle <= 0 || leftInStore <= 0) {
      return !isEnd && article === articleEnd && store === placeEnd;
    }
    if (this.ids[article] !== this.stored[store]) return false;
    if (leftInArticle === 1 || leftInStore === 1) return !isEnd || even;
    const after = this.stored[store + step] as number;
    if (this.ids[article + step] === after) return true;
    return even && this.alike.near(article + step, after);
  }
}
