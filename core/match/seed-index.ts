/**
 * From the key of a seed to the spots of protected documents where it stands. Settled places lie
 * in buckets by the upper bits of the key, one 32-bit cell each: the spot and as many further
 * bits of the key as there is room for. New places wait in chains until they are merged, in one
 * walk over all.
 */
import { grown } from './growth.ts';
import { twoBits } from './key-set.ts';
import type { Seeds } from './seeds.ts';

const LEAST_BUCKET_BITS = 12;
/** A bucket holds from this to twice as many places. */
const PLACES_PER_BUCKET = 10;
const LEAST_WAITING = 32_768;
/** While documents are added, and once articles are compared, this share may wait. */
const WAITING_SHARE = 1;
const WAITING_SHARE_AT_REST = 1 / 32;
const LEAST_CHAINS = 1024;
const FILTER_BITS_PER_SEED = 6;
const KEYS = 2 ** 32;

export class SeedIndex {
  private bucketBits = LEAST_BUCKET_BITS;
  private tailBits = 32 - LEAST_BUCKET_BITS;
  private starts = new Uint32Array(2 ** LEAST_BUCKET_BITS + 1);
  private cells = new Uint32Array(0);
  private heads = new Int32Array(LEAST_CHAINS).fill(-1);
  private next = new Int32Array(LEAST_CHAINS);
  private waitingKeys = new Uint32Array(LEAST_CHAINS);
  private waitingSpots = new Uint32Array(LEAST_CHAINS);
  private waiting = 0;
  /** Of those waiting, how many may be found. */
  private chained = 0;
  /** Most keys of an article are absent: two bits of a word say so fast. */
  private filter = new Uint32Array(LEAST_WAITING / 4);
  private filterScale = (LEAST_WAITING * FILTER_BITS_PER_SEED) / 32 / KEYS;
  /** The bits of a key that settled places still tell. */
  private known = -1;

  get size(): number {
    return this.cells.length + this.waiting;
  }

  get bytes(): number {
    const settled = this.starts.byteLength + this.cells.byteLength;
    const chains = this.heads.byteLength + this.next.byteLength;
    const rows = this.waitingKeys.byteLength + this.waitingSpots.byteLength;
    return settled + chains + rows + this.filter.byteLength;
  }

  /**
   * Writes the order of the seeds that some document may have into `into`, and returns how many:
   * for all others absence is certain, and memory is visited once for each.
   */
  mayHave({ keys, count }: Seeds, into: Int32Array): number {
    const { filter, filterScale, known } = this;
    let found = 0;
    for (let seed = 0; seed < count; seed++) {
      const told = ((keys[seed] as number) & known) >>> 0;
      const two = twoBits(told);
      if (((filter[(told * filterScale) >>> 0] as number) & two) === two) into[found++] = seed;
    }
    return found;
  }

  /** Brings what `spotsOf` will read near, all at once: waiting in turn is slower. */
  fetch({ keys }: Seeds, likely: Int32Array, count: number): number {
    const { starts, cells, bucketBits } = this;
    const shift = 32 - bucketBits;
    let seen = 0;
    for (let order = 0; order < count; order++) {
      seen ^= starts[(keys[likely[order] as number] as number) >>> shift] as number;
    }
    for (let order = 0; order < count; order++) {
      const first = starts[(keys[likely[order] as number] as number) >>> shift] as number;
      seen ^= first < cells.length ? (cells[first] as number) : 0;
    }
    return seen;
  }

  /**
   * Writes the spots of a key into `into`, as many as it holds, and returns how many. Those of
   * one document follow each other; a few may be of another key, and those of removed documents
   * are among them until the matcher is rebuilt.
   */
  spotsOf(key: number, into: Uint32Array): number {
    const { cells, bucketBits, tailBits } = this;
    let count = 0;
    const bucket = key >>> (32 - bucketBits);
    const mask = 2 ** tailBits - 1;
    const tail = (key >>> (32 - bucketBits - tailBits)) & mask;
    const end = this.starts[bucket + 1] as number;
    for (let at = this.starts[bucket] as number; at < end && count < into.length; at++) {
      const cell = cells[at] as number;
      if ((cell & mask) === tail) into[count++] = cell >>> tailBits;
    }
    const settled = count;
    let row = this.heads[this.chainOf(key)] as number;
    for (; row >= 0 && count < into.length; row = this.next[row] as number) {
      if (this.waitingKeys[row] === key) into[count++] = this.waitingSpots[row] as number;
    }
    if (count - settled > 1) into.subarray(settled, count).reverse();
    return count;
  }

