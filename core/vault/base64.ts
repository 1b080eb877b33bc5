/**
 * Base64 as age v1 writes it (RFC 4648 section 4, no padding, canonical). One value has exactly
 * one text, so a changed last digit that decodes to the same bytes is refused.
 */
export function encodeBase64(bytes: Uint8Array): string {
  return bytes.toBase64({ omitPadding: true });
}

/** Null for padding, white space, unknown characters, a spare digit or non-zero spare bits. */
export function decodeBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.fromBase64(text, { lastChunkHandling: 'loose' });
    return encodeBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
