/**
 * The protected documents as rows of token ids, with the place of every token and no text. Most
 * tokens are a syllable after one space, as long as the syllable is: their places need no byte. A
 * document starts on a granule's border, so a granule belongs to one document. A removed document
 * stays as dead room until the matcher is rebuilt.
 */
import { invariant } from '../common/invariant.ts';
import { grown } from './growth.ts';
import { Names } from './names.ts';
import { lengthOfSyllable, SYLLABLE_COUNT } from './text/syllables.ts';
import { digitsOf, isOwnNumber, type Tokens } from './text/tokens.ts';

export const GRANULE_BITS = 5;
const GRANULE = 1 << GRANULE_BITS;
const BLOCK_BITS = 7;
const BLOCK = 1 << BLOCK_BITS;
/** An odd place takes four bits of gap and four of length; this value sends to the long ones. */
const LONG = 255;
const MOST_NIBBLE = 15;
const LONG_SCALE = 2 ** 26;

/** How long a token is in a text without disguise; 0 when its id does not tell. */
function usualLength(id: number): number {
  if (id <= SYLLABLE_COUNT) return lengthOfSyllable(id);
  return isOwnNumber(id) ? digitsOf(id) : 0;
}

export class DocumentStore {
  ids = new Uint16Array(4096);
  /** A bit for every token whose place is not the usual one; such places in order. */
  private odd = new Uint32Array(4096 / 32);
  private oddPlaces = new Uint8Array(1024);
  private oddCount = 0;
  /** By block: offset where its first token's forerunner ends, odd places before it, document. */
  private blockStarts = new Int32Array(64);
  private blockOdd = new Uint32Array(64);
  private blockDocuments = new Int32Array(64);
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

  get bytes(): number {
    const { blockStarts, blockOdd, blockDocuments } = this;
    const blocks = blockStarts.byteLength + blockOdd.byteLength + blockDocuments.byteLength;
    const places = this.odd.byteLength + this.oddPlaces.byteLength + this.longPlaces.size * 48;
    const each = this.firsts.byteLength + this.counts.byteLength + this.alive.byteLength;
    return this.ids.byteLength + places + blocks + each + this.names.bytes;
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

  /** Lays a document out and returns its number. */
  add(name: string, tokens: Tokens): number {
    const document = this.open(name, tokens.count);
    const first = this.firstOf(document);
    this.ids.set(tokens.ids.subarray(0, tokens.count), first);
    let previous = 0;
    for (let at = 0; at < tokens.count; at++) {
      const end = tokens.ends[at] as number;
      this.writePlace(first + at, previous, [tokens.starts[at] as number, end]);
      previous = end;
    }
    this.close(document, previous);
    return document;
  }

  /** Copies a living document of another store: a rebuild without its text. */
  copy(from: DocumentStore, document: number): number {
    const count = from.countOf(document);
    const copied = this.open(from.nameOf(document), count);
    const [source, first] = [from.firstOf(document), this.firstOf(copied)];
    this.ids.set(from.ids.subarray(source, source + count), first);
    let previous = 0;
    let at = 0;
    from.walk(source, source + count, (start, end) => {
      this.writePlace(first + at, previous, [start, end]);
      previous = end;
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

  /** Start and end of the token at `position`, in UTF-16 units of the document's text. */
  placeOf(position: number): readonly [number, number] {
    let place: readonly [number, number] = [0, 0];
    const block = position & ~(BLOCK - 1);
    const from = Math.max(block, this.firstOf(this.documentAt(position)));
    this.walk(from, position + 1, (start, end) => {
      place = [start, end];
    });
    return place;
  }

  /** Visits the tokens of one document; `from` begins it, or a block. */
  private walk(from: number, to: number, visit: (start: number, end: number) => void): void {
    const block = from >>> BLOCK_BITS;
    let odd = this.blockOdd[block] as number;
    for (let at = block << BLOCK_BITS; at < from; at++) if (this.isOdd(at)) odd++;
    let end = from === block << BLOCK_BITS ? (this.blockStarts[block] as number) : 0;
    for (let at = from; at < to; at++) {
      let start = end + 1;
      if (!this.isOdd(at)) end = start + usualLength(this.ids[at] as number);
      else {
        const place = this.oddPlaces[odd] as number;
        const long = place === LONG ? (this.longPlaces.get(odd) as number) : -1;
        start = end + (long < 0 ? place >>> 4 : Math.floor(long / LONG_SCALE));
        end = start + (long < 0 ? place & MOST_NIBBLE : long % LONG_SCALE);
        odd++;
      }
      visit(start, end);
    }
  }

  private isOdd(at: number): boolean {
    return (((this.odd[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
  }

  private open(name: string, count: number): number {
    invariant(this.find(name) === undefined, 'a document is in the matcher once');
    const document = this.names.add(name);
    const first = this.length;
    this.length += roomOf(count);
    this.ids = grown(this.ids, this.length);
    this.odd = grown(this.odd, (this.length >>> 5) + 1);
    const blocks = (this.length >>> BLOCK_BITS) + 1;
    this.blockStarts = grown(this.blockStarts, blocks);
    this.blockOdd = grown(this.blockOdd, blocks);
    this.blockDocuments = grown(this.blockDocuments, blocks);
    // Dead and padded room reads as token 0, which no text has.
    this.ids.fill(0, first, this.length);
    this.firsts = grown(this.firsts, document + 1);
    this.counts = grown(this.counts, document + 1);
    this.alive = grown(this.alive, document + 1);
    this.firsts[document] = first;
    this.counts[document] = count;
    this.alive[document] = 1;
    this.size++;
    if ((first & (BLOCK - 1)) === 0) this.openBlock(first, document, 0);
    return document;
  }

  /** The blocks that begin in the padding after the last token. */
  private close(document: number, end: number): void {
    const last = this.firstOf(document) + this.countOf(document);
    for (let at = last; at < this.length; at++) {
      if ((at & (BLOCK - 1)) === 0) this.openBlock(at, document, end);
    }
  }

  private openBlock(at: number, document: number, previous: number): void {
    const block = at >>> BLOCK_BITS;
    this.blockStarts[block] = previous;
    this.blockOdd[block] = this.oddCount;
    this.blockDocuments[block] = document;
  }

  private writePlace(at: number, previous: number, [start, end]: readonly [number, number]): void {
    if ((at & (BLOCK - 1)) === 0) this.openBlock(at, this.names.count - 1, previous);
    const [gap, length] = [start - previous, end - start];
    if (gap === 1 && length === usualLength(this.ids[at] as number)) return;
    const place = this.oddCount++;
    this.odd[at >>> 5] = (this.odd[at >>> 5] as number) | (1 << (at & 31));
    this.oddPlaces = grown(this.oddPlaces, place + 1);
    const isLong = gap > MOST_NIBBLE || length > MOST_NIBBLE || (gap << 4) + length === LONG;
    this.oddPlaces[place] = isLong ? LONG : (gap << 4) + length;
    if (isLong) this.longPlaces.set(place, gap * LONG_SCALE + length);
  }
}

/** With one token of padding at least, so that no row of tokens goes on into the next document. */
function roomOf(count: number): number {
  return Math.ceil((count + 1) / GRANULE) * GRANULE;
}
