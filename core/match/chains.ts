/**
 * Chains: runs of one document that follow each other on nearly the same diagonal. A chain is one
 * quoted passage with its alterations; shuffled passages give several chains.
 */
import { grown } from './growth.ts';
import type { Runs } from './runs.ts';

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
  private tails = new Int32Array(256);
  private order = new Int32Array(256);

  build(runs: Runs): void {
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
    for (const run of order) this.place(run, runs);
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
