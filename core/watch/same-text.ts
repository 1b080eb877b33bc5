/**
 * Whether two texts are one in two forms, as the same law is as PDF and as Word file: the words are
 * nearly the same and the numbers too, once what only a page adds is left out (running heads, page
 * numbers). A law with other figures, or amended in more than a few clauses, is another text.
 */
import { CountedWords } from './word-row.ts';

/** Of the rows of five words of either text, the other has at least so many. */
const LEAST_SHARED = 0.95;
/** Numbers may differ by one in fifty: a note whose mark one form lost. In a short text by none. */
const NUMBERS_APART = 0.02;
/** Pages in a row bear the same head or foot. */
const RUNNING_LINES = 3;
const LONGEST_HEAD = 160;

const PAGE_NUMBER = /^(?:(?:trang|page)\s+)?\W{0,3}\d{1,4}(?:\s?\/\s?\d{1,4})?\W{0,3}$/i;

export type TextForm = {
  readonly rows: ReadonlySet<string>;
  /** How often each stands in the text. */
  readonly numbers: ReadonlyMap<string, number>;
};

/** Headings of a law are alike but for their number, and are no heads of pages. */
const HEADING = /^(?:phần|chương|mục|điều|khoản|phụ lục|mẫu)\s/i;

/** Without the number of the page, at either end. */
const masked = (line: string): string =>
  line.toLowerCase().replace(/^\W{0,3}\d{1,4}\b|\b\d{1,4}\W{0,3}$/g, '#');

/** The lines without those that a page adds. */
function running(text: string): string {
  const lines = text.normalize('NFC').split('\n');
  const tidy = lines.map((line) => line.trim().replace(/\s+/g, ' ')).filter((line) => line !== '');
  const times = Map.groupBy(tidy, masked);
  const isHead = (line: string): boolean =>
    line.length <= LONGEST_HEAD &&
    !HEADING.test(line) &&
    (times.get(masked(line))?.length ?? 0) >= RUNNING_LINES;
  return tidy.filter((line) => !PAGE_NUMBER.test(line) && !isHead(line)).join('\n');
}

function countNumbers(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [number] of text.matchAll(/\d+/g)) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

export function formOf(text: string): TextForm {
  const words = running(text);
  return { rows: new CountedWords(words).rows(), numbers: countNumbers(words) };
}

const total = (numbers: TextForm['numbers']): number =>
  numbers.values().reduce((sum, count) => sum + count, 0);

function numbersAgree(one: TextForm['numbers'], other: TextForm['numbers']): boolean {
  let apart = 0;
  for (const number of new Set([...one.keys(), ...other.keys()])) {
    apart += Math.abs((one.get(number) ?? 0) - (other.get(number) ?? 0));
  }
  return apart <= Math.floor(Math.max(total(one), total(other)) * NUMBERS_APART);
}

export function isSameText(one: TextForm, other: TextForm): boolean {
  const [few, many] = one.rows.size < other.rows.size ? [one, other] : [other, one];
  // Fewer than five words make no row.
  if (few.rows.size === 0 || few.rows.size < many.rows.size * LEAST_SHARED) return false;
  const shared = few.rows.intersection(many.rows).size;
  return shared >= many.rows.size * LEAST_SHARED && numbersAgree(one.numbers, other.numbers);
}
