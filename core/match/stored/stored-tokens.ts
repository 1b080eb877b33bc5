/**
 * Reads the tokens of a document store, a granule at a time, and keeps the granules read last.
 * Threads that share a store have a reader each.
 */
import { BitReader } from './bit-row.ts';
import { BATCH, Decoder, KEPT, ROOM } from './decode.ts';
import { BLOCK, type DocumentStore, LONG, LONG_SCALE, USUAL_LENGTHS } from './document-store.ts';
import { GRANULE, GRANULE_BITS } from './granule.ts';

/** How far a token begins after the end of the one before it, and how long it is. */
type Visit = (gap: number, length: number) => void;

export class StoredTokens {
  store: DocumentStore;
  private version = -1;
  /** By place among the kept ones: which granule it is, and its ids. */
  private readonly granules = new Int32Array(KEPT).fill(-1);
  private readonly decoder = new Decoder();
  readonly ids: Uint16Array;
  /** What fetching read: kept, or no compiler would do it. */
  fetched = 0;
  private readonly places = new BitReader();

  constructor(store: DocumentStore) {
    this.store = store;
    this.ids = this.decoder.ids;
  }

  /** To be called before reading, after every change of the store. */
  open(store: DocumentStore): void {
    if (store === this.store && store.version === this.version) return;
    this.store = store;
    this.version = store.version;
    this.granules.fill(-1);
    this.decoder.use(store.code);
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
    if (places.take(1) === 0) return [1, USUAL_LENGTHS[id] as number];
    if (places.take(1) === 0) return [2, USUAL_LENGTHS[id] as number];
    if (places.take(1) === 0) return [1, places.take(4)];
    const place = places.take(8);
    if (place !== LONG) return [place >>> 4, place & 15];
    const long = this.store.longPlaceAt(at);
    return [Math.floor(long / LONG_SCALE), long % LONG_SCALE];
  }

  /** Brings granules to hand, many at once: reading each by itself is slower. */
  fetch(granules: Uint32Array, count: number): void {
    this.fetched = this.store.fetch(granules, count);
    let waiting = 0;
    for (let order = 0; order < count; order++) {
      const granule = granules[order] as number;
      const place = granule & (KEPT - 1);
      if (this.granules[place] === granule) continue;
      this.handIn(granule, place, waiting++);
      if (waiting < BATCH) continue;
      this.decoder.read(waiting);
      waiting = 0;
    }
    if (waiting > 0) this.decoder.read(waiting);
  }

  private read(granule: number, place: number): void {
    if (granule < this.store.length >>> GRANULE_BITS) {
      this.handIn(granule, place, 0);
      this.decoder.read(1);
      return;
    }
    this.granules[place] = granule;
    this.ids.fill(0, place << GRANULE_BITS, (place + 1) << GRANULE_BITS);
  }

  /** Hands the words of a granule to the decoder, as the one of a batch at `at`. */
  private handIn(granule: number, place: number, at: number): void {
    const { store, decoder } = this;
    this.granules[place] = granule;
    decoder.places[at] = place;
    decoder.bits[at] = store.bitOf(granule);
    let into = at * ROOM;
    const from = store.wordOf(granule);
    const to = Math.min(store.endOf(granule), from + ROOM);
    const { words } = store;
    for (let word = from; word < to; word++) decoder.words[into++] = words[word] as number;
  }
}
