/**
 * From a shingle key to the places in protected documents where it stands. Settled places lie in
 * buckets by the upper bits of the key, six bytes each: the lower half of the key and the place;
 * from 65,536 buckets on both together are the whole key. New places wait in chains until they are
 * a sixth of the settled ones, and then are merged in one walk.
 */
import { grown } from './growth.ts';

const LEAST_BUCKET_BITS = 16;
const PLACES_PER_BUCKET = 6;
const LEAST_WAITING = 16_384;
const WAITING_SHARE = 1 / 6;
/** A document that repeats itself gives this many places for one seed. */
const PLACES_PER_DOCUMENT = 4;

export class SeedIndex {
  private bucketBits = LEAST_BUCKET_BITS;
  private starts = new Uint32Array((1 << LEAST_BUCKET_BITS) + 1);
  private tails = new Uint16Array(0);
  private places = new Int32Array(0);
  private heads = new Int32Array(LEAST_WAITING).fill(-1);
  private next = new Int32Array(1024);
  private waitingKeys = new Uint32Array(1024);
  private waitingPlaces = new Int32Array(1024);
  private waiting = 0;
  /** A bit for every key's upper bits: most keys of an article are absent, this says so fast. */
  private present = new Uint32Array(1 << 13);
  private presentShift = 14;

  get size(): number {
    return this.places.length + this.waiting;
  }

  get bytes(): number {
    const settled = this.starts.byteLength + this.tails.byteLength + this.places.byteLength;
    const chains = this.heads.byteLength + this.next.byteLength;
    const rows = this.waitingKeys.byteLength + this.waitingPlaces.byteLength;
    return settled + chains + rows + this.present.byteLength;
  }

  /** False when no document has the key; true is only a hint. */
  mayHave(key: number): boolean {
    const bit = key >>> this.presentShift;
    return (((this.present[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
  }

  /**
   * Writes the places of a key into `into`, as many as it holds, and returns how many. Those of one
   * document follow each other; a removed document's are among them until the matcher is rebuilt.
   */
  placesOf(key: number, into: Int32Array): number {
    let count = 0;
    const bucket = key >>> (32 - this.bucketBits);
    const tail = key & 0xffff;
    const end = this.starts[bucket + 1] as number;
    for (let at = this.starts[bucket] as number; at < end && count < into.length; at++) {
      if (this.tails[at] === tail) into[count++] = this.places[at] as number;
    }
    const settled = count;
    let row = this.heads[this.chainOf(key)] as number;
    for (; row >= 0 && count < into.length; row = this.next[row] as number) {
      if (this.waitingKeys[row] === key) into[count++] = this.waitingPlaces[row] as number;
    }
    into.subarray(settled, count).reverse();
    return count;
  }

  /** Enters a seed at a place of the document that starts at `documentFirst`, the newest one. */
  add(key: number, place: number, documentFirst: number): void {
    const chain = this.chainOf(key);
    let own = 0;
    for (let row = this.heads[chain] as number; row >= 0; row = this.next[row] as number) {
      if ((this.waitingPlaces[row] as number) < documentFirst) break;
      if (this.waitingKeys[row] === key && ++own >= PLACES_PER_DOCUMENT) return;
    }
    const row = this.waiting++;
    this.next = grown(this.next, row + 1);
    this.waitingKeys = grown(this.waitingKeys, row + 1);
    this.waitingPlaces = grown(this.waitingPlaces, row + 1);
    this.waitingKeys[row] = key;
    this.waitingPlaces[row] = place;
    this.next[row] = this.heads[chain] as number;
    this.heads[chain] = row;
    this.mark(key);
  }

  /** To be called between documents. */
  settle(): void {
    if (this.waiting < Math.max(LEAST_WAITING, this.places.length * WAITING_SHARE)) return;
    const total = this.places.length + this.waiting;
    const wanted = Math.ceil(Math.log2(total / PLACES_PER_BUCKET));
    const bits = Math.min(28, Math.max(LEAST_BUCKET_BITS, wanted));
    const starts = new Uint32Array(2 ** bits + 1);
    this.eachSettled((key) => this.countIn(starts, key >>> (32 - bits)));
    for (let row = 0; row < this.waiting; row++) {
      this.countIn(starts, (this.waitingKeys[row] as number) >>> (32 - bits));
    }
    for (let bucket = 1; bucket < starts.length; bucket++) {
      starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
    }
    this.fill(starts, bits);
    this.markAll();
  }

  private countIn(starts: Uint32Array, bucket: number): void {
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
  }

  private fill(starts: Uint32Array<ArrayBuffer>, bits: number): void {
    const total = starts[starts.length - 1] as number;
    const tails = new Uint16Array(total);
    const places = new Int32Array(total);
    const ends = starts.slice();
    const put = (key: number, place: number): void => {
      const bucket = key >>> (32 - bits);
      const at = ends[bucket] as number;
      ends[bucket] = at + 1;
      tails[at] = key & 0xffff;
      places[at] = place;
    };
    this.eachSettled(put);
    for (let row = 0; row < this.waiting; row++) {
      put(this.waitingKeys[row] as number, this.waitingPlaces[row] as number);
    }
    [this.starts, this.tails, this.places, this.bucketBits] = [starts, tails, places, bits];
    this.waiting = 0;
    const chains = 2 ** Math.ceil(Math.log2(Math.max(LEAST_WAITING, total * WAITING_SHARE)));
    if (chains === this.heads.length) this.heads.fill(-1);
    else this.heads = new Int32Array(chains).fill(-1);
  }

  private eachSettled(visit: (key: number, place: number) => void): void {
    const { starts, tails, places, bucketBits } = this;
    const low = 0xffff >>> Math.max(0, bucketBits - 16);
    for (let bucket = 0; bucket < starts.length - 1; bucket++) {
      const end = starts[bucket + 1] as number;
      const upper = bucket * 2 ** (32 - bucketBits);
      for (let at = starts[bucket] as number; at < end; at++) {
        visit(upper + ((tails[at] as number) & low), places[at] as number);
      }
    }
  }

  /** Eight to sixteen bits a place. */
  private markAll(): void {
    const bits = Math.min(32, Math.ceil(Math.log2(this.places.length)) + 3);
    this.presentShift = 32 - bits;
    this.present = new Uint32Array(2 ** (bits - 5));
    this.eachSettled((key) => this.mark(key));
  }

  private mark(key: number): void {
    const bit = key >>> this.presentShift;
    this.present[bit >>> 5] = (this.present[bit >>> 5] as number) | (1 << (bit & 31));
  }

  private chainOf(key: number): number {
    return (key >>> 8) & (this.heads.length - 1);
  }
}
