/**
 * How a page lies in a picture of it: a perspective (eight numbers, as a camera sees a flat sheet)
 * and over it a slow bending (a polynomial, as paper, rollers and lenses bend it). Fitted to many
 * measured places at once, so that no single line can pull it along.
 */
import { invariant } from '../common/invariant.ts';
import type { Place, PlaceMap } from './picture.ts';

/** Row by row, the last is 1: `[x y 1]` goes to `[a b c]`, seen at `[a/c b/c]`. */
export type Perspective = readonly number[];

export type Pair = { readonly from: Place; readonly to: Place; readonly weight: number };

export function through(perspective: Perspective): PlaceMap {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = perspective;
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
  };
}

/** Solves a small system with a symmetric positive matrix; null when it is singular. */
export function solve(matrix: number[][], right: number[]): number[] | null {
  const count = right.length;
  for (let at = 0; at < count; at += 1) {
    let pivot = at;
    for (let row = at + 1; row < count; row += 1) {
      if (Math.abs(cell(matrix, row, at)) > Math.abs(cell(matrix, pivot, at))) pivot = row;
    }
    [matrix[at], matrix[pivot]] = [matrix[pivot] as number[], matrix[at] as number[]];
    [right[at], right[pivot]] = [right[pivot] as number, right[at] as number];
    const lead = cell(matrix, at, at);
    if (Math.abs(lead) < 1e-12) return null;
    for (let row = at + 1; row < count; row += 1) {
      const share = cell(matrix, row, at) / lead;
      const target = matrix[row] as number[];
      for (let column = at; column < count; column += 1) {
        target[column] = (target[column] as number) - share * cell(matrix, at, column);
      }
      right[row] = (right[row] as number) - share * (right[at] as number);
    }
  }
  for (let at = count - 1; at >= 0; at -= 1) {
    for (let column = at + 1; column < count; column += 1) {
      right[at] = (right[at] as number) - cell(matrix, at, column) * (right[column] as number);
    }
    right[at] = (right[at] as number) / cell(matrix, at, at);
  }
  return right;
}

function cell(matrix: readonly number[][], row: number, column: number): number {
  return matrix[row]?.[column] as number;
}

export type Sample = {
  readonly terms: readonly number[];
  readonly value: number;
  readonly weight: number;
};

/** The weighted least squares of `value` over `terms`; null when they do not determine it. */
export function leastSquares(samples: readonly Sample[]): number[] | null {
  const count = samples[0]?.terms.length ?? 0;
  const matrix = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const right = new Array<number>(count).fill(0);
  for (const { terms, value, weight } of samples) {
    for (let row = 0; row < count; row += 1) {
      const scaled = weight * (terms[row] as number);
      right[row] = (right[row] as number) + scaled * value;
      const target = matrix[row] as number[];
      for (let column = 0; column < count; column += 1) {
        target[column] = (target[column] as number) + scaled * (terms[column] as number);
      }
    }
  }
  return count === 0 ? null : solve(matrix, right);
}

/** Perspective terms need both ends of a page; a strip of it is seen as if flat. */
const LEAST_PAIRS = 12;
const ROUNDS = 4;

/**
 * The perspective through pairs of places, those that do not fit weighed down. Coordinates are
 * scaled by `unit` inside, for the arithmetic's sake. Null with too few pairs.
 */
export function fitPerspective(pairs: readonly Pair[], unit: number): Perspective | null {
  if (pairs.length < LEAST_PAIRS) return null;
  let weights = pairs.map(({ weight }) => weight);
  let fitted: number[] | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    fitted = leastSquares(
      pairs.flatMap((pair, at) => perspectiveRows(pair, weights[at] ?? 0, unit)),
    );
    if (!fitted) return null;
    const map = through(unscaled(fitted, unit));
    const misses = pairs.map(({ from, to }) => {
      const [x, y] = map(from[0], from[1]);
      return Math.hypot(x - to[0], y - to[1]);
    });
    const usual = Math.max(0.2, misses.toSorted((one, two) => one - two)[misses.length >> 1] ?? 0);
    weights = pairs.map(({ weight }, at) => weight / (1 + ((misses[at] ?? 0) / (2 * usual)) ** 4));
  }
  invariant(fitted !== null, 'there was a round');
  return unscaled(fitted, unit);
}

function perspectiveRows({ from, to }: Pair, weight: number, unit: number): Sample[] {
  const [x, y] = [from[0] / unit, from[1] / unit];
  const [u, v] = [to[0] / unit, to[1] / unit];
  return [
    { terms: [x, y, 1, 0, 0, 0, -u * x, -u * y], value: u, weight },
    { terms: [0, 0, 0, x, y, 1, -v * x, -v * y], value: v, weight },
  ];
}

function unscaled(fitted: readonly number[], unit: number): Perspective {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = fitted;
  return [a, b, c * unit, d, e, f * unit, g / unit, h / unit];
}

/** The terms of a bending at a place of the unit square, up to the given power. */
export function bendingTerms([x, y]: Place, power: number): number[] {
  const terms: number[] = [];
  for (let total = 0; total <= power; total += 1) {
    for (let across = 0; across <= total; across += 1)
      terms.push(x ** across * y ** (total - across));
  }
  return terms;
}

export type Bending = {
  readonly power: number;
  readonly unit: number;
  readonly across: readonly number[];
  readonly down: readonly number[];
};

export const NO_BENDING: Bending = { power: 0, unit: 1, across: [0], down: [0] };

export function bent({ power, unit, across, down }: Bending): PlaceMap {
  return (x, y) => {
    const terms = bendingTerms([x / unit, y / unit], power);
    let [dx, dy] = [0, 0];
    terms.forEach((term, at) => {
      dx += term * (across[at] ?? 0);
      dy += term * (down[at] ?? 0);
    });
    return [x + dx, y + dy];
  };
}
