/**
 * Chains: runs of one document that follow each other on nearly the same diagonal. A chain is one
 * quoted passage with its alterations; shuffled passages give several chains.
 */
import { Crowd } from './crowd.ts';
import { grown } from './growth.ts';
import type { Runs, Stock } from './runs.ts';
import { ALONE_BITS, TOGETHER_BITS, WITH_OTHERS_BITS } from './thresholds.ts';
import type { LanguageModel } from './wording/language-model.ts';

const LONGEST_GAP = 24;
const LARGEST_SHIFT = 10;
const LARGEST_OVERLAP = 4;
/** Words of the document between two runs that go on in it, and other words between them. */
const CLOSE_IN_DOCUMENT = 3;
const LONGEST_INSERTION = 18;
/** A passage may go on beyond its runs so far. */
const PASSAGE_MARGIN = 24;
/** Places of the tally: a power of two. */
const TALLY = 4096;
/** So many are put in order by insertion, without memory. */
const FEW_RUNS = 48;
/** Chains that stay open for further runs: bounds the work for hostile texts. */
const OPEN_CHAINS = 12;

/** The words of an article, with the bits of each token by itself. */
type Words = { readonly weights: Uint8Array; readonly ids: Uint16Array };

/** The chains of one article; `build` overwrites them. `heads` and `next` list runs. */
export class Chains {
  count = 0;
  heads = new Int32Array(256);
  documents = new Int32Array(256);
  /** The next run of the same chain, or -1; by run. */
  next = new Int32Array(256);
  /** Tokens in the runs of a chain. */
  tokens = new Int32Array(256);
  /** Bits of the runs of a chain, and of all chains of its document; see `weighRuns`. */
  private bits = new Float32Array(256);
  private together = new Float32Array(256);
  private tails = new Int32Array(256);
  private order = new Int32Array(256);
  /** By token of the article: 1 where a passage may reach. */
  private isNear = new Uint8Array(1024);
  /** By document, several sharing a place: bits of the single words of its runs. */
  private readonly tally = new Float32Array(TALLY);

  /** How many documents share each token of the article. */
  readonly crowd = new Crowd();

  /** Leaves out documents whose runs together are too dull, whatever the context of their words. */
  build(runs: Runs, { weights, ids }: Words): void {
    this.count = 0;
    this.next = grown(this.next, runs.count);
    this.order = grown(this.order, runs.count);
    this.heads = grown(this.heads, runs.count);
    this.tails = grown(this.tails, runs.count);
    this.tokens = grown(this.tokens, runs.count);
    this.documents = grown(this.documents, runs.count);
    const { documents, articleAt, lengths } = runs;
    const { tally } = this;
    for (let run = 0; run < runs.count; run++) tally[(documents[run] as number) & (TALLY - 1)] = 0;
    for (let run = 0; run < runs.count; run++) {
      const from = articleAt[run] as number;
      let bits = 0;
      for (let at = from; at < from + (lengths[run] as number) && bits < ALONE_BITS; at++) {
        bits += weights[ids[at] as number] as number;
      }
      const place = (documents[run] as number) & (TALLY - 1);
      tally[place] = (tally[place] as number) + bits;
    }
    let kept = 0;
    for (let run = 0; run < runs.count; run++) {
      const bits = tally[(documents[run] as number) & (TALLY - 1)] as number;
      if (bits >= ALONE_BITS) this.order[kept++] = run;
    }
    const order = this.order.subarray(0, kept);
    sortRuns(order, runs);
    for (const run of order) this.place(run, runs);
  }

  /** Counts how many documents share each token of the article that a passage may reach. */
  countCrowd(runs: Runs, words: number, stock: Stock): void {
    this.markPromising(runs, words);
    const { isNear } = this;
    const order = this.order;
    let kept = 0;
    for (let run = 0; run < runs.count; run++) {
      const from = runs.articleAt[run] as number;
      const last = from + (runs.lengths[run] as number) - 1;
      if (isNear[from] === 1 || isNear[last] === 1 || last - from > 2 * PASSAGE_MARGIN) {
        order[kept++] = run;
      }
    }
    const near = order.subarray(0, kept);
    sortRuns(near, runs);
    this.crowd.count(runs, { order: near, words, stock });
  }

  /** Marks the tokens that lie within a promising chain, or not far from it. */
  private markPromising(runs: Runs, words: number): void {
    this.isNear = grown(this.isNear, words);
    this.isNear.fill(0, 0, words);
    for (let chain = 0; chain < this.count; chain++) {
      if (!this.isPromising(chain)) continue;
      const from = (runs.articleAt[this.heads[chain] as number] as number) - PASSAGE_MARGIN;
      const to = this.endOf(chain, runs) + PASSAGE_MARGIN;
      this.isNear.fill(1, Math.max(0, from), Math.min(words, to));
    }
  }

