/**
 * Places where a seed of the article may stand in a document, before any document is read. Chance
 * gives many. One is worth reading when its seed may lead there by itself, or when it stands with
 * others near one diagonal (place in the document less place in the article).
 */
import type { Seeds } from './seeds.ts';
import { granuleOf, leadsAlone } from './spot.ts';
import { GRANULE } from './stored/granule.ts';

/** Bands of so many diagonals, as a power of two; two rows of them overlap by half. */
const BAND_BITS = 7;
const HALF_BAND = 1 << (BAND_BITS - 1);
/** Bands that share a place of the tally are taken for one: more is read, nothing is missed. */
const TALLY_BITS = 13;

export class Candidates {
  count = 0;
  /** Which seed of the article, and in which granule it may stand. */
  readonly seeds: Int32Array;
  readonly granules: Uint32Array;
  private readonly leads: Uint8Array;
  /** The bands of its diagonal, of either row. */
  private readonly near: Uint16Array;
  private readonly beside: Uint16Array;
  /** By band: how many candidates. */
  private readonly times = new Uint16Array(1 << TALLY_BITS);

  constructor(room: number) {
    this.seeds = new Int32Array(room);
    this.granules = new Uint32Array(room);
    this.leads = new Uint8Array(room);
    this.near = new Uint16Array(room);
    this.beside = new Uint16Array(room);
  }

  add(seed: number, spot: number): void {
    const order = this.count++;
    this.seeds[order] = seed;
    this.granules[order] = granuleOf(spot);
    this.leads[order] = leadsAlone(spot);
  }

  /** Keeps what is worth reading, in its order. `seeds`: those of the article. */
  leaveChance({ places }: Seeds): void {
    const { count, seeds, granules, leads, times, near, beside } = this;
    for (let order = 0; order < count; order++) {
      const at = places[seeds[order] as number] as number;
      const diagonal = (granules[order] as number) * GRANULE - at;
      const one = bandOf(diagonal, 0);
      const other = bandOf(diagonal + HALF_BAND, 1);
      near[order] = one;
      beside[order] = other;
      times[one] = times[other] = 0;
    }
    for (let order = 0; order < count; order++) {
      const one = near[order] as number;
      const other = beside[order] as number;
      times[one] = (times[one] as number) + 1;
      times[other] = (times[other] as number) + 1;
    }
    let kept = 0;
    for (let order = 0; order < count; order++) {
      const all =
        (times[near[order] as number] as number) + (times[beside[order] as number] as number);
      // It counts itself twice.
      if (all === 2 && leads[order] === 0) continue;
      seeds[kept] = seeds[order] as number;
      granules[kept++] = granules[order] as number;
    }
    this.count = kept;
  }
}

/** Where a band is counted; `side`: of which row of bands. */
function bandOf(diagonal: number, side: number): number {
  return Math.imul((diagonal >> BAND_BITS) * 2 + side, 0x9e3779b1) >>> (32 - TALLY_BITS);
}
