/**
 * Bits of surprise by a 32-bit key in 16-bit cells: ten bits of the key and six of the value. Small
 * enough to stay in the processor's cache; one look-up of an absent key in some six hundred finds
 * another key's value.
 */
import type { Cells } from './surprise.ts';

const KEY_BITS = 10;
const LARGEST = 63;
/** Bits a step: 62 steps reach a little over eleven bits. */
const STEP = 0.18;
const LEAST_SHIFT = 22;

export class SurpriseTable implements Cells {
  cells = new Uint16Array(1024);
  shift = LEAST_SHIFT;

  get bytes(): number {
    return this.cells.byteLength;
  }

  /** Empties the table and makes room for so many keys. */
  reset(keys: number): void {
    const bits = Math.max(32 - LEAST_SHIFT, Math.ceil(Math.log2(keys * 1.5 + 1)));
    this.cells = new Uint16Array(2 ** bits);
    this.shift = 32 - bits;
  }

  /** The first value of a key stays. */
  set(key: number, bits: number): void {
    const last = this.cells.length - 1;
    const mark = key & ((1 << KEY_BITS) - 1);
    let slot = key >>> this.shift;
    while (this.cells[slot] !== 0) {
      if ((this.cells[slot] as number) >>> 6 === mark) return;
      slot = (slot + 1) & last;
    }
    const value = Math.min(LARGEST, 1 + Math.round(Math.max(0, bits) / STEP));
    this.cells[slot] = (mark << 6) | value;
  }

  /** -1 when the key is absent. */
  get(key: number): number {
    const { cells } = this;
    const last = cells.length - 1;
    const mark = key & ((1 << KEY_BITS) - 1);
    let slot = key >>> this.shift;
    for (;;) {
      const cell = cells[slot] as number;
      if (cell === 0) return -1;
      if (cell >>> 6 === mark) return ((cell & LARGEST) - 1) * STEP;
      slot = (slot + 1) & last;
    }
  }
}
