/**
 * Exact runs: every seed of the article that the index holds, grown to the longest row of equal
 * tokens. The article is attacker-controlled: growing draws on an allowance that each token
 * refills, so time stays linear however the text repeats itself.
 */
import { Candidates } from './candidates.ts';
import { grown } from './growth.ts';
import type { SeedIndex } from './seed-index.ts';
import { type SeedRule, Seeds } from './seeds.ts';
import { firstOfSpot } from './spot.ts';
import type { DocumentStore } from './stored/document-store.ts';
import { GRANULE, GRANULE_BITS } from './stored/granule.ts';
import type { StoredTokens } from './stored/stored-tokens.ts';
import { Tokens } from './text/tokens.ts';
import { ALONE_BITS, COMMON_DOCUMENTS, PLACES_PER_DOCUMENT, type SeedBits } from './thresholds.ts';
import type { Knowledge } from './wording/knowledge.ts';
import { type LanguageModel, MOST_BITS } from './wording/language-model.ts';

/** Growing steps that one article token pays for. */
const STEPS_PER_TOKEN = 64;
const MOST_ALLOWANCE = 16 * STEPS_PER_TOKEN;
/** Places of one seed that are looked at, those of removed and left out documents included. */
const MOST_PLACES = 1024;
/** Places that are looked at together. */
const BATCH = 8192;

/** Tokens of the article. */
type TokenRow = { readonly from: number; readonly length: number };

