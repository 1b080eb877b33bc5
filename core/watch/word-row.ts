/** A text as rows of five words in a row: the same for both ways of writing, accents kept. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
export const ROW_WORDS = 5;

export type Range = { readonly start: number; readonly end: number };
type Word = { readonly word: string; readonly start: number; readonly end: number };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    word: found.normalize('NFC').toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}

export class CountedWords {
  private readonly text: string;
  private readonly words: readonly Word[];
  private readonly length: number;

  /** `length`: words in a row. */
  constructor(text: string, length: number = ROW_WORDS) {
    this.text = text;
    this.words = wordsOf(text);
    this.length = length;
  }

  get count(): number {
    return this.words.length;
  }

  rows(): Set<string> {
    return new Set(this.starts().map((at) => this.rowAt(at)));
  }

  /** Maximal pieces of the text that are covered by these rows, in UTF-16 units. */
  rangesOf(rows: ReadonlySet<string>): Range[] {
    const pieces: { first: number; last: number }[] = [];
    for (const at of rows.size === 0 ? [] : this.starts()) {
      if (!rows.has(this.rowAt(at))) continue;
      const piece = pieces.at(-1);
      if (piece && at <= piece.last + 1) piece.last = at + this.length - 1;
      else pieces.push({ first: at, last: at + this.length - 1 });
    }
    return pieces.flatMap(({ first, last }) => {
      const [one, other] = [this.words[first], this.words[last]];
      return one && other ? [{ start: one.start, end: other.end }] : [];
    });
  }

  piecesOf(rows: ReadonlySet<string>): string[] {
    return this.rangesOf(rows).map(({ start, end }) => this.text.slice(start, end));
  }

  private starts(): number[] {
    const rows = Math.max(0, this.words.length - this.length + 1);
    return Array.from({ length: rows }, (_, at) => at);
  }

  private rowAt(at: number): string {
    return this.words
      .slice(at, at + this.length)
      .map(({ word }) => word)
      .join(' ');
  }
}
