/**
 * Exact runs: every seed of the article that the index holds, grown to the longest row of equal
 * tokens. The article is attacker-controlled: growing draws on an allowance that each token
 * refills, so time stays linear however the text repeats itself.
 */
import type { DocumentStore } from './document-store.ts';
import { grown } from './growth.ts';
import type { SeedIndex } from './seed-index.ts';
import { SHINGLE, ShingleRoll } from './shingle.ts';
import { Tokens } from './text/tokens.ts';
import { COMMON_DOCUMENTS } from './thresholds.ts';
import type { Knowledge } from './wording/knowledge.ts';

/** Growing steps that one article token pays for. */
const STEPS_PER_TOKEN = 64;
/** Places of one seed that are looked at, those of removed and left out documents included. */
const MOST_PLACES = 1024;

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
  /** Seeds of the article that stand in too many documents to be followed. */
  commonCount = 0;
  commonAt = new Int32Array(64);
  readonly commonSpan = SHINGLE;
  readonly commonWeight = COMMON_DOCUMENTS + 1;
  private readonly places = new Int32Array(MOST_PLACES);
  /** Steps taken by the last scan: what the tests of linear time count. */
  steps = 0;
  private readonly diagonals = new Diagonals();
  private allowance = 0;
  private article = new Tokens();

  scan(article: Tokens, stock: Stock): void {
    this.count = 0;
    this.commonCount = 0;
    this.steps = 0;
    this.allowance = 0;
    this.article = article;
    this.diagonals.clear();
    if (article.count < SHINGLE || stock.index.size === 0) return;
    const roll = new ShingleRoll(stock.knowledge.salt);
    let key = roll.start(article.ids, 0);
    for (let at = 0; ; at++) {
      if (stock.index.mayHave(key)) this.visit(key, at, stock);
      if (this.allowance < STEPS_PER_TOKEN * 16) this.allowance += STEPS_PER_TOKEN;
      if (at + SHINGLE >= article.count) return;
      key = roll.next(article.ids, at + 1);
    }
  }

  private visit(key: number, at: number, stock: Stock): void {
    const found = stock.index.placesOf(key, this.places);
    if (found === 0 || stock.knowledge.isPublic(this.article.ids, at)) return;
    const living = this.keepLiving(found, stock);
    if (living < 0) {
      this.commonAt = grown(this.commonAt, this.commonCount + 1);
      this.commonAt[this.commonCount++] = at;
      return;
    }
    for (let order = 0; order < living; order++) {
      const place = this.places[order] as number;
      this.steps++;
      if (this.diagonals.endOn(place - at) > at || this.allowance <= 0) continue;
      this.growRun(at, place, stock.documents);
    }
  }

  /** Keeps the places of compared documents; -1 when they are too many to prove anything. */
  private keepLiving(found: number, { documents, among }: Stock): number {
    let kept = 0;
    let holders = 0;
    let last = -1;
    for (let order = 0; order < found; order++) {
      const place = this.places[order] as number;
      const document = documents.documentAt(place);
      if (!documents.isAlive(document) || (among && !among.has(document))) continue;
      if (document !== last) holders++;
      last = document;
      if (holders > COMMON_DOCUMENTS) return -1;
      this.places[kept++] = place;
    }
    return kept;
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