export type Stock = {
  readonly knowledge: Knowledge;
  readonly index: SeedIndex;
  readonly documents: DocumentStore;
  /** What the documents hold. */
  readonly stored: StoredTokens;
  /** A seed in more living documents than this is common. */
  readonly mostDocuments: number;
  readonly seedRule: SeedRule;
  readonly seedBits: SeedBits;
  /** Compares with these documents as if there were no others; null: with all. */
  readonly among: ReadonlySet<number> | null;
};

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
  commonLengths = new Int32Array(64);
  private readonly spots = new Uint32Array(MOST_PLACES);
  /** Steps taken by the last scan: what the tests of linear time count. */
  steps = 0;
  private readonly seeds = new Seeds();
  private readonly candidates = new Candidates(BATCH + MOST_PLACES + 1);
  /** What fetching read: kept, or no compiler would do it. */
  fetched = 0;
  /** The token of the article up to which growing was paid for. */
  private paidTo = 0;
  /** Seeds that some document may have. */
  private likely = new Int32Array(256);
  private readonly diagonals = new Diagonals();
  private allowance = 0;
  private article = new Tokens();

  scan(article: Tokens, stock: Stock): void {
    this.count = 0;
    this.commonCount = 0;
    this.steps = 0;
    this.allowance = 0;
    this.paidTo = 0;
    this.candidates.count = 0;
    this.article = article;
    this.diagonals.clear();
    if (article.count === 0 || stock.index.size === 0) return;
    const { seeds } = this;
    seeds.find(article.ids, article.count, stock.seedRule);
    this.likely = grown(this.likely, seeds.count);
    const likely = stock.index.mayHave(seeds, this.likely);
    stock.index.fetch(seeds, this.likely, likely);
    for (let order = 0; order < likely; order++) {
      this.visit(this.likely[order] as number, stock);
      if (this.candidates.count > BATCH) this.searchWaiting(stock);
    }
    this.searchWaiting(stock);
  }

  /** Bits of a run in its context, counted until they are enough for a chain. */
  bitsOf(run: number, model: LanguageModel): number {
    const from = this.articleAt[run] as number;
    const to = from + (this.lengths[run] as number);
    const { ids } = this.article;
    let bits = 0;
    let before = 0;
    let last = 0;
    for (let at = from; at < to && bits <= ALONE_BITS; at++) {
      const token = ids[at] as number;
      bits += model.bits(before, last, token);
      before = last;
      last = token;
    }
    return bits;
  }

  /** Whether a run brings so many bits. Most do not, and some words tell. */
  reaches(run: number, bits: number, model: LanguageModel): boolean {
    const row = { from: this.articleAt[run] as number, length: this.lengths[run] as number };
    return this.rowReaches(row, bits, model);
  }

  /** The same of a seed that stands in too many documents. */
  commonReaches(order: number, bits: number, model: LanguageModel): boolean {
    const from = this.commonAt[order] as number;
    return this.rowReaches({ from, length: this.commonLengths[order] as number }, bits, model);
  }

  private rowReaches({ from, length }: TokenRow, bits: number, model: LanguageModel): boolean {
    const { ids } = this.article;
    const to = from + length;
    let missing = bits;
    let before = 0;
    let last = 0;
    for (let at = from; at < to && missing > 0; at++) {
      if (missing > (to - at) * MOST_BITS) return false;
      const token = ids[at] as number;
      missing -= model.bits(before, last, token);
      before = last;
      last = token;
    }
    return missing <= 0;
  }

  /** Notes where the seed is to be looked for. */
  private visit(seed: number, stock: Stock): void {
    const { spots, candidates } = this;
    const found = stock.index.spotsOf(this.seeds.keys[seed] as number, spots);
    if (found === 0) return;
    const living = this.countLiving(found, stock);
    if (living < 0) {
      this.commonAt = grown(this.commonAt, this.commonCount + 1);
      this.commonLengths = grown(this.commonLengths, this.commonCount + 1);
      this.commonAt[this.commonCount] = this.seeds.places[seed] as number;
      this.commonLengths[this.commonCount++] = this.seeds.lengths[seed] as number;
      return;
    }
    for (let order = 0; order < living; order++) candidates.add(seed, spots[order] as number);
  }

  /** Looks where it was noted; all places are fetched at once: waiting in turn is slower. */
  private searchWaiting(stock: Stock): void {
    const { candidates } = this;
    const { seedBits } = stock;
    if (seedBits.reach > 0) candidates.leaveChance(this.seeds);
    stock.stored.fetch(candidates.granules, candidates.count);
    for (let order = 0; order < candidates.count; order++) {
      const seed = candidates.seeds[order] as number;
      const at = this.seeds.places[seed] as number;
      const refill = (at - this.paidTo) * STEPS_PER_TOKEN;
      this.allowance = Math.min(this.allowance + refill, MOST_ALLOWANCE);
      this.paidTo = at;
      if (this.allowance > 0) this.search(seed, candidates.granules[order] as number, stock);
    }
    candidates.count = 0;
  }

  /** How many of the spots found are those of compared documents, kept; -1 when too many. */
  private countLiving(found: number, stock: Stock): number {
    const areAll = stock.documents.deadTokens === 0 && stock.among === null;
    if (!areAll) return this.keepLiving(found, stock);
    if (found <= COMMON_DOCUMENTS) return found;
    return found > COMMON_DOCUMENTS * PLACES_PER_DOCUMENT ? -1 : this.keepLiving(found, stock);
  }

  /** Keeps the granules of compared documents; -1 when they are too many to prove anything. */
  private keepLiving(found: number, { documents, among }: Stock): number {
    let kept = 0;
    let holders = 0;
    let last = -1;
    this.fetched = documents.fetchDocuments(this.spots, found);
    for (let order = 0; order < found; order++) {
      const spot = this.spots[order] as number;
      const document = documents.documentAt(firstOfSpot(spot));
      if (!documents.isAlive(document) || (among && !among.has(document))) continue;
      if (document !== last) holders++;
      last = document;
      if (holders > COMMON_DOCUMENTS) return -1;
      this.spots[kept++] = spot;
    }
    return kept;
  }

  /** Looks for the seed's tokens at each place of a granule. */
  private search(seed: number, granule: number, stock: Stock): void {
    const { stored } = stock;
    const { ids } = this.article;
    const at = this.seeds.places[seed] as number;
    const first = ids[at] as number;
    const second = ids[at + 1] as number;
    let near = stored.near(granule);
    const from = granule << GRANULE_BITS;
    this.steps++;
    for (let token = 0; token < GRANULE; token++) {
      if (stored.ids[near + token] !== first) continue;
      const place = from + token;
      if (stored.idAt(place + 1) !== second) continue;
      if (this.diagonals.endOn(place - at) > at) continue;
      this.growRun(seed, place, stock);
      near = stored.near(granule);
    }
  }

  private growRun(seed: number, place: number, { stored, documents }: Stock): void {
    const { ids, count } = this.article;
    const at = this.seeds.places[seed] as number;
    let before = 0;
    while (at > before && ids[at - before - 1] === stored.idAt(place - before - 1)) before++;
    let after = 0;
    while (at + after < count && ids[at + after] === stored.idAt(place + after)) after++;
    this.steps += before + after;
    this.allowance -= before + after;
    // Two seeds with one key: not the same tokens after all.
    if (after < (this.seeds.lengths[seed] as number)) return;
    this.diagonals.cover(place - at, at + after);
    const run = this.keep(at - before, place - before, before + after);
    this.documents[run] = documents.documentAt(place);
  }

  private keep(articleAt: number, placeAt: number, length: number): number {
    const run = this.count++;
    if (run === this.lengths.length) this.makeRoom(run + 1);
    this.articleAt[run] = articleAt;
    this.placeAt[run] = placeAt;
    this.lengths[run] = length;
    return run;
  }

  private makeRoom(runs: number): void {
    this.articleAt = grown(this.articleAt, runs);
    this.placeAt = grown(this.placeAt, runs);
    this.lengths = grown(this.lengths, runs);
    this.documents = grown(this.documents, runs);
  }
}
