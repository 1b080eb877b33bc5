/**
 * Which copy a reading fits, or that it fits none for certain. Names a copy, never a person.
 *
 * The bound. For whoever does not know the secret, the code of a copy that the picture was not made
 * from is a row of independent even coins, independent of everything read from the picture. So for
 * any readings r, whatever noise, bending or forgery made them, Chernoff's inequality gives
 * P(sum r_i c_i >= t) <= min over s > 0 of exp(-s t) * product of cosh(s r_i). This times the
 * number of copies looked through is the chance that any copy that is not the right one fits as
 * well. A copy is named only where that is at most one in a million.
 */
import { type PageCode, signAt } from './code-signs.ts';
import type { MarkReading } from './mark-reading.ts';

/** At most this chance of naming a copy that the picture was not made from. */
export const MOST_CHANCE = 1e-6;
const LEAST_CERTAIN = Math.log10(MOST_CHANCE);

export type ListedCopy = { readonly copyMarkId: string; readonly code: PageCode };

export type CopyFit = {
  readonly copyMarkId: string;
  /** log10 of the chance that any listed copy but the right one fits so well. */
  readonly chanceLog10: number;
};

export const INCONCLUSIVE = ['nothing-fits', 'several-fit'] as const;
export type Inconclusive = (typeof INCONCLUSIVE)[number];

export type CopyFinding = {
  /** Null: inconclusive. */
  readonly named: string | null;
  readonly why: Inconclusive | null;
  /** The best three, best first. */
  readonly fits: readonly CopyFit[];
};

function sumOf(readings: readonly MarkReading[], code: PageCode): number {
  return readings.reduce((sum, { line, slot, steps }) => sum + steps * signAt(code, line, slot), 0);
}

/** ln cosh, without overflow. */
const lnCosh = (value: number) => {
  const size = Math.abs(value);
  return size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
};

const MOST_RATE = 64;

/** ln of the bound for one code; 0 where nothing can be said. */
export function lnChance(readings: readonly MarkReading[], fit: number): number {
  if (fit <= 0) return 0;
  const exponent = (rate: number) =>
    readings.reduce((sum, { steps }) => sum + lnCosh(rate * steps), -rate * fit);
  // Convex in the rate; any rate gives a true bound, the best one the sharpest.
  let [low, high] = [0, MOST_RATE];
  for (let round = 0; round < 60; round += 1) {
    const third = (high - low) / 3;
    if (exponent(low + third) < exponent(high - third)) high -= third;
    else low += third;
  }
  return Math.min(0, exponent((low + high) / 2));
}

/** How many of the best fits are told. */
const TOLD = 3;

export function decideCopy(
  readings: readonly MarkReading[],
  copies: readonly ListedCopy[],
): CopyFinding {
  const tried = Math.log(Math.max(1, copies.length));
  const fits = copies
    .map(({ copyMarkId, code }) => ({ copyMarkId, sum: sumOf(readings, code) }))
    .toSorted((one, two) => two.sum - one.sum)
    .slice(0, TOLD)
    .map(({ copyMarkId, sum }) => ({
      copyMarkId,
      chanceLog10: Math.min(0, (lnChance(readings, sum) + tried) / Math.LN10),
    }));
  const [only, other] = fits.filter(({ chanceLog10 }) => chanceLog10 <= LEAST_CERTAIN);
  if (only && !other) return { named: only.copyMarkId, why: null, fits };
  return { named: null, why: other ? 'several-fit' : 'nothing-fits', fits };
}
