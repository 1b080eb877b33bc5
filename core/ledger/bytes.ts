/**
 * The few byte operations of the ledger. Base64 is RFC 4648 §4 in its one canonical spelling: a
 * second spelling of the same bytes would let a file change without any check noticing.
 */
import { invariant } from '../common/invariant.ts';

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && firstDifference(left, right) === undefined;
}

/** Position of the first byte that differs; where the shorter ends, if the other continues it. */
export function firstDifference(left: Uint8Array, right: Uint8Array): number | undefined {
  const shorter = Math.min(left.length, right.length);
  for (let position = 0; position < shorter; position++) {
    if (left[position] !== right[position]) return position;
  }
  return left.length === right.length ? undefined : shorter;
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    joined.set(part, position);
    position += part.length;
  }
  return joined;
}

/** The element at `position`; a position outside the list is a bug. */
export function at<Item>(list: readonly Item[], position: number): Item {
  const item = list[position];
  invariant(item !== undefined, `no element at ${position} of ${list.length}`);
  return item;
}

/** For keys, hashes and signatures: a few kilobytes at most. Inverse of `decodeBase64`. */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Undefined unless `text` is exactly what `encodeBase64` would print. */
export function decodeBase64(text: string): Uint8Array | undefined {
  // attacker-controlled: atob itself tolerates spaces, missing padding and stray low bits.
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return encodeBase64(bytes) === text ? bytes : undefined;
}

/** One text for one spelling: no replacement characters, and a byte order mark stays visible. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A decimal number without sign or leading zeros, at most 2^53 - 1; else undefined. */
export function parseDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
