/** The token of a session: the browser holds it, the store keeps only its SHA-256. */
import { sha256 } from '../../core/common/sha256.ts';
import type { Randomness } from '../ports/clock.ts';

export const LONGEST_MS = 12 * 3_600_000;
const TOKEN_BYTES = 32;

export function newToken(randomness: Randomness): { token: string; tokenHash: Uint8Array } {
  const bytes = randomness.bytes(TOKEN_BYTES);
  return { token: bytes.toBase64({ alphabet: 'base64url' }), tokenHash: sha256(bytes) };
}

/** Null for a cookie that is no token: attacker-controlled. */
export function hashOfToken(token: string | undefined): Uint8Array | null {
  if (!token || !/^[\w-]{43}=?$/.test(token)) return null;
  try {
    return sha256(Uint8Array.fromBase64(token, { alphabet: 'base64url' }));
  } catch {
    return null;
  }
}
