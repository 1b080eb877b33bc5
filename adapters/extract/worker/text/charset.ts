/**
 * Bytes to text when nothing says how they were written: byte-order mark, UTF-8, UTF-16 by its
 * zero bytes, and at last the old Vietnamese ones: windows-1258 (WHATWG Encoding Standard), or the
 * fonts TCVN3 and VNI where these read clearly better.
 */
import { convertOldFonts, readOldFont } from '../../../../core/common/old-fonts.ts';
import { vietnameseShare } from '../../../../core/common/syllable.ts';
import { FileStop } from '../file-stop.ts';

export type Decoded = {
  readonly text: string;
  /** How it was written when not in Unicode. */
  readonly old: 'legacy-encoding' | 'old-font' | null;
};

const SAMPLE_BYTES = 64 * 1024;

/** Refuses bytes that are no text. The text comes back in Unicode NFC, line ends as `\n`. */
export function decodeText(bytes: Uint8Array): Decoded {
  const unicode = markedEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : unmarkedUtf16(bytes));
  const text = new TextDecoder(unicode ?? 'windows-1258').decode(bytes);
  if (hasControls(text)) throw new FileStop('file-kind-unknown');
  if (unicode !== undefined) return withoutOldFont(tidy(text));
  const latin = Buffer.from(bytes).toString('latin1');
  const font = readOldFont(latin, vietnameseShare(text));
  return { text: tidy(font?.text ?? text), old: font ? 'old-font' : 'legacy-encoding' };
}

/** A text in Unicode whose letters stand for those of an old font. */
export function withoutOldFont(text: string): Decoded {
  const converted = convertOldFonts(text);
  return { text: converted.text, old: converted.font && 'old-font' };
}

export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

export function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

export function isUtf8(bytes: Uint8Array): boolean {
  // A zero byte is valid UTF-8 and never text.
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** ASCII letters and spaces leave zeros on one side only. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 8;
  if (odd > enough && even < odd / 16) return 'utf-16le';
  if (even > enough && odd < even / 16) return 'utf-16be';
  return undefined;
}

function hasControls(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const controls = sample.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return controls > sample.length / 100;
}
