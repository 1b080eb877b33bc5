/**
 * Which parcel may follow which. A one-way channel cannot ask again, so what is missing must be
 * seen and named: numbers have no gap, and each manifest carries the hash of the one before.
 */
import { type Outcome, permit, refuse } from '../common/refusal.ts';
import type { Manifest } from './manifest.ts';

/** The parcel taken last from this collector. */
export type Taken = { readonly number: number; readonly manifestSha256: string };

export type Arriving = {
  readonly manifest: Pick<Manifest, 'number' | 'previous'>;
  readonly manifestSha256: string;
  /** The officer takes it although parcels before it are lost; the entry names them. */
  readonly acceptGap: boolean;
};

/** What is missing before the parcel: null, or the numbers that are given up. */
export type Gap = { readonly from: number; readonly to: number };

/**
 * `known`: the manifest taken under this very number, if any. Refuses `parcel-taken` (the same
 * again), `parcel-forged` (another manifest under a taken number, or a chain that does not fit)
 * and `parcel-gap`.
 */
export function decideSequence(
  last: Taken | null,
  known: Taken | null,
  { manifest, manifestSha256, acceptGap }: Arriving,
): Outcome<Gap | null> {
  const { number, previous } = manifest;
  const awaited = (last?.number ?? 0) + 1;
  if (number < awaited) {
    const isSame = known?.manifestSha256 === manifestSha256;
    return refuse({ code: isSame ? 'parcel-taken' : 'parcel-forged', facts: { number } });
  }
  if (number > awaited) {
    const gap: Gap = { from: awaited, to: number - 1 };
    return acceptGap ? permit(gap) : refuse({ code: 'parcel-gap', facts: { ...gap, number } });
  }
  const fits = previous === (last?.manifestSha256 ?? null);
  return fits ? permit(null) : refuse({ code: 'parcel-forged', facts: { number } });
}
