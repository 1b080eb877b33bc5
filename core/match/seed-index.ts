/**
 * From a shingle key to the places in protected documents where it stands, and to the number of
 * documents that have it. Open addressing in typed arrays; slots follow the order of keys, so
 * growing is one walk. One place is kept in the slot, more in a linked list.
 */
import { grown } from './growth.ts';

const FULL_SHARE = 0.8;
const MOST_DOCUMENTS = 65_535;
/** A document that repeats itself gives this many places for one seed. */
const PLACES_PER_DOCUMENT = 4;

export class SeedIndex {
  private keys = new Uint32Array(1024);
  private documents = new Uint16Array(1024);
  /** A place (0 or more), or `~node` of a list. */
  private heads = new Int32Array(1024);
  private nodePlaces = new Int32Array(256);
  private nodeNext = new Int32Array(256);
  private nodes = 0;
  private used = 0;
  /** A bit for every key's upper bits: most keys of an article are absent, this says so fast. */
  private present = new Uint32Array(1024);
  private presentShift = 17;

  get size(): number {
    return this.used;
  }

  get bytes(): number {
    const slots = this.keys.byteLength + this.documents.byteLength + this.heads.byteLength;
    return slots + this.nodePlaces.byteLength + this.nodeNext.byteLength + this.present.byteLength;
  }

  /** The slot of a key, or -1. */
  find(key: number): number {
    const { keys } = this;
    const capacity = keys.length;
    let slot = (key * (capacity / 4_294_967_296)) | 0;
    for (;;) {
      const found = keys[slot] as number;
      if (found === key) return slot;
      if (found === 0) return -1;
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
  }

  /** False when no document has the key; true is only a hint. */
  mayHave(key: number): boolean {
    const bit = key >>> this.presentShift;
    return (((this.present[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
  }

  /** In how many living documents the seed of this slot stands. */
  documentsAt(slot: number): number {
    return this.documents[slot] as number;
  }

  /** In how many living documents a seed stands. */
  documentsWith(key: number): number {
    const slot = this.find(key);
    return slot < 0 ? 0 : (this.documents[slot] as number);
  }

  /** Walks places: `first` of a slot, then `place` and `next` until `next` is below 0. */
  first(slot: number): number {
    return this.heads[slot] as number;
  }

  placeIn(cursor: number): number {
    return cursor >= 0 ? cursor : (this.nodePlaces[~cursor] as number);
  }

  /** The cursor after this one; 0x7fffffff at the end. */
  next(cursor: number): number {
    return cursor >= 0 ? END : (this.nodeNext[~cursor] as number);
  }

  /** Enters a seed at a place of the document that starts at `documentFirst`, the newest one. */
  add(key: number, place: number, documentFirst: number): void {
    const slot = this.find(key);
    if (slot < 0) {
      this.enter(key, place, 1);
      return;
    }
    let cursor = this.heads[slot] as number;
    let own = 0;
    while (cursor !== END && this.placeIn(cursor) >= documentFirst && own < PLACES_PER_DOCUMENT) {
      own++;
      cursor = this.next(cursor);
    }
    if (own === 0) {
      const count = this.documents[slot] as number;
      this.documents[slot] = Math.min(MOST_DOCUMENTS, count + 1);
    }
    if (own < PLACES_PER_DOCUMENT) this.prepend(slot, place);
  }

  /** One document less has the seed. Its places stay until the matcher is rebuilt. */
  forget(key: number): void {
    const slot = this.find(key);
    const count = slot < 0 ? 0 : (this.documents[slot] as number);
    if (count > 0 && count < MOST_DOCUMENTS) this.documents[slot] = count - 1;
  }

  private prepend(slot: number, place: number): void {
    const head = this.heads[slot] as number;
    const tail = head >= 0 ? ~this.node(head, END) : head;
    this.heads[slot] = ~this.node(place, tail);
  }

  private node(place: number, next: number): number {
    const node = this.nodes++;
    this.nodePlaces = grown(this.nodePlaces, node + 1);
    this.nodeNext = grown(this.nodeNext, node + 1);
    this.nodePlaces[node] = place;
    this.nodeNext[node] = next;
    return node;
  }

  private enter(key: number, head: number, documents: number): void {
    const capacity = this.keys.length;
    let slot = (key * (capacity / 4_294_967_296)) | 0;
    while (this.keys[slot] !== 0) slot = slot + 1 === capacity ? 0 : slot + 1;
    this.keys[slot] = key;
    this.heads[slot] = head;
    this.documents[slot] = documents;
    this.mark(key);
    if (++this.used > capacity * FULL_SHARE) this.grow();
  }

  private mark(key: number): void {
    const bit = key >>> this.presentShift;
    this.present[bit >>> 5] = (this.present[bit >>> 5] as number) | (1 << (bit & 31));
  }

  private grow(): void {
    const { keys, heads, documents } = this;
    const capacity = Math.ceil(keys.length * 1.5);
    // Eight to sixteen bits a slot.
    this.presentShift = Math.max(0, 29 - Math.floor(Math.log2(capacity)));
    this.present = new Uint32Array(2 ** (27 - this.presentShift));
    this.keys = new Uint32Array(capacity);
    this.heads = new Int32Array(capacity);
    this.documents = new Uint16Array(capacity);
    this.used = 0;
    for (let at = 0; at < keys.length; at++) {
      if (keys[at] === 0) continue;
      this.enter(keys[at] as number, heads[at] as number, documents[at] as number);
    }
  }
}

/** The cursor after the last place. */
export const END = 0x7fffffff;
