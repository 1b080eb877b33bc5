/**
 * Chains: runs of one document that follow each other on nearly the same diagonal. A chain is one
 * quoted passage with its alterations; shuffled passages give several chains.
 */
import { Crowd } from './crowd.ts';
import { grown } from './growth.ts';
import { type Runs, type Stock, surpriseOf } from './runs.ts';
import { ALONE_BITS, TOGETHER_BITS, WITH_OTHERS_BITS } from './thresholds.ts';

const LONGEST_GAP = 24;
const LARGEST_SHIFT = 10;
const LARGEST_OVERLAP = 4;
/** Chains that stay open for further runs: bounds the work for hostile texts. */
const OPEN_CHAINS = 12;

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

  /** How many documents share each token of the article. */
  readonly crowd = new Crowd();

  /** `words`: how many tokens the article has. */
  build(runs: Runs, words: number, stock: Stock): void {
    this.count = 0;
    this.next = grown(this.next, runs.count);
    this.order = grown(this.order, runs.count);
    this.heads = grown(this.heads, runs.count);
    this.tails = grown(this.tails, runs.count);
    this.tokens = grown(this.tokens, runs.count);
    this.documents = grown(this.documents, runs.count);
    const order = this.order.subarray(0, runs.count);
    for (let run = 0; run < runs.count; run++) order[run] = run;
    const { documents, articleAt, placeAt } = runs;
    order.sort(
      (one, other) =>
        (documents[one] as number) - (documents[other] as number) ||
        (articleAt[one] as number) - (articleAt[other] as number) ||
        (placeAt[one] as number) - (placeAt[other] as number),
    );
    this.crowd.count(runs, { order, words, stock });
    for (const run of order) this.place(run, runs);
  }

  /** Sums the surprise of the runs alone: most chains are chance and are not looked at further. */
  weighRuns(runs: Runs, stock: Stock): void {
    this.bits = grown(this.bits, this.count);
    this.together = grown(this.together, this.count);
    for (let from = 0; from < this.count; ) {
      const document = this.documents[from];
      let sum = 0;
      let to = from;
      for (; to < this.count && this.documents[to] === document; to++) {
        let bits = 0;
        for (let run = this.heads[to] as number; run >= 0; run = this.next[run] as number) {
          bits += bitsOfRun(runs.placeAt[run] as number, runs.lengths[run] as number, stock);
        }
        this.bits[to] = bits;
        sum += bits;
      }
      this.together.fill(sum, from, to);
      from = to;
    }
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
    const fits = least >= -LARGEST_OVERLAP && most - least <= LARGEST_SHIFT && longer;
    return fits ? Math.max(most, 0) + (most - least) : LONGEST_GAP + 1;
  }
}

function bitsOfRun(place: number, length: number, stock: Stock): number {
  const { ids } = stock.documents;
  let bits = 0;
  for (let at = 0; at < length; at++) {
    const before = at > 1 ? (ids[place + at - 2] as number) : 0;
    const last = at > 0 ? (ids[place + at - 1] as number) : 0;
    bits += surpriseOf([before, last, ids[place + at] as number], stock);
    if (bits > ALONE_BITS) break;
  }
  return bits;
}
