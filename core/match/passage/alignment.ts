/**
 * A chain as pairs "article token, stored token": its runs, the gaps between them and both ends
 * filled with the best alignment of what still agrees. Gaps are aligned whole; an end is drawn out
 * until disagreement has cost too much more than agreement brought (X-drop, Altschul 1997).
 */
import { invariant } from '../../common/invariant.ts';
import type { Chains } from '../chains.ts';
import { grown } from '../growth.ts';
import type { Runs, Stock } from '../runs.ts';
import type { DocumentStore } from '../stored/document-store.ts';
import type { Tokens } from '../text/tokens.ts';
import { Grid, type Reach } from './grid.ts';

export const EXACT = 2;
export const ALTERED = 1;

export class Alignment {
  count = 0;
  articleAt = new Int32Array(1024);
  placeAt = new Int32Array(1024);
  kinds = new Uint8Array(1024);
  private readonly grid = new Grid();
  private articleCount = 0;
  private documents: DocumentStore | undefined;

  open(text: string, article: Tokens, stock: Stock): void {
    this.grid.open(text, article, stock);
    this.articleCount = article.count;
    this.documents = stock.documents;
  }

  /** Aligns one chain; the pairs are in the order of the text. Returns the steps it took. */
  align(chain: number, chains: Chains, runs: Runs): number {
    const { documents } = this;
    invariant(documents, 'an alignment is opened before it is used');
    const document = chains.documents[chain] as number;
    const first = documents.firstOf(document);
    const last = first + documents.countOf(document);
    this.count = 0;
    let run = chains.heads[chain] as number;
    const [at, place] = [runs.articleAt[run] as number, runs.placeAt[run] as number];
    let steps = this.fill({
      step: -1,
      at: at - 1,
      place: place - 1,
      rows: at,
      columns: place - first,
      isEnd: true,
    });
    while (run >= 0) {
      this.takeRun(runs, run);
      run = chains.next[run] as number;
      const from = (this.articleAt[this.count - 1] as number) + 1;
      const fromPlace = (this.placeAt[this.count - 1] as number) + 1;
      const to = run < 0 ? this.articleCount : (runs.articleAt[run] as number);
      const toPlace = run < 0 ? last : (runs.placeAt[run] as number);
      const [rows, columns] = [to - from, toPlace - fromPlace];
      steps += this.fill({ step: 1, at: from, place: fromPlace, rows, columns, isEnd: run < 0 });
    }
    this.trim();
    return steps + this.count;
  }

  /** The runs of a chain alone, as pairs: nothing is looked for between them. */
  layRuns(chain: number, chains: Chains, runs: Runs): void {
    this.count = 0;
    for (let run = chains.heads[chain] as number; run >= 0; run = chains.next[run] as number) {
      this.takeRun(runs, run);
    }
  }

  /** A single word beyond a gap at either end is chance: any text has it. */
  private trim(): void {
    while (this.count > 1 && !this.isRow(this.count - 1)) this.count--;
    let from = 0;
    while (from < this.count - 1 && !this.isRow(from + 1)) from++;
    if (from === 0) return;
    this.articleAt.copyWithin(0, from, this.count);
    this.placeAt.copyWithin(0, from, this.count);
    this.kinds.copyWithin(0, from, this.count);
    this.count -= from;
  }

  /** Whether a pair follows right after the one before it. */
  private isRow(at: number): boolean {
    const inArticle = (this.articleAt[at] as number) - (this.articleAt[at - 1] as number);
    const inStore = (this.placeAt[at] as number) - (this.placeAt[at - 1] as number);
    return inArticle <= 1 && inStore <= 1;
  }

  private fill(reach: Reach): number {
    if (reach.rows <= 0 || reach.columns <= 0) return 0;
    const steps = this.grid.align(reach);
    const { count, articleAt, placeAt, kinds } = this.grid;
    for (let at = 0; at < count; at++) {
      this.pair(articleAt[at] as number, placeAt[at] as number, kinds[at] as number);
    }
    return steps;
  }

  private takeRun(runs: Runs, run: number): void {
    const articleAt = runs.articleAt[run] as number;
    const placeAt = runs.placeAt[run] as number;
    const before = this.count - 1;
    const used = before < 0 ? -1 : (this.articleAt[before] as number);
    const usedPlace = before < 0 ? -1 : (this.placeAt[before] as number);
    const skip = Math.max(0, used + 1 - articleAt, usedPlace + 1 - placeAt);
    for (let at = skip; at < (runs.lengths[run] as number); at++) {
      this.pair(articleAt + at, placeAt + at, EXACT);
    }
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
}
