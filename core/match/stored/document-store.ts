/**
 * The protected documents as two rows of bits and no text: the codes of their tokens
 * (`token-code.ts`), and their places. Most tokens are a syllable after one space, as long as the
 * syllable is: one bit says so. A document starts on a granule's border, so a granule belongs to
 * one document. A removed document stays as dead room until the matcher is rebuilt.
 * `stored-tokens.ts` reads what is written here.
 */
import { invariant } from '../../common/invariant.ts';
import { grown } from '../growth.ts';
import { firstOfSpot } from '../spot.ts';
import { lengthOfSyllable, SYLLABLE_COUNT } from '../text/syllables.ts';
import { digitsOf, isOwnNumber, type Tokens } from '../text/tokens.ts';
import { BitRow } from './bit-row.ts';
import { GRANULE, GRANULE_BITS } from './granule.ts';
import { Names } from './names.ts';
import type { StoredTokens } from './stored-tokens.ts';
import { RAW_ID, RAW_ID_BITS, type TokenCode } from './token-code.ts';

const BLOCK_BITS = 9;
export const BLOCK = 1 << BLOCK_BITS;
const BLOCK_GRANULES = BLOCK_BITS - GRANULE_BITS;
const MOST_NIBBLE = 15;
/** All eight bits: too far or long for them. */
export const LONG = 255;
export const LONG_SCALE = 2 ** 26;

/** By id: how long a token is in a text without disguise; 0 when its id does not tell. */
export const USUAL_LENGTHS = Uint8Array.from({ length: 65_536 }, (_, id) => {
  if (id <= SYLLABLE_COUNT) return lengthOfSyllable(id);
  return isOwnNumber(id) ? digitsOf(id) : 0;
});

export class DocumentStore {
  readonly code: TokenCode;
  private readonly row = new BitRow();
  readonly places = new BitRow();
  /** By block: the words where its tokens and places begin; by granule: how many bits later. */
  private blockWords = new Uint32Array(64);
  private blockPlaces = new Uint32Array(64);
  private granuleBits = new Uint16Array(512);
  /** By block: offset where its first token's forerunner ends, and its document. */
  private blockStarts = new Int32Array(64);
  private blockDocuments = new Int32Array(64);
  /** By position, for the places that are `LONG`. */
  private readonly longPlaces = new Map<number, number>();
  private readonly names = new Names();
  private firsts = new Uint32Array(64);
  private counts = new Uint32Array(64);
  /** By document: 1 until it is removed. */
  private alive = new Uint8Array(64);
  /** Tokens laid out, dead room included. */
  length = 0;
  deadTokens = 0;
  /** Living documents. */
  size = 0;
  /** How often something was laid out: what was read before may end otherwise now. */
  version = 0;

  constructor(code: TokenCode) {
    this.code = code;
  }

  get bytes(): number {
    const blocks = this.blockWords.byteLength * 4 + this.granuleBits.byteLength;
    const rows = this.row.words.byteLength + this.places.words.byteLength;
    const each = this.firsts.byteLength + this.counts.byteLength + this.alive.byteLength;
    return rows + blocks + each + this.longPlaces.size * 48 + this.names.bytes;
  }

  find(name: string): number | undefined {
    const document = this.names.find(name);
    return document >= 0 && this.isAlive(document) ? document : undefined;
  }

  /** In the order of their places. */
  *living(): Generator<number> {
    for (let document = 0; document < this.names.count; document++) {
      if (this.isAlive(document)) yield document;
    }
  }

  isAlive(document: number): boolean {
    return this.alive[document] === 1;
  }

  nameOf(document: number): string {
    return this.names.nameOf(document);
  }

  firstOf(document: number): number {
    return this.firsts[document] as number;
  }

  countOf(document: number): number {
    return this.counts[document] as number;
  }

  documentAt(position: number): number {
    let document = this.blockDocuments[position >>> BLOCK_BITS] as number;
    const last = this.names.count - 1;
    while (document < last && (this.firsts[document + 1] as number) <= position) document++;
    return document;
  }

  /** Brings `count` granules near, all at once: waiting in turn is slower. */
  fetch(granules: Uint32Array, count: number): number {
    const { words } = this.row;
    const { blockDocuments } = this;
    let seen = 0;
    for (let order = 0; order < count; order++) {
      const granule = granules[order] as number;
      seen ^= blockDocuments[granule >>> BLOCK_GRANULES] as number;
      seen ^= words[this.wordOf(granule)] as number;
    }
    return seen;
  }

  /** Brings near what `documentAt` reads for `count` spots. */
  fetchDocuments(spots: Uint32Array, count: number): number {
    const { blockDocuments, firsts } = this;
    let seen = 0;
    for (let order = 0; order < count; order++) {
      seen ^= firsts[
        blockDocuments[firstOfSpot(spots[order] as number) >>> BLOCK_BITS] as number
      ] as number;
    }
    return seen;
  }

  /** The words that hold all tokens. */
  get words(): Uint32Array {
    return this.row.words;
  }

  /** The word where the code of a granule begins, and the bit within it. */
  wordOf(granule: number): number {
    const words = this.blockWords[granule >>> BLOCK_GRANULES] as number;
    return words + ((this.granuleBits[granule] as number) >>> 5);
  }

