/**
 * Where the pieces of an age v1 payload lie (C2SP age.md, STREAM of Hoang, Reyhanitabar, Rogaway
 * and Vizár 2015): a nonce, then chunks of 64 KiB, each with a tag; the last, and only the last,
 * is marked in its nonce and may be shorter. Arithmetic only.
 */
import { invariant } from '../common/invariant.ts';

export const PAYLOAD_NONCE_BYTES = 16;
export const CHUNK_BYTES = 65_536;
export const TAG_BYTES = 16;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
export const CHUNK_NONCE_BYTES = 12;

export type PayloadLayout = {
  readonly chunks: number;
  readonly plainSizeBytes: number;
};

/**
 * From the number of bytes after the payload nonce. Null where no complete payload has that
 * length: no chunk at all, a cut tag, or an empty last chunk after a full one.
 */
export function payloadLayout(sealedBytes: number): PayloadLayout | null {
  const chunks = Math.ceil(sealedBytes / SEALED_CHUNK_BYTES);
  const lastBytes = sealedBytes - (chunks - 1) * SEALED_CHUNK_BYTES;
  if (chunks < 1 || lastBytes < TAG_BYTES) return null;
  if (lastBytes === TAG_BYTES && chunks > 1) return null;
  return { chunks, plainSizeBytes: sealedBytes - chunks * TAG_BYTES };
}

/** Writes the nonce of a chunk: 11 bytes of counter, big-endian, then 1 for the last chunk. */
export function writeChunkNonce(nonce: Uint8Array, chunk: { index: number; last: boolean }): void {
  invariant(nonce.length === CHUNK_NONCE_BYTES, 'a chunk nonce of 12 bytes');
  let rest = chunk.index;
  for (let at = CHUNK_NONCE_BYTES - 2; at >= 0; at -= 1) {
    nonce[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  nonce[CHUNK_NONCE_BYTES - 1] = chunk.last ? 1 : 0;
}
