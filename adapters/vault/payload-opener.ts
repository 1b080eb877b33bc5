/**
 * Sealed chunks of an open file, decrypted. The file is attacker-controlled: every piece is checked
 * before it is given out, and a length that no complete payload has is refused first.
 */
import type { FileHandle } from 'node:fs/promises';
import {
  CHUNK_BYTES,
  CHUNK_NONCE_BYTES,
  type PayloadLayout,
  payloadLayout,
  SEALED_CHUNK_BYTES,
  writeChunkNonce,
} from '../../core/vault/payload-layout.ts';
import type { OpenedHead } from './object-header.ts';

const BATCH_CHUNKS = 16;

export type ChunkSpan = { readonly from: number; readonly to: number };

/** Thrown inside this folder; the store turns it into Fault `vault-object-damaged`. */
export class DamagedPayload extends Error {
  override readonly name = 'DamagedPayload';
}

/** Fills `buffer` from the file; false when the file ends before. */
export async function readFully(
  file: FileHandle,
  buffer: Uint8Array,
  position: number,
): Promise<boolean> {
  let filled = 0;
  while (filled < buffer.length) {
    const rest = buffer.length - filled;
    const { bytesRead } = await file.read(buffer, filled, rest, position + filled);
    if (bytesRead === 0) return false;
    filled += bytesRead;
  }
  return true;
}

export class PayloadOpener {
  readonly layout: PayloadLayout;
  readonly #file: FileHandle;
  readonly #head: OpenedHead;
  readonly #sealedBytes: number;
  readonly #nonce = new Uint8Array(CHUNK_NONCE_BYTES);

  constructor(file: FileHandle, head: OpenedHead, fileSizeBytes: number) {
    this.#file = file;
    this.#head = head;
    this.#sealedBytes = fileSizeBytes - head.payloadFrom;
    const layout = payloadLayout(this.#sealedBytes);
    if (!layout) throw new DamagedPayload('no payload has this length');
    this.layout = layout;
  }

  /** The plain chunks `from` up to, not including, `to`, a batch at a time. */
  async *chunks({ from, to }: ChunkSpan): AsyncGenerator<readonly Uint8Array[]> {
    const batch = Math.min(BATCH_CHUNKS, to - from);
    const buffers = [0, 1].map(() => new Uint8Array(batch * SEALED_CHUNK_BYTES));
    const read = (index: number, buffer = new Uint8Array(0)): Promise<Uint8Array> | null =>
      index < to ? this.#read({ from: index, to: Math.min(to, index + batch) }, buffer) : null;
    let coming = read(from, buffers[0]);
    for (let index = from; coming; index += batch) {
      const sealed = await coming;
      // The disk fetches the next batch while this one is opened.
      buffers.reverse();
      coming = read(index + batch, buffers[0]);
      coming?.catch(() => undefined);
      yield this.#open(sealed, index);
    }
  }

  async #read({ from, to }: ChunkSpan, buffer: Uint8Array): Promise<Uint8Array> {
    const start = from * SEALED_CHUNK_BYTES;
    const end = Math.min(to * SEALED_CHUNK_BYTES, this.#sealedBytes);
    const sealed = buffer.subarray(0, end - start);
    if (!(await readFully(this.#file, sealed, this.#head.payloadFrom + start))) {
      throw new DamagedPayload('the file became shorter');
    }
    return sealed;
  }

  #open(sealed: Uint8Array, firstIndex: number): Uint8Array[] {
    const plain: Uint8Array[] = [];
    for (let at = 0; at < sealed.length; at += SEALED_CHUNK_BYTES) {
      const index = firstIndex + plain.length;
      writeChunkNonce(this.#nonce, { index, last: index === this.layout.chunks - 1 });
      const chunk = this.#head.cipher.open(
        sealed.subarray(at, at + SEALED_CHUNK_BYTES),
        this.#nonce,
      );
      if (!chunk) throw new DamagedPayload('a chunk is not authentic');
      plain.push(chunk);
    }
    return plain;
  }
}

export const chunkOf = (plainByte: number): number => Math.floor(plainByte / CHUNK_BYTES);
