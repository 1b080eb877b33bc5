/**
 * Reads the copy mark from a picture of a page: lays the picture over the plain page, and measures
 * how far each line and each piece of it stands from its place. What is read are numbers; which
 * copy they fit, if any, is decided by `decide-copy.ts`, which alone knows the codes.
 */
import { findLines, type Layout } from './find-lines.ts';
import { findPieces, type PieceFound } from './find-pieces.ts';
import { type MarkReading, MOST_STEPS, type PageReading } from './mark-reading.ts';
import { measureShifts, type Shift } from './measure-shifts.ts';
import {
  halved,
  type Picture,
  type Place,
  type PlaceMap,
  seenThrough,
  softened,
} from './picture.ts';
import { placeRoughly, type RoughPage, roughPage } from './place-roughly.ts';
import {
  type Bending,
  bendingTerms,
  bent,
  fitPerspective,
  leastSquares,
  NO_BENDING,
  through,
} from './warp.ts';

/** The plain page with what every reading of it needs. */
export type PlainPage = {
  readonly layout: Layout;
  readonly soft: Picture;
  /** A quarter as wide. */
  readonly quarter: Picture;
  readonly rough: RoughPage;
};

const SOFTENING = 3;

export function plainPage(picture: Picture): PlainPage {
  return {
    layout: findLines(picture),
    soft: softened(picture, SOFTENING),
    quarter: halved(halved(picture)),
    rough: roughPage(picture),
  };
}

const LEAST_LIKENESS = 0.3;
const LEAST_PIECES = 9;
const FINER = 1.7;
const MOST_PASSES = 3;
/** The page lies right to a small part of a step. */
const STILL_PX = 0.35;

type Looking = { readonly page: PlainPage; readonly picture: Picture };

const QUARTER = 4;

type Searched = { readonly map: PlaceMap | null; readonly likeness: number };

/** Finds the pieces by looking around, and the perspective that they tell. */
function searched({ page, picture }: Looking, map: PlaceMap, reach: number): Searched {
  const { quarter, layout } = page;
  const seen = seenThrough(picture, (x, y) => map(x * QUARTER, y * QUARTER), {
    width: quarter.width,
    height: quarter.height,
    outside: Number.NaN,
  });
  const found = findPieces(quarter, softened(seen, 1), { layout, shrink: QUARTER, reach });
  const good = found.filter(({ likeness }) => likeness > 0.4);
  const inside = found.filter(({ likeness }) => likeness > 0);
  const sum = inside.reduce((all, { likeness }) => all + likeness, 0);
  return { map: refitted(map, good, page), likeness: sum / Math.max(LEAST_PIECES, inside.length) };
}

const SURELY_THERE = 0.65;

/** The place of several that a closer look finds right. */
function settled(looking: Looking, places: readonly PlaceMap[]): PlaceMap | null {
  let best: Searched = { map: null, likeness: 0 };
  for (const place of places) {
    const first = searched(looking, place, 4);
    const nearer = first.map ? searched(looking, first.map, 3) : first;
    if (nearer.map && nearer.likeness > best.likeness) best = nearer;
    if (best.likeness >= SURELY_THERE) break;
  }
  return best.map;
}

function refitted(map: PlaceMap, found: readonly PieceFound[], page: PlainPage): PlaceMap | null {
  const pairs = found.map(({ x, y, dx, dy, likeness }) => ({
    from: [x, y] as const,
    to: map(x + dx, y + dy),
    weight: likeness,
  }));
  const fitted = fitPerspective(pairs, page.layout.width);
  return fitted ? through(fitted) : null;
}

/** A strip of a page tells less of its bending than a whole one. */
function powerFor(shifts: readonly Shift[]): number {
  const lines = new Set(shifts.map(({ line }) => line)).size;
  return lines >= 20 ? 3 : 2;
}

function bendingOf(shifts: readonly Shift[], unit: number): Bending {
  const power = powerFor(shifts);
  const fit = (value: (shift: Shift) => number) =>
    leastSquares(
      shifts.map((shift) => ({
        terms: bendingTerms([shift.x / unit, shift.y / unit], power),
        value: value(shift),
        weight: shift.likeness,
      })),
    );
  const [across, down] = [fit(({ dx }) => dx), fit(({ dy }) => dy)];
  return across && down ? { power, unit, across, down } : NO_BENDING;
}

const composed =
  (outer: PlaceMap, inner: PlaceMap): PlaceMap =>
  (x, y) => {
    const [u, v] = inner(x, y);
    return outer(u, v);
  };

const isStill = ([u, v]: Place, [x, y]: Place) => Math.hypot(u - x, v - y) < STILL_PX;

/** Measures at full size; each pass takes off the bending that the last one found. */
function measured({ page, picture }: Looking, rough: PlaceMap): Shift[] {
  const { layout, soft } = page;
  let map = rough;
  for (let pass = 1; ; pass += 1) {
    const seen = seenThrough(picture, map, {
      width: layout.width,
      height: layout.height,
      outside: Number.NaN,
    });
    const shifts = measureShifts(soft, softened(seen, SOFTENING), layout).filter(
      ({ likeness }) => likeness > LEAST_LIKENESS,
    );
    if (shifts.length < LEAST_PIECES || pass === MOST_PASSES) return shifts;
    const lie = bent(bendingOf(shifts, layout.width));
    if (shifts.every(({ x, y }) => isStill(lie(x, y), [x, y]))) return shifts;
    map = composed(map, lie);
  }
}

const clamped = (steps: number) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps));

function readingsOf(shifts: readonly Shift[], layout: Layout): MarkReading[] {
  const bending = bendingOf(shifts, layout.width);
  const lie = bent(bending);
  const down = new Map<number, { sum: number; weight: number }>();
  const readings: MarkReading[] = [];
  for (const { line, piece, x, y, dx, dy, likeness } of shifts) {
    const [u, v] = lie(x, y);
    readings.push({ line, slot: piece + 1, steps: clamped(dx - (u - x)) });
    const sofar = down.get(line) ?? { sum: 0, weight: 0 };
    down.set(line, {
      sum: sofar.sum + likeness * (dy - (v - y)),
      weight: sofar.weight + likeness,
    });
  }
  for (const [line, { sum, weight }] of down) {
    readings.push({ line, slot: 0, steps: clamped(sum / weight) });
  }
  return readings;
}

export function readMarks(page: PlainPage, picture: Picture): PageReading {
  if (page.layout.lines.length === 0) return { ok: false, why: 'no-lines' };
  const places = placeRoughly(page.rough, picture);
  // A finer picture than the page says nothing more, and would be looked at through a sieve.
  if ((places[0]?.scale ?? 0) >= FINER) return readMarks(page, halved(picture));
  const looking = { page, picture };
  const near = settled(
    looking,
    places.map(({ map }) => map),
  );
  if (!near) return { ok: false, why: 'page-not-found' };
  const shifts = measured(looking, near);
  if (shifts.length < LEAST_PIECES) return { ok: false, why: 'too-little-seen' };
  const readings = readingsOf(shifts, page.layout);
  return { ok: true, readings, lines: new Set(shifts.map(({ line }) => line)).size };
}
