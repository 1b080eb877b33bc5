/**
 * An instance of the language model's inner loop (`surprise.as`, WebAssembly) with the tables of
 * one frozen model. Its memory holds no text but the ids of the row at hand.
 */
import { compiled, roomIn } from '../compiled.ts';
import { FIRST_NUMBER, FIRST_OTHER } from '../text/tokens.ts';
import { SURPRISE_MODULE } from './surprise-module.ts';

/** Where tables and rows lie; `surprise.as` knows the same numbers. */
const ROW = 2048;
const ALONE = 1024;
const UNSEEN = ALONE + 4 * 65_536;
const OWN = UNSEEN + 4 * 65_536;
const IDS = OWN + 4 * (FIRST_OTHER - FIRST_NUMBER);
const SUMS = IDS + 2 * (ROW + 8);
const KEYS = SUMS + 4 * (ROW + 8);
const CELLS = KEYS + 3 * 4 * ROW;

/** Cells by the upper bits of a key: 2 ** (32 - shift) of them. */
export type Cells = { readonly cells: Uint16Array; readonly shift: number };

export type Tables = {
  /** By token: its bits without context, and what an unseen pair costs beyond its second token. */
  readonly alone: Float32Array;
  readonly unseen: Float32Array;
  /** By number: bits of its digits. */
  readonly own: Float32Array;
  readonly pairs: Cells;
  readonly triples: Cells;
  readonly trust: number;
  /** No token brings more. */
  readonly mostBits: number;
};

type Loop = {
  readonly memory: WebAssembly.Memory;
  place(pairShift: number, tripleShift: number, trust: number, mostBits: number): void;
  sum(count: number): number;
};

const MODULE = compiled(SURPRISE_MODULE);

export class Surprise {
  /** The cells that it was made from. */
  readonly pairs: Uint16Array;
  readonly #loop: Loop;
  readonly #ids: Uint16Array;
  readonly #sums: Float32Array;
  readonly #keys: Uint32Array;

  constructor({ alone, unseen, own, pairs, triples, trust, mostBits }: Tables) {
    const { exports } = new WebAssembly.Instance(MODULE);
    this.#loop = exports as Loop; // what `surprise.as` exports
    const after = CELLS + pairs.cells.byteLength;
    const buffer = roomIn(this.#loop.memory, after + triples.cells.byteLength);
    new Float32Array(buffer, ALONE, alone.length).set(alone);
    new Float32Array(buffer, UNSEEN, unseen.length).set(unseen);
    new Float32Array(buffer, OWN, own.length).set(own);
    new Uint16Array(buffer, CELLS, pairs.cells.length).set(pairs.cells);
    new Uint16Array(buffer, after, triples.cells.length).set(triples.cells);
    this.#loop.place(pairs.shift, triples.shift, trust, mostBits);
    this.#ids = new Uint16Array(buffer, IDS, ROW + 2);
    this.#sums = new Float32Array(buffer, SUMS, ROW + 1);
    this.#keys = new Uint32Array(buffer, KEYS, 3 * ROW);
    this.pairs = pairs.cells;
  }

  /** `sums[at]`: bits of all tokens before `at`, each after the two before it. */
  sumRow(ids: Uint16Array, sums: Float32Array): void {
    const row = this.#ids;
    row.fill(0, 0, 2);
    this.#sums[0] = 0;
    sums[0] = 0;
    for (let from = 0; from < ids.length; from += ROW) {
      const to = Math.min(from + ROW, ids.length);
      row.set(ids.subarray(Math.max(0, from - 2), to), from === 0 ? 2 : 0);
      this.#loop.sum(to - from);
      sums.set(this.#sums.subarray(1, to - from + 1), from + 1);
      this.#sums[0] = sums[to] as number;
    }
    // It outlives the engine: what a protected text was made of must not stay there.
    const most = Math.min(ROW, ids.length);
    row.fill(0, 0, most + 2);
    this.#sums.fill(0, 0, most + 1);
    for (let keys = 0; keys < 3; keys++) this.#keys.fill(0, keys * ROW, keys * ROW + most);
  }
}
