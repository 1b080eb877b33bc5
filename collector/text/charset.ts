/**
 * Bytes of a public page to text. What the page declares is a claim, often a wrong one: every
 * plausible decoding is tried and the one that reads as Vietnamese is kept. Names of charsets are
 * those of the WHATWG Encoding Standard, and `tcvn3` and `vni` for the two old font encodings.
 */
import { readOldFont } from '../../core/common/old-fonts.ts';
import { vietnameseShare } from '../../core/common/syllable.ts';

export type Decoded = { readonly text: string; readonly charset: string };

function markedCharset([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function decodedAs(bytes: Uint8Array, charset: string, fatal = false): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null; // Not in that charset, or a charset nobody knows: attacker-controlled.
  }
}

type Reading = Decoded & { readonly share: number };

const reading = (charset: string, text: string): Reading => ({
  charset,
  text,
  share: vietnameseShare(text),
});

function best(readings: readonly Reading[]): Reading | null {
  return readings.reduce<Reading | null>(
    (one, other) => (one === null || other.share > one.share ? other : one),
    null,
  );
}

/** Old fonts hide in text that is valid in its charset: "Vieät Nam" in UTF-8. */
function withoutOldFont(plain: Reading, latin: string): Decoded {
  return readOldFont(latin, plain.share) ?? plain;
}

/** `declared`: by the HTTP header, then by the page itself. The text comes back in NFC. */
export function decodeBytes(bytes: Uint8Array, declared: readonly string[] = []): Decoded {
  const marked = markedCharset(bytes);
  const sure = marked && decodedAs(bytes, marked);
  if (sure) return { text: tidy(sure), charset: marked };
  const utf8 = decodedAs(bytes, 'utf-8', true);
  const chosen = utf8 === null ? decodeOld(bytes, declared) : decodeUtf8(utf8);
  return { charset: chosen.charset, text: tidy(chosen.text) };
}

function decodeUtf8(text: string): Decoded {
  return withoutOldFont(reading('utf-8', text), text);
}

function decodeOld(bytes: Uint8Array, declared: readonly string[]): Decoded {
  const claims = declared.filter((charset) => !/^utf-?8$/i.test(charset));
  const readings = [...claims, 'windows-1258', 'windows-1252'].flatMap((charset) => {
    const text = decodedAs(bytes, charset);
    return text === null ? [] : [reading(charset.toLowerCase(), text)];
  });
  const latin = Buffer.from(bytes).toString('latin1');
  return withoutOldFont(best(readings) ?? reading('windows-1252', latin), latin);
}

const tidy = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');

/** The charset that a page names in its first kilobytes. */
export function charsetInPage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  const meta = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head);
  const xml = /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/.exec(head);
  return meta?.[1] ?? xml?.[1] ?? null;
}

export function charsetInHeader(contentType: string): string | null {
  return /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

export function decodePage(bytes: Uint8Array, contentType: string): Decoded {
  const declared = [charsetInHeader(contentType), charsetInPage(bytes)];
  return decodeBytes(
    bytes,
    declared.filter((charset) => charset !== null),
  );
}
