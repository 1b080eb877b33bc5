/**
 * Counts by a key of two 32-bit words, the three side by side in one typed array (open addressing):
 * one visit to memory a look-up. Two keys never share a count. Used while learning only.
 */
import { mix } from '../shingle.ts';

const FULL_SHARE = 0.6;
const LEAST_ROWS = 1024;
const WIDTH = 3;
/** A power of two in rows: growing doubles. */
const emptyRows = (rows: number): Uint32Array<ArrayBuffer> => new Uint32Array(rows * WIDTH);

export class CountTable {
  private cells = emptyRows(LEAST_ROWS);
  private used = 0;

  get size(): number {
    return this.used;
  }

  get bytes(): number {
    return this.cells.byteLength;
  }

  get(low: number, high: number): number {
    return this.cells[this.cellOf(low, high) + 2] as number;
  }

  /** `by` is at least 1. */
  add(low: number, high: number, by: number): void {
    const cell = this.cellOf(low, high);
    const count = this.cells[cell + 2] as number;
    this.cells[cell + 2] = count + by;
    if (count > 0) return;
    this.cells[cell] = low;
    this.cells[cell + 1] = high;
    this.used++;
    if (this.used * WIDTH > this.cells.length * FULL_SHARE) this.grow();
  }

  each(visit: (low: number, high: number, count: number) => void): void {
    const { cells } = this;
    for (let cell = 0; cell < cells.length; cell += WIDTH) {
      const count = cells[cell + 2] as number;
      if (count > 0) visit(cells[cell] as number, cells[cell + 1] as number, count);
    }
  }

  clear(): void {
    this.cells = emptyRows(LEAST_ROWS);
    this.used = 0;
  }

  /** Where the key is, or belongs. */
  private cellOf(low: number, high: number): number {
    const { cells } = this;
    const last = cells.length / WIDTH - 1;
    let row = mix(Math.imul(low, 0x9e3779b1) ^ high) & last;
    for (;;) {
      const cell = row * WIDTH;
      if (cells[cell + 2] === 0 || (cells[cell] === low && cells[cell + 1] === high)) return cell;
      row = (row + 1) & last;
    }
  }

  private grow(): void {
    const { cells } = this;
    this.cells = emptyRows((cells.length / WIDTH) * 2);
    for (let from = 0; from < cells.length; from += WIDTH) {
      if (cells[from + 2] === 0) continue;
      const to = this.cellOf(cells[from] as number, cells[from + 1] as number);
      this.cells.set(cells.subarray(from, from + WIDTH), to);
    }
  }
}
