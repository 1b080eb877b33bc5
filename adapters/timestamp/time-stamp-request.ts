/** What is asked of a time-stamping authority: RFC 3161 §2.4.1, with its certificate wanted. */
import { encode, encodeOid, TAG } from './der.ts';

export const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/** A positive INTEGER: the first bit of its first byte is not set. */
export function nonceOf(random: Uint8Array): Uint8Array {
  const nonce = Uint8Array.from(random);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  return nonce;
}

export function encodeRequest(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const algorithm = encode(TAG.sequence, encodeOid(SHA256_OID), encode(TAG.null));
  return encode(
    TAG.sequence,
    encode(TAG.integer, Uint8Array.of(1)),
    encode(TAG.sequence, algorithm, encode(TAG.octets, digest)),
    encode(TAG.integer, nonce),
    encode(TAG.boolean, Uint8Array.of(0xff)),
  );
}
