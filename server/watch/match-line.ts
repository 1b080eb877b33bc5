/** A match as a line of the queue: the article, and the document as far as it may be known. */
import type { ArticleFacts, MatchLine } from '../../contract/watch/watch.ts';
import type { DocumentLine } from '../ports/document-line.ts';
import type { MatchFile } from '../ports/readers.ts';
import type { ArticleRow } from '../ports/rows.ts';
import { stateOf } from './match-verdict.ts';

function articleFacts(row: ArticleRow): ArticleFacts {
  const { id, source, url, title, publishedAt, capturedAt, sha256 } = row;
  return { articleId: id, source, url, title, publishedAt, capturedAt, sha256 };
}

/**
 * `document`: null for who may not read it; then nothing tells how much of it is repeated, when it
 * was found, or whether it is a bait.
 */
export type Known = { readonly document: DocumentLine | null; readonly bait: boolean };

export function matchLine(match: MatchFile, { document, bait }: Known): MatchLine {
  return {
    matchId: match.id,
    state: stateOf(match),
    score: document && match.score / 1_000,
    foundAt: document && match.foundAt,
    article: articleFacts(match.article),
    document,
    bait: bait && document !== null,
  };
}