  /** Enters a seed at a spot of the newest document; found once `settleAtRest` was called. */
  add(key: number, spot: number): void {
    const row = this.waiting++;
    this.waitingKeys = grown(this.waitingKeys, row + 1);
    this.waitingSpots = grown(this.waitingSpots, row + 1);
    this.waitingKeys[row] = key;
    this.waitingSpots[row] = spot;
  }

  /** To be called between documents. `spots`: how many there are. */
  settleWhenMany(spots: number): void {
    if (this.waiting >= Math.max(LEAST_WAITING, this.cells.length * WAITING_SHARE))
      this.settle(spots);
  }

  /** To be called before an article: looking through chains is slower. */
  settleAtRest(spots: number): void {
    if (this.chained === this.waiting) return;
    if (this.waiting >= Math.max(LEAST_WAITING, this.cells.length * WAITING_SHARE_AT_REST))
      this.settle(spots);
    else this.chainNew();
  }

  private settle(spots: number): void {
    const total = this.cells.length + this.waiting;
    const told = this.bucketBits + this.tailBits;
    const wanted = Math.max(LEAST_BUCKET_BITS, Math.floor(Math.log2(total / PLACES_PER_BUCKET)));
    const bits = Math.min(told, wanted);
    const tailBits = Math.min(told - bits, 32 - Math.ceil(Math.log2(spots + 1)));
    const starts = new Uint32Array(2 ** bits + 1);
    this.each((key) => {
      const after = (key >>> (32 - bits)) + 1;
      starts[after] = (starts[after] as number) + 1;
    });
    for (let bucket = 1; bucket < starts.length; bucket++) {
      starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
    }
    const cells = new Uint32Array(total);
    const mask = 2 ** tailBits - 1;
    const dropped = 32 - bits - tailBits;
    // Filled from each bucket's start, `starts` then holds the ends: the starts of the next ones.
    this.each((key, spot) => {
      const bucket = key >>> (32 - bits);
      const at = starts[bucket] as number;
      starts[bucket] = at + 1;
      cells[at] = spot * 2 ** tailBits + ((key >>> dropped) & mask);
    });
    starts.copyWithin(1, 0, starts.length - 1);
    starts[0] = 0;
    [this.starts, this.cells, this.bucketBits, this.tailBits] = [starts, cells, bits, tailBits];
    this.known = dropped === 0 ? -1 : -1 << dropped;
    [this.waiting, this.chained] = [0, 0];
    this.next = new Int32Array(LEAST_CHAINS);
    this.waitingKeys = new Uint32Array(LEAST_CHAINS);
    this.waitingSpots = new Uint32Array(LEAST_CHAINS);
    this.heads = new Int32Array(LEAST_CHAINS).fill(-1);
    this.markAll();
  }

  /** Settled places, then waiting ones: in the order of documents. */
  private each(visit: (key: number, spot: number) => void): void {
    const { starts, cells, bucketBits, tailBits } = this;
    const mask = 2 ** tailBits - 1;
    const unknown = 2 ** (32 - bucketBits - tailBits);
    for (let bucket = 0; bucket < starts.length - 1; bucket++) {
      const upper = bucket * 2 ** (32 - bucketBits);
      const end = starts[bucket + 1] as number;
      for (let at = starts[bucket] as number; at < end; at++) {
        const cell = cells[at] as number;
        visit(upper + (cell & mask) * unknown, cell >>> tailBits);
      }
    }
    for (let row = 0; row < this.waiting; row++) {
      visit(this.waitingKeys[row] as number, this.waitingSpots[row] as number);
    }
  }

  private markAll(): void {
    const words = (Math.max(LEAST_WAITING, this.cells.length) * FILTER_BITS_PER_SEED) / 32;
    this.filterScale = words / KEYS;
    this.filter = new Uint32Array(words + 1);
    this.each((key) => this.mark(key));
  }

  private mark(key: number): void {
    const told = (key & this.known) >>> 0;
    const word = (told * this.filterScale) >>> 0;
    this.filter[word] = (this.filter[word] as number) | twoBits(told);
  }

  private chainNew(): void {
    this.next = grown(this.next, this.waiting);
    let chains = this.heads.length;
    while (this.waiting > chains * 2) chains *= 4;
    if (chains > this.heads.length) {
      this.heads = new Int32Array(chains).fill(-1);
      this.chained = 0;
    }
    for (; this.chained < this.waiting; this.chained++) {
      const key = this.waitingKeys[this.chained] as number;
      const chain = this.chainOf(key);
      this.next[this.chained] = this.heads[chain] as number;
      this.heads[chain] = this.chained;
      this.mark(key);
    }
  }

  private chainOf(key: number): number {
    return (key >>> 8) & (this.heads.length - 1);
  }
}
