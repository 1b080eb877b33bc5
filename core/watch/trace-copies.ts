/**
 * Which copies of a document contain what an article repeats, where copies differ lawfully: in
 * their numbering, their page breaks, as extracts, in the recipients named on them. A copy is
 * compared, never a person: that a copy contains the words does not say that anyone gave them away.
 */
import { CountedWords } from './word-row.ts';

/** Short rows: an extract may begin in the middle of a sentence. */
const TRACE_WORDS = 3;

export type CopyText = {
  readonly copyId: string;
  /** The words of this copy; its own where they were kept, else those of the document. */
  readonly text: string;
};

export const TRACES = ['contains', 'partly', 'lacks'] as const;
export type Trace = (typeof TRACES)[number];

export type TracedCopy = {
  readonly copyId: string;
  readonly trace: Trace;
  /** Of the word rows of the leaked passages, how many this copy has; 0 to 1. */
  readonly share: number;
  /** Word rows that not every copy has: how many this copy has of them, and the article repeats. */
  readonly own: number;
  readonly ownRepeated: number;
};

export type Leaked = {
  readonly articleText: string;
  /** The words of the document at the places that the article repeats. */
  readonly passages: readonly string[];
};

const NEARLY_ALL = 0.9;
const HARDLY_ANY = 0.1;

function traceOf(share: number): Trace {
  if (share >= NEARLY_ALL) return 'contains';
  return share > HARDLY_ANY ? 'partly' : 'lacks';
}

const countIn = (rows: Iterable<string>, within: ReadonlySet<string>): number => {
  let count = 0;
  for (const row of rows) if (within.has(row)) count += 1;
  return count;
};

/** Without diacritics and capitals: articles often lack both, copies differ in neither. */
const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const rowsIn = (text: string): Set<string> => new CountedWords(folded(text), TRACE_WORDS).rows();

/** What the article repeats of the passages; all of them where it changed every row. */
function tellingRows({ passages }: Leaked, article: ReadonlySet<string>): Set<string> {
  const all = new Set(passages.flatMap((passage) => [...rowsIn(passage)]));
  const repeated = all.intersection(article);
  return repeated.size > 0 ? repeated : all;
}

/** By word row, in how many of the texts it stands. */
function countRows(texts: Iterable<ReadonlySet<string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const rows of texts) for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}

/** In the order of the copies given. Most copies share one text, which is looked at once. */
export function traceCopies(leaked: Leaked, copies: readonly CopyText[]): TracedCopy[] {
  const article = rowsIn(leaked.articleText);
  const texts = new Map(
    [...new Set(copies.map(({ text }) => text))].map((one) => [one, rowsIn(one)]),
  );
  const counts = countRows(texts.values());
  const telling = tellingRows(leaked, article);
  const traced = new Map(
    [...texts].map(([text, rows]) => {
      const own = new Set([...rows].filter((row) => counts.get(row) !== texts.size));
      const share = telling.size === 0 ? 0 : countIn(telling, rows) / telling.size;
      return [
        text,
        {
          trace: traceOf(share),
          share: Math.round(share * 1_000) / 1_000,
          own: own.size,
          ownRepeated: countIn(own, article),
        },
      ] as const;
    }),
  );
  return copies.flatMap(({ copyId, text }) => {
    const found = traced.get(text);
    return found ? [{ copyId, ...found }] : [];
  });
}
