/**
 * How far each piece of each line stands from where it stands on the plain page, in fractions of
 * a pixel: least-squares matching with gain and offset (Lucas and Kanade, 1981).
 */
import type { Layout } from './find-lines.ts';
import type { Picture } from './picture.ts';
import { solve } from './warp.ts';

export type Shift = {
  readonly line: number;
  readonly piece: number;
  /** The middle of the piece on the page. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** Of the picture's variance here, how much the page explains: 0 to 1. */
  readonly likeness: number;
};

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
type Fit = { readonly dx: number; readonly dy: number; readonly likeness: number };
type Offset = { readonly right: number; readonly down: number };

/** Beside and above a piece, its clear surroundings are looked at too. */
const AROUND_PX = 3;
/** Farther than this a piece is not looked for. */
const REACH_PX = 4;
const ROUNDS = 3;
/** The part of a piece that must lie within the picture. */
const WITHIN = 0.9;

/** Sums of products of the page, 1, its slopes across and down, and what is seen; see `sumsOf`. */
type Sums = {
  readonly products: readonly number[][];
  readonly withSeen: readonly number[];
  readonly seenSquared: number;
  readonly count: number;
};

function sumsOf(page: Picture, seen: Picture, { box, right, down }: Offset & { box: Box }): Sums {
  const { width } = page;
  let [pp, p1, px, py, x1, y1, xx, xy, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [ps, s1, xs, ys, ss, count] = [0, 0, 0, 0, 0, 0];
  for (let y = box.top; y < box.bottom; y += 1) {
    const ahead = (y + down) * width + right;
    for (let x = box.left; x < box.right; x += 1) {
      const value = seen.pixels[ahead + x] as number;
      // Outside the picture there is no number.
      if (Number.isNaN(value)) continue;
      const at = y * width + x;
      const p = page.pixels[at] as number;
      const gx = ((page.pixels[at + 1] as number) - (page.pixels[at - 1] as number)) / 2;
      const gy = ((page.pixels[at + width] as number) - (page.pixels[at - width] as number)) / 2;
      count += 1;
      pp += p * p;
      p1 += p;
      px += p * gx;
      py += p * gy;
      x1 += gx;
      y1 += gy;
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
      ps += p * value;
      s1 += value;
      xs += gx * value;
      ys += gy * value;
      ss += value * value;
    }
  }
  const products = [
    [pp, p1, px, py],
    [p1, count, x1, y1],
    [px, x1, xx, xy],
    [py, y1, xy, yy],
  ];
  return { products, withSeen: [ps, s1, xs, ys], seenSquared: ss, count };
}

function fitOf({ products, withSeen, seenSquared, count }: Sums): Fit | null {
  const solved = solve(
    products.map((row) => [...row]),
    [...withSeen],
  );
  const gain = solved?.[0] ?? 0;
  if (!solved || gain <= 0.02) return null;
  const mean = (withSeen[1] ?? 0) / count;
  const variance = seenSquared / count - mean * mean;
  const explained = solved.reduce((sum, value, at) => sum + value * (withSeen[at] ?? 0), 0);
  const left = (seenSquared - explained) / count;
  const likeness = variance > 0 ? Math.max(0, 1 - left / variance) : 0;
  return { dx: -(solved[2] ?? 0) / gain, dy: -(solved[3] ?? 0) / gain, likeness };
}

/** The shift of one box; looked at anew from the nearest whole pixel until it stays. */
function shiftOf(page: Picture, seen: Picture, box: Box): Fit | null {
  let at: Offset = { right: 0, down: 0 };
  let fit: Fit | null = null;
  const area = (box.right - box.left) * (box.bottom - box.top);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = sumsOf(page, seen, { box, ...at });
    const step = sums.count < WITHIN * area ? null : fitOf(sums);
    if (!step) return null;
    fit = { dx: at.right + step.dx, dy: at.down + step.dy, likeness: step.likeness };
    if (Math.max(Math.abs(fit.dx), Math.abs(fit.dy)) > REACH_PX) return null;
    const next = { right: Math.round(fit.dx), down: Math.round(fit.dy) };
    if (next.right === at.right && next.down === at.down) break;
    at = next;
  }
  return fit;
}

/** Both pictures of the layout's size, equally softened; `seen` has no number outside the page. */
export function measureShifts(page: Picture, seen: Picture, layout: Layout): Shift[] {
  const shifts: Shift[] = [];
  const margin = AROUND_PX + REACH_PX + 1;
  layout.lines.forEach(({ top, bottom, pieces }, line) => {
    if (top < margin || bottom > page.height - margin) return;
    pieces.forEach(({ left, right }, piece) => {
      if (left < margin || right > page.width - margin) return;
      const box = {
        left: left - AROUND_PX,
        right: right + AROUND_PX,
        top: top - AROUND_PX,
        bottom: bottom + AROUND_PX,
      };
      const fit = shiftOf(page, seen, box);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (fit) shifts.push({ line, piece, x, y, ...fit });
    });
  });
  return shifts;
}
