/**
 * Canonical JSON (RFC 8785, restricted): keys sorted by UTF-16 code unit, no white space, numbers
 * only as safe integers. One value has exactly one encoding, so its hash can be committed to.
 */
import { invariant } from './invariant.ts';

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Throws on a number that is no safe integer, and on a lone surrogate in a string. */
export function encodeCanonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), 'canonical JSON holds only safe integers');
    return String(value === 0 ? 0 : value);
  }
  if (typeof value === 'string') {
    invariant(value.isWellFormed(), 'canonical JSON holds only well-formed strings');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(encodeCanonical).join(',')}]`;
  const object = value as { readonly [key: string]: Json | undefined };
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${encodeCanonical(object[key] as Json)}`);
  return `{${members.join(',')}}`;
}
