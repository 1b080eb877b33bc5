/**
 * One instance of the reader of granules (`decode.as`, WebAssembly): their words are handed in and
 * read together. What it holds is as secret as the documents; its arrays are plain fields, so that
 * whoever wipes an engine reaches them.
 */
import { compiled, roomIn } from '../compiled.ts';
import { DECODE_MODULE } from './decode-module.ts';
import { GRANULE } from './granule.ts';
import type { TokenCode } from './token-code.ts';

/** Granules kept, and granules read together; `decode.as` knows the same numbers. */
export const KEPT = 1024;
export const BATCH = 256;
/** Words of a granule, and some that may be read beyond. */
export const ROOM = 48;
const LENGTHS = 32;
const MOST_SYMBOLS = 4608;
const NEAR = 1024;
const FIRSTS = NEAR + 4 * 4096;
const COUNTS = FIRSTS + 4 * LENGTHS;
const BEGINS = COUNTS + 4 * LENGTHS;
const ORDERED = BEGINS + 4 * LENGTHS;
const IDS = ORDERED + 4 * MOST_SYMBOLS;
const PLACES = IDS + 2 * GRANULE * KEPT;
const BITS = PLACES + 4 * BATCH;
const WORDS = BITS + 4 * BATCH;

type Loop = { readonly memory: WebAssembly.Memory; decode(granules: number): void };

const MODULE = compiled(DECODE_MODULE);

export class Decoder {
  /** The ids of the granules kept, by their places. */
  readonly ids: Uint16Array;
  /** By granule of a batch: its place, the bit of its first word where it begins, its words. */
  readonly places: Uint32Array;
  readonly bits: Uint32Array;
  readonly words: Uint32Array;
  readonly #loop: Loop;

  constructor() {
    const { exports } = new WebAssembly.Instance(MODULE);
    this.#loop = exports as Loop; // what `decode.as` exports
    const buffer = roomIn(this.#loop.memory, WORDS + 4 * ROOM * BATCH);
    this.ids = new Uint16Array(buffer, IDS, KEPT * GRANULE);
    this.places = new Uint32Array(buffer, PLACES, BATCH);
    this.bits = new Uint32Array(buffer, BITS, BATCH);
    this.words = new Uint32Array(buffer, WORDS, ROOM * BATCH);
  }

  /** The code that words are read by from now on. */
  use({ near, firsts, counts, begins, ordered }: TokenCode): void {
    const { buffer } = this.#loop.memory;
    new Uint32Array(buffer, NEAR, near.length).set(near);
    new Uint32Array(buffer, FIRSTS, LENGTHS).set(firsts);
    new Uint32Array(buffer, COUNTS, LENGTHS).set(counts);
    new Uint32Array(buffer, BEGINS, LENGTHS).set(begins);
    new Uint32Array(buffer, ORDERED, MOST_SYMBOLS).set(ordered);
  }

  /** Reads the first granules of the batch. */
  read(granules: number): void {
    this.#loop.decode(granules);
  }
}
