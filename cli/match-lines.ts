/** What `niemphong match` writes of an article: a line of JSON for each passage. */
import type { Match, Matcher } from '../core/match/matcher.ts';

export type Line = { readonly id: string; readonly text: string };

export function linesOf(matcher: Matcher, { id, text }: Line, why: boolean): string {
  let lines = '';
  for (const found of matcher.find(text)) {
    lines += `${JSON.stringify({ articleId: id, ...fieldsOf(found, why) })}\n`;
  }
  return lines;
}

function fieldsOf(found: Match, why: boolean): object {
  const { docId, articleStart, articleEnd, docStart, docEnd, score, bits } = found;
  const fields = { docId, articleStart, articleEnd, docStart, docEnd, score };
  return why ? { ...fields, bits, rare: found.why.rare } : fields;
}
