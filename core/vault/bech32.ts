/**
 * Bech32 (BIP 173) without its length limit, as age writes recipients and identities, and as the
 * vault prints key shares: a checksum of 30 bits finds any four mistyped characters in a share.
 */
import { invariant } from '../common/invariant.ts';

const DIGITS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM_DIGITS = 6;

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATORS.entries()) {
      if ((top >>> bit) & 1) sum ^= generator;
    }
  }
  return sum;
}

function expandPrefix(prefix: string): number[] {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

/** Regroups bits; null when spare bits are not zero or a whole group would be spare. */
function regroup(values: Iterable<number>, width: { from: number; to: number }): number[] | null {
  const out: number[] = [];
  let held = 0;
  let heldBits = 0;
  for (const value of values) {
    held = ((held << width.from) | value) & 0xfff;
    heldBits += width.from;
    while (heldBits >= width.to) {
      heldBits -= width.to;
      out.push((held >> heldBits) & ((1 << width.to) - 1));
    }
  }
  const rest = held & ((1 << heldBits) - 1);
  if (width.to === 5) return heldBits > 0 ? [...out, rest << (5 - heldBits)] : out;
  return heldBits < 5 && rest === 0 ? out : null;
}

/** Lower case. `prefix` is lower case ASCII. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const values = regroup(bytes, { from: 8, to: 5 });
  invariant(values, 'bytes always regroup into digits');
  const checksum = polymod([...expandPrefix(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  for (let digit = CHECKSUM_DIGITS - 1; digit >= 0; digit -= 1) {
    values.push((checksum >>> (5 * digit)) & 31);
  }
  return `${prefix}1${values.map((value) => DIGITS[value]).join('')}`;
}

/** Null for mixed case, another prefix, an unknown character, a wrong checksum or spare bits. */
export function decodeBech32(prefix: string, text: string): Uint8Array | null {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return null;
  const head = `${prefix}1`;
  if (!lower.startsWith(head) || lower.length < head.length + CHECKSUM_DIGITS) return null;
  const values = [...lower.slice(head.length)].map((character) => DIGITS.indexOf(character));
  if (values.includes(-1) || polymod([...expandPrefix(prefix), ...values]) !== 1) return null;
  const bytes = regroup(values.slice(0, -CHECKSUM_DIGITS), { from: 5, to: 8 });
  return bytes && Uint8Array.from(bytes);
}
