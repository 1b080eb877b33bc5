/** Where an article repeats a document, as match and evidence rows keep it: places, no words. */
import type { Json } from '../../core/common/canonical-json.ts';
import type { Ground } from '../../core/publication/release.ts';

/** UTF-16 offsets, ends excluded. */
export type Span = {
  readonly articleStart: number;
  readonly articleEnd: number;
  readonly docStart: number;
  readonly docEnd: number;
  /** Thousandths. */
  readonly score: number;
  readonly why?: PassageWhy;
};

/** Why the matcher thinks so, in counts. */
export type PassageWhy = {
  readonly bits: number;
  readonly exactTokens: number;
  readonly alteredTokens: number;
  /** Tokens in the longest row that agrees word for word. */
  readonly longestRow: number;
  /** The rarest words that agree, the rarest first; absent from older matches. */
  readonly rare?: readonly RareWords[];
};

/** The public list in force, and the built-in stock lines. */
export type Against = {
  readonly publicList: number;
  readonly publicTexts: number;
  readonly stockLines: string;
};

/** UTF-16 offsets in the article, end excluded. */
export type RareWords = { readonly start: number; readonly end: number; readonly bits: number };

export type Spans = {
  /** The version of the document's stored text that the offsets belong to. */
  readonly textVersion: number;
  readonly passages: readonly Span[];
  /** Of all passages together. */
  readonly bits?: number;
  /** Why the words might not be published when they were found. */
  readonly ground?: Ground;
  /** The list of common wording by which they were judged; 0: none. */
  readonly wordings?: number;
  /** What else their surprise was measured against; absent from older matches. */
  readonly against?: Against;
  readonly story?: string;
  /** Found by searching back: the article came before the document's text did. */
  readonly back?: true;
};

export function spansOf(stored: Json): Spans {
  return stored as unknown as Spans; // Written by the import alone; fsck compares its digest.
}

/** The article's side, for those who may not know the document. */
export function articleSpans({ passages }: Spans) {
  return passages.map(({ articleStart, articleEnd, score }) => ({
    articleStart,
    articleEnd,
    score: score / 1_000,
  }));
}

/** Null: found before it was kept. */
export function backgroundOf({ against, wordings = 0 }: Spans) {
  return against ? { ...against, wordings } : null;
}

/** What was found before grounds were kept was found for being secret. */
export const groundOf = (match: { readonly spans: Json }): Ground =>
  spansOf(match.spans).ground ?? 'secret';
