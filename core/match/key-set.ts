/** A set of 32-bit keys in one typed array, and one that is emptied in no time. */

/** The two bits of a key in a word of a filter (Bloom, 1970). */
export function twoBits(key: number): number {
  const spread = Math.imul(key, 0x9e3779b1);
  return (1 << (spread >>> 27)) | (1 << ((spread >>> 22) & 31));
}

const FULL_SHARE = 0.5;

/** Bits of the filter before the keys, for each of them: most keys asked for are absent. */
const FILTER_BITS = 8;

/** Grows without end; key 0 is kept as key 1. */
export class KeySet {
  private keys = new Uint32Array(1024);
  private filter = new Uint32Array(1024 / 8);
  private used = 0;

  get bytes(): number {
    return this.keys.byteLength + this.filter.byteLength;
  }

  has(given: number): boolean {
    const key = given || 1;
    const two = twoBits(key);
    if (((this.filter[this.wordOf(key)] as number) & two) !== two) return false;
    return this.keys[this.slotOf(key)] !== 0;
  }

  /** Sets the flag of every key that is there; the filter is read for all keys in a row. */
  flagPresent(keys: Uint32Array, flags: Uint8Array, count: number): void {
    const { filter } = this;
    const scale = filter.length / 4_294_967_296;
    for (let at = 0; at < count; at++) {
      const key = keys[at] as number;
      const two = twoBits(key);
      if (((filter[(key * scale) | 0] as number) & two) === two && this.has(key)) flags[at] = 1;
    }
  }

  /** True when the key is new. */
  add(given: number): boolean {
    const key = given || 1;
    const slot = this.slotOf(key);
    if (this.keys[slot] !== 0) return false;
    this.keys[slot] = key;
    this.mark(key);
    this.used++;
    if (this.used > this.keys.length * FULL_SHARE) this.grow();
    return true;
  }

  private wordOf(key: number): number {
    return (key * (this.filter.length / 4_294_967_296)) | 0;
  }

  private mark(key: number): void {
    const word = this.wordOf(key);
    this.filter[word] = (this.filter[word] as number) | twoBits(key);
  }

  private slotOf(key: number): number {
    const capacity = this.keys.length;
    let slot = (key * (capacity / 4_294_967_296)) | 0;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) {
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
    return slot;
  }

  private grow(): void {
    const { keys } = this;
    this.keys = new Uint32Array(Math.ceil(keys.length * 1.6));
    this.filter = new Uint32Array(Math.ceil((this.keys.length * FULL_SHARE * FILTER_BITS) / 32));
    for (const key of keys) {
      if (key === 0) continue;
      this.keys[this.slotOf(key)] = key;
      this.mark(key);
    }
  }
}

/** A set for one text at a time: `clear` only starts a new generation. */
export class ScratchSet {
  /** Key and generation side by side. */
  private rows = new Uint32Array(16_384);
  private generation = 1;
  private used = 0;

  clear(): void {
    this.generation++;
    this.used = 0;
  }

  /** True when the key is new since the last `clear`. */
  add(key: number): boolean {
    const slot = this.slotOf(key);
    if (this.rows[slot + 1] === this.generation) return false;
    this.rows[slot] = key;
    this.rows[slot + 1] = this.generation;
    if (++this.used * 4 > this.rows.length) this.grow();
    return true;
  }

  private slotOf(key: number): number {
    const { rows, generation } = this;
    const last = rows.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) << 1) & last;
    while (rows[slot + 1] === generation && rows[slot] !== key) slot = (slot + 2) & last;
    return slot;
  }

  private grow(): void {
    const { rows, generation } = this;
    this.rows = new Uint32Array(rows.length * 2);
    for (let at = 0; at < rows.length; at += 2) {
      if (rows[at + 1] !== generation) continue;
      const slot = this.slotOf(rows[at] as number);
      this.rows[slot] = rows[at] as number;
      this.rows[slot + 1] = generation;
    }
  }
}
