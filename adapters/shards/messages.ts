/**
 * What is asked of a shard and what it answers, as bytes to be sealed. Answers come in few sizes:
 * from outside one that names a passage looks like one that names none.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { utf8 } from '../../core/common/sha256.ts';
import type { IndexMatch } from '../../server/ports/compare-index.ts';

export type Asked = {
  readonly text: string;
  /** Null: among all. */
  readonly among: readonly string[] | null;
  /** By shard: how many changes of the documents the answer must know of. */
  readonly after: readonly number[];
};

export const questionLabel = (id: string): string => `question ${id}`;
export const answerLabel = (id: string, shard: number): string => `answer ${id} ${shard}`;

/** Holds half a dozen passages with their rare words; then 8, 64, 512 … KiB. */
const SMALLEST_ANSWER = 1_024;
const NEXT_ANSWER = 8;
const LENGTH_BYTES = 4;
/** Articles are squeezed for the engine's disk; more effort gains little. */
const FAST = { level: 1 };

const squeezed = (value: unknown): Uint8Array => deflateRawSync(utf8(JSON.stringify(value)), FAST);
const restored = (bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder().decode(inflateRawSync(bytes)));

export const packAsked = (asked: Asked): Uint8Array => squeezed(asked);
// Sealed by the house alone.
export const unpackAsked = (bytes: Uint8Array): Asked => restored(bytes) as Asked;

export function packFound(found: readonly IndexMatch[]): Uint8Array {
  const content = squeezed(found);
  let room = SMALLEST_ANSWER;
  while (room < LENGTH_BYTES + content.length) room *= NEXT_ANSWER;
  const padded = new Uint8Array(room);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, LENGTH_BYTES);
  return padded;
}

export function unpackFound(padded: Uint8Array): readonly IndexMatch[] {
  const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength);
  const content = padded.subarray(LENGTH_BYTES, LENGTH_BYTES + view.getUint32(0));
  return restored(content) as readonly IndexMatch[]; // Sealed by a matcher of this house.
}
