/**
 * A spot says in one number where a seed stands and whether it may lead there by itself: twice the
 * granule, and one more if a run of words that holds no other seed may still surprise enough.
 */
import { GRANULE_BITS } from './stored/granule.ts';

export const spotOf = (place: number, leads: boolean): number =>
  (place >>> GRANULE_BITS) * 2 + (leads ? 1 : 0);

export const granuleOf = (spot: number): number => spot >>> 1;

export const leadsAlone = (spot: number): number => spot & 1;

/** The first token of its granule. */
export const firstOfSpot = (spot: number): number => (spot >>> 1) << GRANULE_BITS;

/** More spots than there are in a store of so many tokens. */
export const spotsIn = (tokens: number): number => ((tokens >>> GRANULE_BITS) + 1) * 2;
