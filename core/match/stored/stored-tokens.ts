/**
 * Reads the tokens of a document store, a granule at a time, and keeps the granules read last.
 * Threads that share a store have a reader each.
 */
import { BitReader, bitsAt } from './bit-row.ts';
import {
  BLOCK,
  type DocumentStore,
  GRANULE,
  GRANULE_BITS,
  LONG,
  LONG_SCALE,
  usualLength,
} from './document-store.ts';
import { NEAR_BITS, RAW_ID, RAW_ID_BITS } from './token-code.ts';

/** Granules kept: a power of two. */
const KEPT = 1024;

/** How far a token begins after the end of the one before it, and how long it is. */
type Visit = (gap: number, length: number) => void;

export class StoredTokens {
  store: DocumentStore;
  private version = -1;
  /** By place among the kept ones: which granule it is, and its ids. */
  private readonly granules = new Int32Array(KEPT).fill(-1);
  readonly ids = new Uint16Array(KEPT * GRANULE);
  private readonly places = new BitReader();

  constructor(store: DocumentStore) {
    this.store = store;
  }

  /** To be called before reading, after every change of the store. */
  open(store: DocumentStore): void {
    if (store === this.store && store.version === this.version) return;
    this.store = store;
    this.version = store.version;
    this.granules.fill(-1);
  }

  /** The id of the token at a position; 0 beyond a document. */
  idAt(position: number): number {
    return this.ids[this.near(position >>> GRANULE_BITS) + (position & (GRANULE - 1))] as number;
  }

  /** Where in `ids` the tokens of a granule are, until others are read. */
  near(granule: number): number {
    const place = granule & (KEPT - 1);
    if (this.granules[place] !== granule) this.read(granule, place);
    return place << GRANULE_BITS;
  }

  /** Copies the ids of `[from, to)` to the beginning of `into`. */
  copyIds(from: number, to: number, into: Uint16Array): void {
    for (let at = from; at < to; at++) into[at - from] = this.idAt(at);
  }

  /** Start and end of the token at `position`, in UTF-16 units of the document's text. */
  placeOf(position: number): readonly [start: number, end: number] {
    const { store } = this;
    const block = position & ~(BLOCK - 1);
    const first = store.firstOf(store.documentAt(position));
    let start = 0;
    let end = first > block ? 0 : store.startOfBlock(position);
    this.walk(Math.max(block, first), position + 1, (gap, length) => {
      start = end + gap;
      end = start + length;
    });
    return [start, end];
  }

  /** Visits the tokens of `[from, to)`. */
  walk(from: number, to: number, visit: Visit): void {
    const { store } = this;
    for (let at = from & ~(BLOCK - 1); at < to; at++) {
      if ((at & (BLOCK - 1)) === 0) this.places.open(store.places, store.placesOfBlock(at));
      const id = this.idAt(at);
      // Room between two documents has no places.
      if (id === 0) continue;
      const [gap, length] = this.takePlace(at, id);
      if (at >= from) visit(gap, length);
    }
  }

  private takePlace(at: number, id: number): readonly [gap: number, length: number] {
    const { places } = this;
    if (places.take(1) === 0) return [1, usualLength(id)];
    if (places.take(1) === 0) return [2, usualLength(id)];
    if (places.take(1) === 0) return [1, places.take(4)];
    const place = places.take(8);
    if (place !== LONG) return [place >>> 4, place & 15];
    const long = this.store.longPlaceAt(at);
    return [Math.floor(long / LONG_SCALE), long % LONG_SCALE];
  }

  private read(granule: number, place: number): void {
    this.granules[place] = granule;
    const from = place << GRANULE_BITS;
    const isThere = granule < this.store.length >>> GRANULE_BITS;
    let at = isThere ? this.decode(granule, from) : from;
    for (; at < from + GRANULE; at++) this.ids[at] = 0;
  }

  /** Writes the tokens of a granule from `from` on; where they end. */
  private decode(granule: number, from: number): number {
    const { ids, store } = this;
    const { code, words } = store;
    const { near } = code;
    let word = store.wordOf(granule);
    let bit = store.bitOf(granule);
    for (let at = from; at < from + GRANULE; at++) {
      const ahead = bitsAt(words, word, bit);
      const entry = (near[ahead >>> (32 - NEAR_BITS)] as number) || code.longAt(ahead);
      const symbol = entry >>> 5;
      if (symbol === 0) return at;
      bit += entry & 31;
      ids[at] = symbol;
      if (symbol === RAW_ID) {
        // Its code is short: what follows is at hand.
        ids[at] = (ahead << (entry & 31)) >>> (32 - RAW_ID_BITS);
        bit += RAW_ID_BITS;
      }
      word += bit >>> 5;
      bit &= 31;
    }
    return from + GRANULE;
  }
}
