/** Draws passages that only their document has: what a leak is taken from. */
import type { Text } from './corpus.ts';
import { eachRow, foldWords, type RowCounts } from './folded-rows.ts';
import type { Random } from './random.ts';

export type Span = { readonly doc: Text; readonly start: number; readonly end: number };

/** Words in a row by which wording is known again. */
export const ROW = 6;
const COMMON_SHARE = 0.2;
/** Wording in more protected documents than this is boilerplate. */
const MOST_HOLDERS = 3;
const MOST_TRIES = 20_000;

export type Wording = { readonly open: RowCounts; readonly held: RowCounts };

export class Spans {
  private readonly documents: readonly Text[];
  private readonly wording: Wording;
  private readonly random: Random;

  constructor(documents: readonly Text[], wording: Wording, random: Random) {
    this.documents = documents;
    this.wording = wording;
    this.random = random;
  }

  /** Whole sentences with so many words; `fits` may ask for more. */
  sentences(least: number, most: number, fits: (text: string) => boolean = () => true): Span {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const doc = this.random.pick(this.documents);
      const breaks = sentenceStarts(doc.text);
      if (breaks.length < 3) continue;
      const first = this.random.below(breaks.length - 1);
      const span = this.fromBreak(doc, breaks.slice(first), { least, most });
      if (span && fits(textOf(span)) && this.isSecret(span)) return span;
    }
    throw new Error(`no passage of ${least} to ${most} words found`);
  }

  /** So many words in a row. */
  snippet(length: number): Span {
    for (;;) {
      const { doc, start, end } = this.sentences(length + 4, 200);
      const places = [...doc.text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)];
      const first = this.random.below(places.length - length);
      const [from, to] = [places[first], places[first + length - 1]];
      if (!from || !to) continue;
      const span = { doc, start: start + from.index, end: start + to.index + to[0].length };
      if (this.isSecret(span)) return span;
    }
  }

  /** Two to five following passages of one document, each of at least `least` words. */
  neighbours(least: number): Span[] {
    const { doc, start, end } = this.sentences(80, 180);
    const cuts = sentenceStarts(doc.text.slice(start, end)).map((cut) => start + cut);
    const spans: Span[] = [];
    let from = start;
    for (const border of [...cuts, end]) {
      if (countWords(doc.text.slice(from, border)) < least) continue;
      spans.push(trimmed({ doc, start: from, end: border }));
      from = border;
    }
    return spans;
  }

  /** So many single sentences strewn over one document. */
  strewn(count: number): Span[] {
    const spans: Span[] = [];
    for (let tries = 0; tries < MOST_TRIES && spans.length < count; tries++) {
      if (tries % 60 === 0) spans.length = 0;
      const doc = spans[0]?.doc ?? this.random.pick(this.documents);
      const breaks = sentenceStarts(doc.text);
      if (breaks.length < count * 4) continue;
      const first = this.random.below(breaks.length - 1);
      const span = this.fromBreak(doc, breaks.slice(first), { least: 14, most: 40 });
      if (!span || !this.isSecret(span)) continue;
      if (spans.every(({ start, end }) => end < span.start || span.end < start)) spans.push(span);
    }
    return spans;
  }

  whole(): Span {
    const short = this.documents.filter(({ text }) => text.length > 1500 && text.length < 12_000);
    const doc = this.random.pick(short);
    return { doc, start: 0, end: doc.text.length };
  }

  private fromBreak(
    doc: Text,
    breaks: readonly number[],
    { least, most }: { least: number; most: number },
  ): Span | null {
    const start = breaks[0] as number;
    for (const end of breaks.slice(1)) {
      const words = countWords(doc.text.slice(start, end));
      if (words > most) return null;
      if (words >= least) return trimmed({ doc, start, end });
    }
    return null;
  }

  private isSecret(span: Span): boolean {
    const { open, held } = this.wording;
    let [rows, common] = [0, 0];
    eachRow(foldWords(textOf(span)), ROW, (key, check) => {
      rows++;
      if (open.countOf(key, check) > 0 || held.countOf(key, check) > MOST_HOLDERS) common++;
    });
    return rows > 0 && common <= rows * COMMON_SHARE;
  }
}

export const textOf = ({ doc, start, end }: Span): string => doc.text.slice(start, end);

function sentenceStarts(text: string): number[] {
  return [...text.matchAll(/[.;:\n]\s+/g)].map(({ index, 0: cut }) => index + cut.length);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function trimmed({ doc, start, end }: Span): Span {
  const text = doc.text.slice(start, end);
  return {
    doc,
    start: start + text.length - text.trimStart().length,
    end: start + text.trimEnd().length,
  };
}
