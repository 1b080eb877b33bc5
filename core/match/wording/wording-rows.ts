/** Rows of wording that are asked for together: whether each is public. */
import { grown } from '../growth.ts';

export class WordingRows {
  count = 0;
  /** By row: where it begins, who asks, its key, and 1 when it is public. */
  places = new Int32Array(1024);
  owners = new Int32Array(1024);
  keys = new Uint32Array(1024);
  flags = new Uint8Array(1024);

  clear(): void {
    this.count = 0;
  }

  add(place: number, owner: number): void {
    const row = this.count++;
    if (row === this.places.length) this.grow(row + 1);
    this.places[row] = place;
    this.owners[row] = owner;
  }

  private grow(rows: number): void {
    this.places = grown(this.places, rows);
    this.owners = grown(this.owners, rows);
    this.keys = grown(this.keys, rows);
    this.flags = grown(this.flags, rows);
  }
}
