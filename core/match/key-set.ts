/** A set of 32-bit keys in one typed array, and one that is emptied in no time. */
const FULL_SHARE = 0.5;

/** Grows without end; key 0 is kept as key 1. */
export class KeySet {
  private keys = new Uint32Array(1024);
  private used = 0;

  get bytes(): number {
    return this.keys.byteLength;
  }

  has(key: number): boolean {
    return this.keys[this.slotOf(key || 1)] !== 0;
  }

  /** True when the key is new. */
  add(given: number): boolean {
    const key = given || 1;
    const slot = this.slotOf(key);
    if (this.keys[slot] !== 0) return false;
    this.keys[slot] = key;
    this.used++;
    if (this.used > this.keys.length * FULL_SHARE) this.grow();
    return true;
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
    for (const key of keys) if (key !== 0) this.keys[this.slotOf(key)] = key;
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
