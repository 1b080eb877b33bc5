/** The one hash of the project (FIPS 180-4), the same in server, browser and CLI. */
import { sha256 as hash } from '@noble/hashes/sha2.js';

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const state = hash.create();
  for (const part of parts) state.update(part);
  return state.digest();
}

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array => encoder.encode(text);
