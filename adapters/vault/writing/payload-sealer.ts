/**
 * Content in, sealed chunks out, at the memory of one batch. The last chunk is marked as such, so
 * one chunk is held back until it is known whether more follows.
 */
import {
  CHUNK_BYTES,
  CHUNK_NONCE_BYTES,
  writeChunkNonce,
} from '../../../core/vault/payload-layout.ts';
import type { ChunkCipher } from '../cipher-suite.ts';

/** Input is taken in slices of this size, so that a batch of output stays small. */
const BATCH_BYTES = 16 * CHUNK_BYTES;

type Content = Uint8Array | AsyncIterable<Uint8Array>;

async function* slices(content: Content): AsyncIterable<Uint8Array> {
  const pieces = content instanceof Uint8Array ? [content] : content;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += BATCH_BYTES) {
      yield piece.subarray(at, at + BATCH_BYTES);
    }
  }
}

class PayloadSealer {
  readonly #cipher: ChunkCipher;
  readonly #held = new Uint8Array(CHUNK_BYTES);
  readonly #nonce = new Uint8Array(CHUNK_NONCE_BYTES);
  #heldBytes = 0;
  #index = 0;
  plainSizeBytes = 0;

  constructor(cipher: ChunkCipher) {
    this.#cipher = cipher;
  }

  update(bytes: Uint8Array): Uint8Array[] {
    const out: Uint8Array[] = [];
    this.plainSizeBytes += bytes.length;
    let at = 0;
    // Strictly more than a chunk: only then is the first of them not the last of all.
    while (this.#heldBytes + bytes.length - at > CHUNK_BYTES) {
      const next = at + CHUNK_BYTES - this.#heldBytes;
      const taken = bytes.subarray(at, next);
      this.#seal(this.#heldBytes === 0 ? taken : this.#hold(taken), { last: false, out });
      this.#heldBytes = 0;
      at = next;
    }
    this.#hold(bytes.subarray(at));
    return out;
  }

  final(): Uint8Array[] {
    const out: Uint8Array[] = [];
    this.#seal(this.#held.subarray(0, this.#heldBytes), { last: true, out });
    return out;
  }

  forget(): void {
    this.#held.fill(0);
  }

  #hold(bytes: Uint8Array): Uint8Array {
    this.#held.set(bytes, this.#heldBytes);
    this.#heldBytes += bytes.length;
    return this.#held;
  }

  #seal(plain: Uint8Array, { last, out }: { last: boolean; out: Uint8Array[] }): void {
    writeChunkNonce(this.#nonce, { index: this.#index, last });
    this.#cipher.seal(plain, this.#nonce, out);
    this.#index += 1;
  }
}

/** Calls `write` with each batch, in order; answers how long the content was. */
export async function sealPayload(
  content: Content,
  cipher: ChunkCipher,
  write: (batch: readonly Uint8Array[]) => Promise<void>,
): Promise<number> {
  const sealer = new PayloadSealer(cipher);
  try {
    for await (const slice of slices(content)) {
      const batch = sealer.update(slice);
      if (batch.length > 0) await write(batch);
    }
    await write(sealer.final());
    return sealer.plainSizeBytes;
  } finally {
    sealer.forget();
  }
}
