/**
 * The lines of text in a picture of a page, and the pieces of each line: runs of words of some
 * fifty millimetres, cut where two words part. Found on the plain picture at one fixed width, so
 * that every copy of a page has the same lines, in the same order.
 */
import { MOST_LINES } from './code-signs.ts';
import type { Picture } from './picture.ts';

/** The width at which lines are found; on A4 one pixel is 0.17 mm. */
export const LAYOUT_WIDTH_PX = 1_240;

export type Piece = { readonly left: number; readonly right: number };
/** `top` to, not including, `bottom`; also of what may be moved with it. */
export type Line = {
  readonly top: number;
  readonly bottom: number;
  readonly pieces: readonly Piece[];
};
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
};

const DARK = 140;
/** Fewer dark pixels in a row are a speck, or the tip of a letter of the next line. */
const ROW_DARK = 3;
/** Marks above capital letters stand this far above them. */
const ACCENT_GAP_PX = 2;
const LEAST_HEIGHT_PX = 10;
const MOST_HEIGHT_PX = 70;
/** Clear rows above and below: the line can move without touching its neighbours. */
const CLEAR_ROWS = 2;
const PIECE_PX = 320;
const MOST_PIECES = 4;
const LEAST_PIECE_PX = 90;
/** Two words part here; also after one has come two pixels nearer to the other. */
const WORD_GAP_PX = 5;

type Span = { readonly from: number; readonly to: number };

/** Runs of places that hold something, with gaps of at most `gap` closed. */
function spansOf(holds: (at: number) => boolean, count: number, gap: number): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (let at = 0; at < count; at += 1) {
    if (!holds(at)) continue;
    const last = spans.at(-1);
    if (last && at - last.to <= gap) last.to = at + 1;
    else spans.push({ from: at, to: at + 1 });
  }
  return spans;
}

function rowCounts({ width, height, pixels }: Picture): Uint32Array {
  const counts = new Uint32Array(height);
  for (let at = 0; at < pixels.length; at += 1) {
    if ((pixels[at] as number) < DARK) {
      const row = Math.trunc(at / width);
      counts[row] = (counts[row] as number) + 1;
    }
  }
  return counts;
}

function columnHolds({ width, pixels }: Picture, { from, to }: Span): Uint8Array {
  const holds = new Uint8Array(width);
  for (let y = from; y < to; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] as number) < DARK) holds[x] = 1;
    }
  }
  return holds;
}

/** Cuts a line at the word gaps nearest to equal parts. */
function piecesOf(words: readonly Span[]): Piece[] {
  const [left, right] = [words.at(0)?.from ?? 0, words.at(-1)?.to ?? 0];
  const wanted = Math.min(MOST_PIECES, Math.max(1, Math.round((right - left) / PIECE_PX)));
  const cuts = [left];
  for (let part = 1; part < wanted; part += 1) {
    const ideal = left + ((right - left) * part) / wanted;
    const gaps = words.slice(1).map((word, at) => ((words[at]?.to ?? 0) + word.from) / 2);
    const best = gaps.toSorted((one, two) => Math.abs(one - ideal) - Math.abs(two - ideal)).at(0);
    const cut = best === undefined ? 0 : Math.round(best);
    if (cut - (cuts.at(-1) ?? 0) >= LEAST_PIECE_PX && right - cut >= LEAST_PIECE_PX) cuts.push(cut);
  }
  return cuts
    .map((from, at) => ({ left: from, right: cuts[at + 1] ?? right }))
    .filter((piece) => piece.right - piece.left >= LEAST_PIECE_PX);
}

/**
 * The lines that can be moved. A line whose neighbour stands too near, or that a rule of a table
 * runs through, is left out: moving it would tear something.
 */
export function findLines(picture: Picture): Layout {
  const { width, height } = picture;
  const counts = rowCounts(picture);
  const isClear = (row: number) => (counts[row] ?? 0) <= ROW_DARK;
  const rows = spansOf((row) => !isClear(row), height, ACCENT_GAP_PX);
  const lines: Line[] = [];
  for (const span of rows) {
    const tall = span.to - span.from;
    if (tall < LEAST_HEIGHT_PX || tall > MOST_HEIGHT_PX) continue;
    const clear = Array.from({ length: CLEAR_ROWS }, (_, at) => at + 1);
    if (!clear.every((row) => isClear(span.from - row) && isClear(span.to - 1 + row))) continue;
    const holds = columnHolds(picture, span);
    const pieces = piecesOf(spansOf((x) => holds[x] === 1, width, WORD_GAP_PX));
    if (pieces.length > 0) {
      lines.push({ top: span.from - 1, bottom: span.to + 1, pieces });
    }
  }
  return { width, height, lines: lines.slice(0, MOST_LINES) };
}
