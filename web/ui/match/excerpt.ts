/** Cutting texts at matches. All offsets are UTF-16 units, ends excluded. */

export type Span = { readonly articleStart: number; readonly articleEnd: number };
export type Piece = {
  readonly start: number;
  readonly text: string;
  /** Number of the match, from 0; null between matches. */
  readonly match: number | null;
};

/** Offsets come off the wire: kept inside the text and in order. */
function bounded({ articleStart, articleEnd }: Span, length: number): [number, number] {
  const start = Math.min(Math.max(articleStart, 0), length);
  return [start, Math.min(Math.max(articleEnd, start), length)];
}

/** Non-empty spans in reading order; those that overlap are one. */
export function mergeSpans(spans: readonly Span[], length: number): readonly [number, number][] {
  const merged: [number, number][] = [];
  const ordered = spans.map((span) => bounded(span, length)).sort((a, b) => a[0] - b[0]);
  for (const [start, end] of ordered) {
    const last = merged.at(-1);
    if (start === end) continue;
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The whole text in order, cut at the matches. */
export function cutAtMatches(text: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (until: number, match: number | null) => {
    if (until > at) pieces.push({ start: at, text: text.slice(at, until), match });
    at = until;
  };
  for (const [index, [start, end]] of mergeSpans(spans, text.length).entries()) {
    push(start, null);
    push(end, index);
  }
  push(text.length, null);
  return pieces;
}

const CONTEXT = 80;

/** The match with some text around it, cut between words where a space is near. */
export function excerptAround(
  text: string,
  span: Span,
): { readonly text: string; readonly start: number; readonly end: number } {
  const [start, end] = bounded(span, text.length);
  const before = shortenBefore(text.slice(Math.max(0, start - CONTEXT), start), start > CONTEXT);
  const after = shortenAfter(text.slice(end, end + CONTEXT), end + CONTEXT < text.length);
  const match = text.slice(start, end);
  return {
    text: before + match + after,
    start: before.length,
    end: before.length + match.length,
  };
}

/** Drops the half word at the outer edge of a context that was cut there. */
export function shortenBefore(text: string, isCut: boolean): string {
  return isCut ? `…${text.replace(/^\S*\s+/u, '')}` : text;
}

export function shortenAfter(text: string, isCut: boolean): string {
  const whole = isCut ? text.replace(/\s+\S*$/u, '') : text;
  return isCut && !/[.!?…]$/u.test(whole) ? `${whole}…` : whole;
}
