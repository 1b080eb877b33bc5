/**
 * Counts by 32-bit key in two typed arrays (open addressing). Slots follow the order of keys, so
 * growing is one walk. Two things with one key share a count: rare, and the same in every order
 * of entry.
 */
const FULL_SHARE = 0.75;
const LARGEST = 65_535;

export class CountTable {
  private keys = new Uint32Array(1024);
  private counts = new Uint16Array(1024);
  private used = 0;

  get size(): number {
    return this.used;
  }

  get bytes(): number {
    return this.keys.byteLength + this.counts.byteLength;
  }

  get(key: number): number {
    return this.counts[this.slotOf(key)] as number;
  }

  /** Adds one; counts stop at 65,535. */
  increment(key: number): void {
    const slot = this.slotOf(key);
    const count = this.counts[slot] as number;
    if (count === 0) {
      this.keys[slot] = key;
      this.used++;
    }
    if (count < LARGEST) this.counts[slot] = count + 1;
    if (this.used > this.keys.length * FULL_SHARE) this.rebuild(this.keys.length * 1.6, 1);
  }

  /** Forgets every count under `least` and gives the room back. */
  dropBelow(least: number): void {
    let kept = 0;
    for (const count of this.counts) if (count >= least) kept++;
    this.rebuild(Math.max(1024, kept / FULL_SHARE + 1), least);
  }

  private slotOf(key: number): number {
    const capacity = this.keys.length;
    let slot = (key * (capacity / 4_294_967_296)) | 0;
    while (this.counts[slot] !== 0 && this.keys[slot] !== key) {
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
    return slot;
  }

  private rebuild(capacity: number, least: number): void {
    const { keys, counts } = this;
    this.keys = new Uint32Array(Math.ceil(capacity));
    this.counts = new Uint16Array(this.keys.length);
    this.used = 0;
    for (let at = 0; at < keys.length; at++) {
      const count = counts[at] as number;
      if (count < least || count === 0) continue;
      const slot = this.slotOf(keys[at] as number);
      this.keys[slot] = keys[at] as number;
      this.counts[slot] = count;
      this.used++;
    }
  }
}
