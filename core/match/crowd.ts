/**
 * How many documents share the wording of each article token: what stands in many is common and
 * proves nothing. Versions of one paper count once: wording that stands between the same words.
 */
import { grown } from './growth.ts';
import type { Runs, Stock } from './runs.ts';
import { mix } from './shingle.ts';
import type { StoredTokens } from './stored/stored-tokens.ts';
import { COMMON_DOCUMENTS } from './thresholds.ts';

/** Words before and after a run that make two documents versions of one paper. */
const CONTEXT = 6;

type Article = {
  /** The runs by document and place in the article. */
  readonly order: Int32Array;
  /** How many tokens the article has. */
  readonly words: number;
  readonly stock: Stock;
};

export class Crowd {
  /** Families of documents by article token; more than all when the index says so itself. */
  counts = new Int32Array(1024);
  /** By run: 1 when its words are so few or dull that many documents hold them by chance. */
  private isChance = new Uint8Array(256);
  /** By run. */
  private families = new Int32Array(256);
  private readonly byContext = new Map<number, number>();

  /** Counts the runs that `order` names. */
  count(runs: Runs, { order, words, stock }: Article): void {
    this.counts = grown(this.counts, words + 1);
    this.markChance(runs, order, stock);
    this.begin(runs, words, stock);
    const told = order.filter((run) => this.isChance[run] === 0);
    if (this.countHolders(runs, told, words) <= stock.mostDocuments) return;
    this.findFamilies(runs, told, stock);
    this.begin(runs, words, stock);
    const { families } = this;
    told.sort(
      (one, other) =>
        (families[one] as number) - (families[other] as number) ||
        (runs.articleAt[one] as number) - (runs.articleAt[other] as number),
    );
    this.addHolders(runs, told, families);
  }

  /** Nothing but what the index itself calls common. */
  private begin(runs: Runs, words: number, stock: Stock): void {
    const { chance } = stock.seedBits;
    this.counts.fill(0, 0, words + 1);
    for (let at = 0; at < runs.commonCount; at++) {
      if (runs.commonReaches(at, chance, stock.knowledge.model)) this.cover(runs, at);
    }
  }

  private markChance(runs: Runs, order: Int32Array, { knowledge, seedBits }: Stock): void {
    this.isChance = grown(this.isChance, runs.count);
    for (const run of order) {
      this.isChance[run] = runs.reaches(run, seedBits.chance, knowledge.model) ? 0 : 1;
    }
  }

  /** Adds one for each document. The largest count: families may only lower it. */
  private countHolders(runs: Runs, order: Int32Array, words: number): number {
    this.addHolders(runs, order, runs.documents);
    let most = 0;
    for (let at = 0; at < words; at++) most = Math.max(most, this.counts[at] as number);
    return most;
  }

  /** `order`: by holder, then by place in the article. Each holder counts once a word. */
  private addHolders(runs: Runs, order: Int32Array, holders: Int32Array): void {
    let holder = -1;
    let reached = 0;
    for (const run of order) {
      if (holders[run] !== holder) [holder, reached] = [holders[run] as number, 0];
      const from = Math.max(reached, runs.articleAt[run] as number);
      reached = Math.max(reached, (runs.articleAt[run] as number) + (runs.lengths[run] as number));
      for (let at = from; at < reached; at++) this.counts[at] = (this.counts[at] as number) + 1;
    }
  }

  private cover(runs: Runs, at: number): void {
    const from = runs.commonAt[at] as number;
    const to = from + (runs.commonLengths[at] as number);
    this.counts.fill(COMMON_DOCUMENTS + 1, from, Math.min(this.counts.length, to));
  }

  /** Documents come together in `order`: the first run of each that is known tells its family. */
  private findFamilies(runs: Runs, order: Int32Array, stock: Stock): void {
    this.families = grown(this.families, runs.count);
    this.byContext.clear();
    let document = -1;
    let family = -1;
    for (const run of order) {
      if (runs.documents[run] !== document)
        [document, family] = [runs.documents[run] as number, -1];
      const [before, after] = contextsOf(runs, run, stock);
      if (family < 0) family = this.byContext.get(before) ?? this.byContext.get(after) ?? document;
      this.families[run] = family;
      if (before !== 0) this.byContext.set(before, family);
      if (after !== 0) this.byContext.set(after, family);
    }
  }
}

/** Keys of the words before and after a run in its document; 0 where the document ends. */
function contextsOf(runs: Runs, run: number, { stored }: Stock): readonly [number, number] {
  const place = runs.placeAt[run] as number;
  return [keyOf(stored, place - CONTEXT), keyOf(stored, place + (runs.lengths[run] as number))];
}

function keyOf(stored: StoredTokens, from: number): number {
  let sum = 0;
  for (let at = from; at < from + CONTEXT; at++) {
    const id = stored.idAt(at);
    if (id === 0) return 0;
    sum = mix(sum ^ (id << 3));
  }
  return sum || 1;
}
