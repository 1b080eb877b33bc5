/**
 * Exact runs: every seed of the article that the index holds, grown to the longest row of equal
 * tokens. The article is attacker-controlled: growing draws on an allowance that each token
 * refills, so time stays linear however the text repeats itself.
 */
import type { DocumentStore } from './document-store.ts';
import { grown } from './growth.ts';
import { END, type SeedIndex } from './seed-index.ts';
import { SHINGLE, ShingleRoll } from './shingle.ts';
import { Tokens } from './text/tokens.ts';
import type { Knowledge } from './wording/knowledge.ts';

/** Growing steps that one article token pays for. */
const STEPS_PER_TOKEN = 64;
/** Places of one seed that are looked at, dead ones included. */
const PLACES_PER_SEED = 64;
/** The same where most places belong to documents that are left out. */
const PLACES_AMONG = 1024;

export type Stock = {
  readonly knowledge: Knowledge;
  readonly index: SeedIndex;
  readonly documents: DocumentStore;
  /** A seed in more living documents than this is common. */
  readonly mostDocuments: number;
  /** Compares with these documents as if there were no others; null: with all. */
  readonly among: ReadonlySet<number> | null;
};

/** What is usual in the whole collection would tell of the documents that are left out. */
export function surpriseOf(
  [before, last, token]: readonly [before: number, last: number, token: number],
  { knowledge: { model }, among }: Stock,
): number {
  return among ? model.ordinaryBits(before, last, token) : model.bits(before, last, token);
}

/** In how many of the compared documents the seed of a slot stands; counts to one too many. */
export function holdersOf(slot: number, stock: Stock): number {
  const { index, documents, mostDocuments, among } = stock;
  if (!among) return index.documentsAt(slot);
  const holders = new Set<number>();
  let cursor = index.first(slot);
  for (let seen = 0; cursor !== END && seen < PLACES_AMONG; seen++) {
    const document = documents.documentAt(index.placeIn(cursor));
    cursor = index.next(cursor);
    if (among.has(document) && documents.isAlive(document)) holders.add(document);
    if (holders.size > mostDocuments) break;
  }
  return holders.size;
}

/** Where each diagonal (place in the store less place in the article) was last covered. */
class Diagonals {
  private keys = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private generations = new Uint32Array(1024);
  private generation = 0;
  private used = 0;

  clear(): void {
    this.generation++;
    this.used = 0;
  }

  endOn(diagonal: number): number {
    const slot = this.slotOf(diagonal);
    return this.generations[slot] === this.generation ? (this.ends[slot] as number) : 0;
  }

  cover(diagonal: number, end: number): void {
    const slot = this.slotOf(diagonal);
    if (this.generations[slot] !== this.generation) {
      this.used++;
      this.generations[slot] = this.generation;
      this.keys[slot] = diagonal;
    }
    this.ends[slot] = end;
    if (this.used * 2 > this.keys.length) this.grow();
  }

  private slotOf(diagonal: number): number {
    const last = this.keys.length - 1;
    let slot = (Math.imul(diagonal, 0x9e3779b1) >>> 7) & last;
    while (this.generations[slot] === this.generation && this.keys[slot] !== diagonal) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  private grow(): void {
    const { keys, ends, generations } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.ends = new Int32Array(keys.length * 2);
    this.generations = new Uint32Array(keys.length * 2);
    this.used = 0;
    for (let at = 0; at < keys.length; at++) {
      if (generations[at] !== this.generation) continue;
      this.cover(keys[at] as number, ends[at] as number);
    }
  }
}

/** The runs of one article; `scan` overwrites them. */
export class Runs {
  count = 0;
  articleAt = new Int32Array(256);
  /** Places in the document store. */
  placeAt = new Int32Array(256);
  lengths = new Int32Array(256);
  documents = new Int32Array(256);
  /** Steps taken by the last scan: what the tests of linear time count. */
  steps = 0;
  private readonly diagonals = new Diagonals();
  private allowance = 0;
  private article = new Tokens();

  scan(article: Tokens, stock: Stock): void {
    this.count = 0;
    this.steps = 0;
    this.allowance = 0;
    this.article = article;
    this.diagonals.clear();
    if (article.count < SHINGLE || stock.index.size === 0) return;
    const roll = new ShingleRoll(stock.knowledge.salt);
    let key = roll.start(article.ids, 0);
    for (let at = 0; ; at++) {
      const slot = stock.index.mayHave(key) ? stock.index.find(key) : -1;
      if (slot >= 0) this.visit(slot, at, stock);
      if (this.allowance < STEPS_PER_TOKEN * 16) this.allowance += STEPS_PER_TOKEN;
      if (at + SHINGLE >= article.count) return;
      key = roll.next(article.ids, at + 1);
    }
  }

  private visit(slot: number, at: number, stock: Stock): void {
    const { index, documents, knowledge, among } = stock;
    const holders = holdersOf(slot, stock);
    if (holders === 0 || holders > stock.mostDocuments) return;
    if (knowledge.isPublic(this.article.ids, at)) return;
    let cursor = index.first(slot);
    const most = among ? PLACES_AMONG : PLACES_PER_SEED;
    for (let seen = 0; cursor !== END && seen < most; seen++) {
      const place = index.placeIn(cursor);
      cursor = index.next(cursor);
      if (among && !among.has(documents.documentAt(place))) continue;
      this.steps++;
      if (this.diagonals.endOn(place - at) > at || this.allowance <= 0) continue;
      const document = documents.documentAt(place);
      if (documents.isAlive(document)) this.growRun(at, place, documents);
    }
  }

  private growRun(at: number, place: number, documents: DocumentStore): void {
    const { ids, count } = this.article;
    const stored = documents.ids;
    let before = 0;
    while (at > before && ids[at - before - 1] === stored[place - before - 1]) before++;
    let after = 0;
    while (at + after < count && ids[at + after] === stored[place + after]) after++;
    this.steps += before + after;
    this.allowance -= before + after;
    // Two seeds with one 32-bit key: not the same tokens after all.
    if (before + after < SHINGLE) return;
    this.diagonals.cover(place - at, at + after);
    const run = this.keep(at - before, place - before, before + after);
    this.documents[run] = documents.documentAt(place);
  }

  private keep(articleAt: number, placeAt: number, length: number): number {
    const run = this.count++;
    this.articleAt = grown(this.articleAt, run + 1);
    this.placeAt = grown(this.placeAt, run + 1);
    this.lengths = grown(this.lengths, run + 1);
    this.documents = grown(this.documents, run + 1);
    this.articleAt[run] = articleAt;
    this.placeAt[run] = placeAt;
    this.lengths[run] = length;
    return run;
  }
}
