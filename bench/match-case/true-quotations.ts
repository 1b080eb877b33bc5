/**
 * Clean pages are never quite clean: law questions quote decrees that stand in as protected. Finds
 * rows that a page shares with few protected documents and no public law, so that an alarm on them
 * is not called false.
 */
import { eachRow, type FoldedWords, foldWords, type RowCounts } from './folded-rows.ts';
import { ROW } from './spans.ts';

/** So many words in a row, word for word, are no chance. */
export const TRUE_ROW = 16;
/** Wording in more documents than this belongs to none. */
const MOST_HOLDERS = 8;

export type Quoted = readonly [start: number, end: number];

/** UTF-16 ranges of the page. */
export function findTrueQuotations(
  text: string,
  { held, law }: { readonly held: RowCounts; readonly law: RowCounts },
): Quoted[] {
  const words = foldWords(text);
  const found: Quoted[] = [];
  let first = -1;
  let next = 0;
  const close = (): void => {
    const count = next - first + ROW - 1;
    if (first >= 0 && count >= TRUE_ROW) found.push(range(words, first, count));
    first = -1;
  };
  eachRow(words, ROW, (key, check, at) => {
    const holders = held.countOf(key, check);
    const isOwn = holders > 0 && holders <= MOST_HOLDERS && law.countOf(key, check) === 0;
    if (isOwn && first < 0) first = at;
    if (!isOwn) close();
    next = at + 1;
  });
  close();
  return found;
}

function range({ starts, ends }: FoldedWords, first: number, count: number): Quoted {
  return [starts[first] as number, ends[first + count - 1] as number];
}
