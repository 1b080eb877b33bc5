/** A passage off the wire as the reader sees it beside its document. */
import type { Passage, Resemblance } from '../../../../contract/publication/publication.ts';
import { mergeSpans, type Span, shortenAfter, shortenBefore } from '../excerpt.ts';
import type { Excerpt } from '../side-by-side.tsx';

/** The server sends some words around the passage; whether more stood there only docStart tells. */
export function documentExcerpt(passage: Passage): Excerpt {
  const { documentBefore, documentText, documentAfter, docStart } = passage;
  const before = shortenBefore(documentBefore, docStart > documentBefore.length);
  const after = shortenAfter(documentAfter, documentAfter !== '' && !endsSentence(documentAfter));
  return {
    text: before + documentText + after,
    start: before.length,
    end: before.length + documentText.length,
  };
}

const endsSentence = (text: string): boolean => /[.!?…]\s*$/u.test(text);

/** Resemblances that are mostly matches already would tell a reader nothing new. */
export function beyondMatches(
  found: readonly Resemblance[],
  matches: readonly Span[],
): Resemblance[] {
  return found.filter(({ articleStart, articleEnd }) => {
    const spans = matches.map((match) => ({
      articleStart: Math.max(match.articleStart, articleStart),
      articleEnd: Math.min(match.articleEnd, articleEnd),
    }));
    const inside = spans.filter((span) => span.articleEnd > span.articleStart);
    const told = mergeSpans(inside, articleEnd).reduce((sum, [from, to]) => sum + to - from, 0);
    return told <= (articleEnd - articleStart) / 2;
  });
}
