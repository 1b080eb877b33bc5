/**
 * Bodies in ICAP are always chunked (RFC 3507 4.4.2); a preview ends with an empty chunk that says
 * `ieof` when the body ended with it (4.5). Bytes beyond the bound are read and dropped: the client
 * may not listen before it has sent everything.
 */
import type { ByteBudget, UncheckedCode } from '../../server/ports/passing.ts';
import { BadIcap, type ByteReader } from './byte-reader.ts';

export type BodyBounds = { readonly budget: ByteBudget; readonly maxBytes: number };

const MOST_LINE_BYTES = 1_024;
const MOST_TRAILERS = 50;
const SIZE = /^([0-9a-f]{1,8})[ \t]*(;.*)?$/i;

export class HeldBody {
  readonly #bounds: BodyBounds;
  #pieces: Buffer[] = [];
  #bytes = 0;
  stop: UncheckedCode | null = null;

  constructor(bounds: BodyBounds) {
    this.#bounds = bounds;
  }

  add(piece: Buffer): void {
    if (this.stop !== null) return;
    const { maxBytes, budget } = this.#bounds;
    if (this.#bytes + piece.length > maxBytes) this.#drop('too-large');
    else if (!budget.take(piece.length)) this.#drop('not-now');
    else {
      this.#bytes += piece.length;
      // A copy: the piece is a view of a larger buffer.
      this.#pieces.push(Buffer.from(piece));
    }
  }

  /** A declared length: too much is known before it comes. */
  expect(bytes: number): void {
    if (this.stop === null && bytes > this.#bounds.maxBytes) this.#drop('too-large');
  }

  #drop(stop: UncheckedCode): void {
    this.release();
    this.stop = stop;
  }

  release(): void {
    this.#bounds.budget.give(this.#bytes);
    [this.#pieces, this.#bytes] = [[], 0];
  }

  whole(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}

/** Until the empty chunk; true when it said that the whole body ended (`ieof`). */
export async function readChunks(reader: ByteReader, into: HeldBody): Promise<boolean> {
  for (;;) {
    const line = await reader.line(MOST_LINE_BYTES);
    const [, size = '', extension = ''] = SIZE.exec(line ?? '') ?? [];
    if (size === '') throw new BadIcap(400, 'no chunk size');
    const bytes = Number.parseInt(size, 16);
    if (bytes === 0) {
      await passTrailers(reader);
      return /;\s*ieof\b/i.test(extension);
    }
    await reader.pieces(bytes, (piece) => into.add(piece));
    if ((await reader.line(2)) !== '') throw new BadIcap(400, 'a chunk longer than it said');
  }
}

async function passTrailers(reader: ByteReader): Promise<void> {
  for (let lines = 0; lines < MOST_TRAILERS; lines += 1) {
    const line = await reader.line(MOST_LINE_BYTES);
    if (line === '') return;
    if (line === null) break;
  }
  throw new BadIcap(400, 'trailers without end');
}

export function encodeChunks(body: Buffer): Buffer {
  if (body.length === 0) return Buffer.from('0\r\n\r\n');
  const head = Buffer.from(`${body.length.toString(16)}\r\n`);
  return Buffer.concat([head, body, Buffer.from('\r\n0\r\n\r\n')]);
}