  bitOf(granule: number): number {
    return (this.granuleBits[granule] as number) & 31;
  }

  /** The word after the last one that holds codes of a granule, or one more. */
  endOf(granule: number): number {
    const isLast = granule + 1 >= this.length >>> GRANULE_BITS;
    return isLast ? this.row.word + 1 : this.wordOf(granule + 1) + 1;
  }

  /** The word where the places of the block of this position begin. */
  placesOfBlock(position: number): number {
    return this.blockPlaces[position >>> BLOCK_BITS] as number;
  }

  /** Where the token before the first one of this block ends, in UTF-16 units of its text. */
  startOfBlock(position: number): number {
    return this.blockStarts[position >>> BLOCK_BITS] as number;
  }

  /** Gap and length of a token whose place is `LONG`: `LONG_SCALE` times the one plus the other. */
  longPlaceAt(position: number): number {
    return this.longPlaces.get(position) as number;
  }

  /** Lays a document out and returns its number. */
  add(name: string, { ids, starts, ends, count }: Tokens): number {
    const document = this.open(name, count);
    const first = this.firstOf(document);
    let previous = 0;
    for (let at = 0; at < count; at++) {
      const position = first + at;
      this.beginAt(position, document, previous);
      const start = starts[at] as number;
      const end = ends[at] as number;
      this.write(position, ids[at] as number, [start - previous, end - start]);
      previous = end;
    }
    this.close(document, previous);
    return document;
  }

  /** Copies a living document of another store: a rebuild without its text. */
  copy(from: StoredTokens, document: number): number {
    const { store } = from;
    const count = store.countOf(document);
    const copied = this.open(store.nameOf(document), count);
    const [source, first] = [store.firstOf(document), this.firstOf(copied)];
    let at = 0;
    let previous = 0;
    from.walk(source, source + count, (gap, length) => {
      this.beginAt(first + at, copied, previous);
      this.write(first + at, from.idAt(source + at), [gap, length]);
      previous += gap + length;
      at++;
    });
    this.close(copied, previous);
    return copied;
  }

  remove(document: number): void {
    this.alive[document] = 0;
    this.size--;
    this.deadTokens += roomOf(this.countOf(document));
  }

  private open(name: string, count: number): number {
    invariant(this.find(name) === undefined, 'a document is in the matcher once');
    const document = this.names.add(name);
    const first = this.length;
    this.version++;
    this.length += roomOf(count);
    const blocks = (this.length >>> BLOCK_BITS) + 1;
    this.granuleBits = grown(this.granuleBits, this.length >>> GRANULE_BITS);
    this.blockWords = grown(this.blockWords, blocks);
    this.blockPlaces = grown(this.blockPlaces, blocks);
    this.blockStarts = grown(this.blockStarts, blocks);
    this.blockDocuments = grown(this.blockDocuments, blocks);
    this.firsts = grown(this.firsts, document + 1);
    this.counts = grown(this.counts, document + 1);
    this.alive = grown(this.alive, document + 1);
    this.firsts[document] = first;
    this.counts[document] = count;
    this.alive[document] = 1;
    this.size++;
    return document;
  }

  /** The end of a document: dead and padded room reads as token 0, which no text has. */
  private close(document: number, end: number): void {
    this.beginAt(this.firstOf(document) + this.countOf(document), document, end);
    this.writeSymbol(0);
  }

  /** Notes where the granule or block begins that this position begins. */
  private beginAt(position: number, document: number, previous: number): void {
    if ((position & (GRANULE - 1)) !== 0) return;
    const block = position >>> BLOCK_BITS;
    if ((position & (BLOCK - 1)) === 0) {
      this.row.fillWord();
      this.places.fillWord();
      this.blockWords[block] = this.row.word;
      this.blockPlaces[block] = this.places.word;
      this.blockStarts[block] = previous;
      this.blockDocuments[block] = document;
    }
    const words = this.row.word - (this.blockWords[block] as number);
    this.granuleBits[position >>> GRANULE_BITS] = words * 32 + this.row.bit;
  }

  private write(position: number, id: number, [gap, length]: readonly [number, number]): void {
    const { places } = this;
    const isUsual = length === USUAL_LENGTHS[id];
    if (gap === 1 && isUsual) places.append(0b0, 1);
    else if (gap === 2 && isUsual) places.append(0b10, 2);
    else if (gap === 1 && length <= MOST_NIBBLE) places.append((0b110 << 4) | length, 7);
    else {
      const isLong = gap > MOST_NIBBLE || length > MOST_NIBBLE || (gap << 4) + length === LONG;
      places.append((0b111 << 8) | (isLong ? LONG : (gap << 4) + length), 11);
      if (isLong) this.longPlaces.set(position, gap * LONG_SCALE + length);
    }
    if (this.code.lengths[id] !== 0) this.writeSymbol(id);
    else {
      this.writeSymbol(RAW_ID);
      this.row.append(id, RAW_ID_BITS);
    }
  }

  private writeSymbol(symbol: number): void {
    const { lengths, codes } = this.code;
    this.row.append(codes[symbol] as number, lengths[symbol] as number);
  }
}

/** With one token of padding at least, so that no row of tokens goes on into the next document. */
function roomOf(count: number): number {
  return Math.ceil((count + 1) / GRANULE) * GRANULE;
}
