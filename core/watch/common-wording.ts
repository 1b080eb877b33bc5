/**
 * When wording stops to alarm because officers found it common. One officer's word, one page or one
 * day never suffices: wording is common once it was judged so on two pages, on two days, and by two
 * officers or against two documents. Judged word row by word row, so that what two pages share
 * becomes common and the rest of both goes on alarming. The rows are those of protected documents:
 * as secret as these.
 */
import { agreedPieces } from './agreed-pieces.ts';

export type Judgement = {
  /** The words of the article that repeated a document, passage by passage. */
  readonly passages: readonly string[];
  readonly officerId: string;
  readonly documentId: string;
  readonly articleId: string;
  /** `yyyy-MM-dd`. */
  readonly day: string;
};

export const LEAST_PAGES = 2;
export const LEAST_DAYS = 2;
export const LEAST_JUDGES = 2;

type Grounds = Pick<Judgement, 'officerId' | 'documentId' | 'articleId' | 'day'>;

/** Whether judgements that agree on some wording suffice together. */
export function suffices(judgements: readonly Grounds[]): boolean {
  const distinct = (key: keyof Grounds): number => new Set(judgements.map((one) => one[key])).size;
  return (
    distinct('articleId') >= LEAST_PAGES &&
    distinct('day') >= LEAST_DAYS &&
    (distinct('officerId') >= LEAST_JUDGES || distinct('documentId') >= LEAST_JUDGES)
  );
}

/** The wording that has become common, as pieces of the passages given. */
export function commonPieces(judgements: readonly Judgement[]): string[] {
  const texts = judgements.flatMap((judgement) =>
    judgement.passages.map((text) => ({ by: judgement, text })),
  );
  return agreedPieces(texts, suffices);
}
