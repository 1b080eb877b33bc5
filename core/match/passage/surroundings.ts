/**
 * How a passage sits in the article: how many words its clause holds beside it. Quoted text fills
 * clauses; a name or a set phrase that a writer happens to use stands among other words.
 */
import type { Tokens } from '../text/tokens.ts';

/** Words beside a passage that are counted, on each side. */
export const FARTHEST_WORD = 20;

export type Surroundings = {
  /** Words of the clause before the passage. */
  readonly before: number;
  /** Words of the clause after it. */
  readonly after: number;
  /** The same to the next capital, where a sentence may begin without a stop before it. */
  readonly toCapital: number;
  /** A legal document is named by its number in the passage or right before it. */
  readonly cites: boolean;
};

const CITED_BEFORE = 14;
const MOST_CITED = 2000;
/** As in "15/2020/NĐ-CP", "36/TTg" or "08/2024/QH15" (Decree 30/2020/NĐ-CP, annex III). */
const DOCUMENT_NUMBER = /\d\/(?:\d{4}\/)?(?:NĐ|TT|QĐ|QH|NQ|CT|PL|UBTVQH|KH|TTg)/u;
/** Signs between two words of one clause. */
const LONGEST_SPACE = 40;

const CLAUSE_END = /[.;:?!…](?:\s|$)|["“”«»]|\n\s*\n/u;
const LINE_BREAK = /\n\s*$/;

export function surroundingsOf(text: string, article: Tokens, passage: Span): Surroundings {
  const { first, last } = passage;
  let before = 0;
  while (before < FARTHEST_WORD && first - before > 0) {
    if (isBorder(text, article, first - before)) break;
    before++;
  }
  let after = 0;
  let toCapital = -1;
  while (after < FARTHEST_WORD && last + after + 1 < article.count) {
    const next = last + after + 1;
    if (isBorder(text, article, next)) break;
    if (toCapital < 0 && isCapital(text, article, next)) toCapital = after;
    after++;
  }
  const cites = citesDocument(text, article, passage);
  return { before, after, toCapital: toCapital < 0 ? after : toCapital, cites };
}

function citesDocument(text: string, article: Tokens, { first, last }: Span): boolean {
  const from = article.starts[Math.max(0, first - CITED_BEFORE)] as number;
  // Attacker-controlled: tokens and what lies between them may be of any length.
  const to = Math.min(article.ends[last] as number, from + MOST_CITED);
  return DOCUMENT_NUMBER.test(text.slice(from, to));
}

type Span = { readonly first: number; readonly last: number };

/** Whether a clause ends between the token before `at` and this one. */
function isBorder(text: string, article: Tokens, at: number): boolean {
  const [from, to] = [article.ends[at - 1] as number, article.starts[at] as number];
  // Attacker-controlled: a long row of signs is a border by itself, and is not read.
  if (to - from > LONGEST_SPACE) return true;
  const between = text.slice(from, to);
  if (between === ' ') return false;
  if (CLAUSE_END.test(between)) return true;
  // A wrapped line goes on in small letters; a new one begins with a capital, figure or bullet.
  if (!between.includes('\n')) return false;
  return !LINE_BREAK.test(between) || !isSmall(text, article, at);
}

function isCapital(text: string, article: Tokens, at: number): boolean {
  const first = text.charAt(article.starts[at] as number);
  return first !== first.toLowerCase();
}

function isSmall(text: string, article: Tokens, at: number): boolean {
  const first = text.charAt(article.starts[at] as number);
  return first !== first.toUpperCase();
}
