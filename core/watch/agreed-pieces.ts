/**
 * Wording on which several texts agree, row of five words by row: what enough of them share becomes
 * one piece, and the rest of each stays apart.
 */
import { CountedWords } from './word-row.ts';

export type Said<By> = { readonly by: By; readonly text: string };

/** Pieces of the texts whose rows suffice; `suffices` hears every text that has the row. */
export function agreedPieces<By>(
  texts: readonly Said<By>[],
  suffices: (by: readonly By[]) => boolean,
): string[] {
  const counted = texts.map(({ by, text }) => ({ by, words: new CountedWords(text) }));
  const agreed = new Map<string, By[]>();
  for (const { by, words } of counted) {
    for (const row of words.rows()) {
      const list = agreed.get(row);
      if (list) list.push(by);
      else agreed.set(row, [by]);
    }
  }
  const common = new Set([...agreed].filter(([, list]) => suffices(list)).map(([row]) => row));
  return [...new Set(counted.flatMap(({ words }) => words.piecesOf(common)))];
}
