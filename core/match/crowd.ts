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
  private readonly families = new Map<number, number>();
  private readonly byContext = new Map<number, number>();

  count(runs: Runs, { order, words, stock }: Article): void {
    this.counts = grown(this.counts, words + 1);
    this.markChance(runs, stock);
    this.begin(runs, words, stock);
    if (this.countHolders(runs, order, words) <= stock.mostDocuments) return;
    this.findFamilies(runs, order, stock);
    this.begin(runs, words, stock);
    const familyOf = (run: number): number =>
      this.families.get(runs.documents[run] as number) as number;
    const byFamily = [...order].sort(
      (one, other) =>
        familyOf(one) - familyOf(other) ||
        (runs.articleAt[one] as number) - (runs.articleAt[other] as number),
    );
    this.addHolders(runs, byFamily, familyOf);
  }

  /** Nothing but what the index itself calls common. */
  private begin(runs: Runs, words: number, stock: Stock): void {
    const { chance } = stock.seedBits;
    this.counts.fill(0, 0, words + 1);
    for (let at = 0; at < runs.commonCount; at++) {
      if (runs.commonReaches(at, chance, stock.knowledge.model)) this.cover(runs, at);
    }
  }

  private markChance(runs: Runs, { knowledge, seedBits }: Stock): void {
    this.isChance = grown(this.isChance, runs.count);
    for (let run = 0; run < runs.count; run++) {
      this.isChance[run] = runs.reaches(run, seedBits.chance, knowledge.model) ? 0 : 1;
    }
  }

  /** Adds one for each document. The largest count: families may only lower it. */
  private countHolders(runs: Runs, order: Int32Array, words: number): number {
    this.addHolders(runs, order, (run) => runs.documents[run] as number);
    let most = 0;
    for (let at = 0; at < words; at++) most = Math.max(most, this.counts[at] as number);
    return most;
  }

  /** `order`: by holder, then by place in the article. Each holder counts once a word. */
  private addHolders(runs: Runs, order: Iterable<number>, holderOf: (run: number) => number): void {
    let holder = -1;
    let reached = 0;
    for (const run of order) {
      if (this.isChance[run] === 1) continue;
      if (holderOf(run) !== holder) [holder, reached] = [holderOf(run), 0];
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

  private findFamilies(runs: Runs, order: Int32Array, stock: Stock): void {
    this.families.clear();
    this.byContext.clear();
    for (const run of order) {
      const document = runs.documents[run] as number;
      const [before, after] = contextsOf(runs, run, stock);
      const known = this.byContext.get(before) ?? this.byContext.get(after);
      const family = this.families.get(document) ?? known ?? document;
      this.families.set(document, family);
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
