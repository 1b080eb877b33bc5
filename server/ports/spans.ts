/** Where an article repeats a document, as match and evidence rows keep it: places, no words. */
import type { Json } from '../../core/common/canonical-json.ts';

/** UTF-16 offsets, ends excluded. */
export type Span = {
  readonly articleStart: number;
  readonly articleEnd: number;
  readonly docStart: number;
  readonly docEnd: number;
  /** Thousandths. */
  readonly score: number;
};

export type Spans = {
  /** The version of the document's stored text that the offsets belong to. */
  readonly textVersion: number;
  readonly passages: readonly Span[];
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
