/**
 * A large object sealed, hashed and written at once: while one slab is filled by the cipher, the
 * one before it is hashed by another thread and taken by the disk, past the page cache, which would
 * cost more than the cipher and push out what the house reads. Memory stays at one set of slabs.
 */
import type { FileHandle } from 'node:fs/promises';
import { invariant } from '../../../core/common/invariant.ts';
import { CHUNK_BYTES } from '../../../core/vault/payload-layout.ts';
import { ThreadedSha256 } from './sha256-thread.ts';
import { giveSlabsBack, SLAB_BYTES, type Slab, takeSlabs } from './slabs.ts';

/** The largest block of any disk: the length of a write past the cache is a multiple of it. */
const BLOCK_BYTES = 4096;

/**
 * Gives a sealed chunk's memory back at once, to be used for the next: left to the garbage, a
 * gigabyte of chunks is a quarter slower. Small pieces may lie in a pool that others share.
 */
function freeNow(piece: Uint8Array): void {
  const { buffer, length } = piece;
  if (length < CHUNK_BYTES || length !== buffer.byteLength) return;
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

export class SlabWriter {
  readonly #handle: FileHandle;
  readonly #hash = new ThreadedSha256();
  readonly #slabs = takeSlabs();
  /** For each slab: resolves when nobody reads it any more, rejects with what went wrong. */
  readonly #free: Promise<unknown>[] = this.#slabs.map(() => Promise.resolve());
  #written: Promise<void> = Promise.resolve();
  #turn = 0;
  #filledBytes = 0;
  #givenBytes = 0;
  #released = false;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Takes the pieces over. A failure of the disk may come out at a later call. */
  async write(pieces: readonly Uint8Array[]): Promise<void> {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) {
        if (this.#filledBytes === 0) await this.#free[this.#turn];
        const part = piece.subarray(at, at + SLAB_BYTES - this.#filledBytes);
        this.#slab.set(part, this.#filledBytes);
        this.#filledBytes += part.length;
        at += part.length;
        if (this.#filledBytes === SLAB_BYTES) this.#giveAway(SLAB_BYTES);
      }
      freeNow(piece);
    }
  }

  /** Everything is in the file when it resolves, not yet synced. */
  async finish(): Promise<{ sizeBytes: number; sha256: string }> {
    const sizeBytes = this.#givenBytes + this.#filledBytes;
    const paddedBytes = Math.ceil(this.#filledBytes / BLOCK_BYTES) * BLOCK_BYTES;
    if (paddedBytes > 0) this.#giveAway(paddedBytes);
    const sha256 = this.#hash.digest();
    await Promise.all([sha256, ...this.#free]);
    await this.#handle.truncate(sizeBytes);
    this.#release();
    return { sizeBytes, sha256: await sha256 };
  }

  /** When it resolves, the handle may be closed. */
  async abandon(): Promise<void> {
    if (this.#released) return;
    await Promise.allSettled([...this.#free, this.#written, this.#hash.digest()]);
    this.#release();
  }

  /** Once only: given back twice, the slabs would serve two objects at the same time. */
  #release(): void {
    invariant(!this.#released, 'slabs are given back once');
    this.#released = true;
    giveSlabsBack(this.#slabs);
  }

  get #slab(): Slab {
    const slab = this.#slabs[this.#turn];
    invariant(slab, 'turns go round the slabs');
    return slab;
  }

  async #append(bytes: Uint8Array, place: number): Promise<void> {
    // The kernel may take less than it was given, on a full disk above all.
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at, place + at);
      at += bytesWritten;
    }
  }

  #giveAway(paddedBytes: number): void {
    const slab = this.#slab;
    const hashed = this.#hash.update(slab.subarray(0, this.#filledBytes));
    const place = this.#givenBytes;
    this.#written = this.#written.then(() => this.#append(slab.subarray(0, paddedBytes), place));
    const free = Promise.all([hashed, this.#written]);
    // Whoever takes the slab next, or ends the file, meets the failure.
    free.catch(() => undefined);
    this.#free[this.#turn] = free;
    this.#givenBytes += this.#filledBytes;
    this.#filledBytes = 0;
    this.#turn = (this.#turn + 1) % this.#slabs.length;
  }
}