  /**
   * Sums the surprise of the runs alone: most chains are chance and are not looked at further. How
   * many of them promise more.
   */
  weighRuns(runs: Runs, { knowledge: { model } }: Stock): number {
    this.bits = grown(this.bits, this.count);
    this.together = grown(this.together, this.count);
    let promising = 0;
    for (let from = 0; from < this.count; ) {
      const document = this.documents[from];
      let sum = 0;
      let to = from;
      for (; to < this.count && this.documents[to] === document; to++) {
        const bits = this.sumChain(to, runs, model);
        this.bits[to] = bits;
        sum += bits;
      }
      this.together.fill(sum, from, to);
      for (; from < to; from++) if (this.isPromising(from)) promising++;
    }
    return promising;
  }

  /** The bits of its runs; of one that stands alone only whether they are enough. */
  private sumChain(chain: number, runs: Runs, model: LanguageModel): number {
    const head = this.heads[chain] as number;
    if (this.isOnlyRun(chain)) return runs.reaches(head, ALONE_BITS, model) ? ALONE_BITS : 0;
    let bits = 0;
    for (let run = head; run >= 0; run = this.next[run] as number) bits += runs.bitsOf(run, model);
    return bits;
  }

  /** Whether nothing else of its document is in the article. */
  private isOnlyRun(chain: number): boolean {
    const document = this.documents[chain];
    const isFirst = chain === 0 || this.documents[chain - 1] !== document;
    const isLast = chain + 1 === this.count || this.documents[chain + 1] !== document;
    return isFirst && isLast && (this.next[this.heads[chain] as number] as number) < 0;
  }

  isPromising(chain: number): boolean {
    const bits = this.bits[chain] as number;
    if (bits >= ALONE_BITS) return true;
    return bits >= WITH_OTHERS_BITS && (this.together[chain] as number) >= TOGETHER_BITS;
  }

  /** The article token after the last one of a chain. */
  endOf(chain: number, runs: Runs): number {
    const tail = this.tails[chain] as number;
    return (runs.articleAt[tail] as number) + (runs.lengths[tail] as number);
  }

  private place(run: number, runs: Runs): void {
    const document = runs.documents[run] as number;
    this.next[run] = -1;
    let best = -1;
    let bestGap = LONGEST_GAP + 1;
    const oldest = Math.max(0, this.count - OPEN_CHAINS);
    for (let chain = this.count - 1; chain >= oldest; chain--) {
      if (this.documents[chain] !== document) break;
      const gap = this.gapBetween(this.tails[chain] as number, run, runs);
      if (gap < bestGap) {
        best = chain;
        bestGap = gap;
      }
    }
    if (best < 0) {
      best = this.count++;
      this.heads[best] = run;
      this.documents[best] = document;
      this.tokens[best] = 0;
    } else this.next[this.tails[best] as number] = run;
    this.tails[best] = run;
    this.tokens[best] = (this.tokens[best] as number) + (runs.lengths[run] as number);
  }

  private gapBetween(tail: number, run: number, runs: Runs): number {
    const length = runs.lengths[tail] as number;
    const inArticle = (runs.articleAt[run] as number) - (runs.articleAt[tail] as number) - length;
    const inDocument = (runs.placeAt[run] as number) - (runs.placeAt[tail] as number) - length;
    const least = Math.min(inArticle, inDocument);
    const most = Math.max(inArticle, inDocument);
    const longer = (runs.lengths[run] as number) > LARGEST_OVERLAP;
    const isNear = most - least <= LARGEST_SHIFT;
    // Other words within the passage, as where two columns are read across.
    const goesOn = Math.abs(inDocument) <= CLOSE_IN_DOCUMENT && inArticle <= LONGEST_INSERTION;
    if (least < -LARGEST_OVERLAP || !longer || !(isNear || goesOn)) return LONGEST_GAP + 1;
    return goesOn ? Math.max(most, 0) : Math.max(most, 0) + (most - least);
  }
}

/** By document, then by place in the article, then in the document. */
function sortRuns(order: Int32Array, { documents, articleAt, placeAt }: Runs): void {
  const compare = (one: number, other: number): number =>
    (documents[one] as number) - (documents[other] as number) ||
    (articleAt[one] as number) - (articleAt[other] as number) ||
    (placeAt[one] as number) - (placeAt[other] as number);
  if (order.length > FEW_RUNS) {
    order.sort(compare);
    return;
  }
  for (let end = 1; end < order.length; end++) {
    const run = order[end] as number;
    let at = end;
    for (; at > 0 && compare(order[at - 1] as number, run) > 0; at--) {
      order[at] = order[at - 1] as number;
    }
    order[at] = run;
  }
}
