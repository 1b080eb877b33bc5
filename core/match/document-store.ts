/**
 * The protected documents as rows of token ids with the place of every token, three bytes a token
 * and no text. Each document starts on a block border, so the document of a token is one look-up.
 * A removed document stays as dead room until the matcher is rebuilt.
 */
import { invariant } from '../common/invariant.ts';
import { grown } from './growth.ts';
import type { Tokens } from './text/tokens.ts';

const BLOCK_BITS = 6;
const BLOCK = 1 << BLOCK_BITS;
/** A place takes four bits of gap and four of length; this value sends to the list of long ones. */
const LONG = 15;
const LONG_SCALE = 2 ** 26;

export class DocumentStore {
  ids = new Uint16Array(4096);
  private places = new Uint8Array(4096);
  private blockStarts = new Int32Array(64);
  private blockDocuments = new Int32Array(64);
  private readonly longPlaces = new Map<number, number>();
  private readonly names: string[] = [];
  private readonly firsts: number[] = [];
  private readonly counts: number[] = [];
  private readonly alive: boolean[] = [];
  private readonly byName = new Map<string, number>();
  /** Tokens laid out, dead room included. */
  length = 0;
  deadTokens = 0;

  get size(): number {
    return this.byName.size;
  }

  get bytes(): number {
    const blocks = this.blockStarts.byteLength + this.blockDocuments.byteLength;
    return this.ids.byteLength + this.places.byteLength + blocks + this.longPlaces.size * 48;
  }

  find(name: string): number | undefined {
    return this.byName.get(name);
  }

  living(): IterableIterator<number> {
    return this.byName.values();
  }

  isAlive(document: number): boolean {
    return this.alive[document] === true;
  }

  nameOf(document: number): string {
    return this.names[document] as string;
  }

  firstOf(document: number): number {
    return this.firsts[document] as number;
  }

  countOf(document: number): number {
    return this.counts[document] as number;
  }

  documentAt(position: number): number {
    return this.blockDocuments[position >>> BLOCK_BITS] as number;
  }

  /** Lays a document out and returns its number. */
  add(name: string, tokens: Tokens): number {
    const document = this.open(name, tokens.count);
    const first = this.firstOf(document);
    let previous = 0;
    for (let at = 0; at < tokens.count; at++) {
      const start = tokens.starts[at] as number;
      const end = tokens.ends[at] as number;
      this.ids[first + at] = tokens.ids[at] as number;
      this.writePlace(first + at, start - previous, end - start);
      if ((at & (BLOCK - 1)) === 0) this.blockStarts[(first + at) >>> BLOCK_BITS] = previous;
      previous = end;
    }
    return document;
  }

  /** Copies a living document of another store: a rebuild without its text. */
  copy(from: DocumentStore, document: number): number {
    const count = from.countOf(document);
    const copied = this.open(from.nameOf(document), count);
    const [source, target] = [from.firstOf(document), this.firstOf(copied)];
    this.ids.set(from.ids.subarray(source, source + count), target);
    this.places.set(from.places.subarray(source, source + count), target);
    const blocks = Math.ceil(count / BLOCK);
    const [oldBlock, newBlock] = [source >>> BLOCK_BITS, target >>> BLOCK_BITS];
    const starts = from.blockStarts.subarray(oldBlock, oldBlock + blocks);
    this.blockStarts.set(starts, newBlock);
    for (let at = 0; at < count; at++) {
      if (from.places[source + at] !== (LONG << 4) + LONG) continue;
      this.longPlaces.set(target + at, from.longPlaces.get(source + at) as number);
    }
    return copied;
  }

  remove(document: number): void {
    this.alive[document] = false;
    this.byName.delete(this.nameOf(document));
    this.deadTokens += this.roomOf(this.countOf(document));
  }

  /** Start and end of the token at `position`, in UTF-16 units of the document's text. */
  placeOf(position: number): readonly [number, number] {
    const block = position & ~(BLOCK - 1);
    let end = this.blockStarts[position >>> BLOCK_BITS] as number;
    let start = end;
    for (let at = block; at <= position; at++) {
      const place = this.places[at] as number;
      const long = place === (LONG << 4) + LONG ? (this.longPlaces.get(at) as number) : -1;
      start = end + (long < 0 ? place >>> 4 : Math.floor(long / LONG_SCALE));
      end = start + (long < 0 ? place & LONG : long % LONG_SCALE);
    }
    return [start, end];
  }

  private roomOf(count: number): number {
    return Math.ceil((count + 1) / BLOCK) * BLOCK;
  }

  private open(name: string, count: number): number {
    invariant(!this.byName.has(name), 'a document is in the matcher once');
    const document = this.names.length;
    const first = this.length;
    this.length += this.roomOf(count);
    this.ids = grown(this.ids, this.length);
    this.places = grown(this.places, this.length);
    this.blockStarts = grown(this.blockStarts, this.length >>> BLOCK_BITS);
    this.blockDocuments = grown(this.blockDocuments, this.length >>> BLOCK_BITS);
    this.blockDocuments.fill(document, first >>> BLOCK_BITS, this.length >>> BLOCK_BITS);
    // Dead and padded room reads as token 0, which no text has.
    this.ids.fill(0, first, this.length);
    this.names.push(name);
    this.firsts.push(first);
    this.counts.push(count);
    this.alive.push(true);
    this.byName.set(name, document);
    return document;
  }

  private writePlace(position: number, gap: number, length: number): void {
    const long = gap >= LONG || length >= LONG;
    this.places[position] = long ? (LONG << 4) + LONG : (gap << 4) + length;
    if (long) this.longPlaces.set(position, gap * LONG_SCALE + length);
  }
}
