/**
 * Counts by 32-bit key, key and count side by side in one typed array (open addressing): one
 * visit to memory a look-up. Slots follow the order of keys, so
 * growing is one walk. Two things with one key share a count: rare, and the same in every order
 * of entry.
 */
/** Most look-ups find nothing: a fuller table would make them walk far. */
const FULL_SHARE = 0.5;
const LARGEST = 65_535;

export class CountTable {
  private rows = new Uint32Array(2048);
  private capacity = 1024;
  private used = 0;

  get size(): number {
    return this.used;
  }

  get bytes(): number {
    return this.rows.byteLength;
  }

  get(key: number): number {
    return this.rows[this.slotOf(key) + 1] as number;
  }

  /** Adds one; counts stop at 65,535. */
  increment(key: number): void {
    const slot = this.slotOf(key);
    const count = this.rows[slot + 1] as number;
    if (count === 0) {
      this.rows[slot] = key;
      this.used++;
    }
    if (count < LARGEST) this.rows[slot + 1] = count + 1;
    if (this.used > this.capacity * FULL_SHARE) this.rebuild(this.capacity * 1.6, 1);
  }

  /** Forgets every count under `least` and gives the room back. */
  dropBelow(least: number): void {
    let kept = 0;
    for (let at = 1; at < this.rows.length; at += 2) if ((this.rows[at] as number) >= least) kept++;
    this.rebuild(Math.max(1024, kept / FULL_SHARE + 1), least);
  }

  /** The even index of a key's row, or of the free row where it belongs. */
  private slotOf(key: number): number {
    const { rows, capacity } = this;
    const last = 2 * capacity;
    let slot = 2 * Math.floor(key * (capacity / 4_294_967_296));
    while (rows[slot + 1] !== 0 && rows[slot] !== key) {
      slot += 2;
      if (slot === last) slot = 0;
    }
    return slot;
  }

  private rebuild(capacity: number, least: number): void {
    const { rows } = this;
    this.capacity = Math.ceil(capacity);
    this.rows = new Uint32Array(2 * this.capacity);
    this.used = 0;
    for (let at = 0; at < rows.length; at += 2) {
      const count = rows[at + 1] as number;
      if (count < least || count === 0) continue;
      const slot = this.slotOf(rows[at] as number);
      this.rows[slot] = rows[at] as number;
      this.rows[slot + 1] = count;
      this.used++;
    }
  }
}
