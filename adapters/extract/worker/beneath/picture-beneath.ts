/**
 * Beneath a picture: what its maker wrote into it. JPEG segments (Exif, XMP, IPTC, comments), PNG
 * and WebP chunks of text. Read as runs of letters, not by the formats themselves: nothing here has
 * to be well formed.
 */
import { inflateSync } from 'node:zlib';
import type { Beneath } from './beneath.ts';
import { linesOfXml } from './xml-lines.ts';

type Piece = { readonly bytes: Buffer; readonly isXml: boolean };

const MOST_INFLATED = 1024 * 1024;
/** Letters, digits and what stands between them; anything else ends a run. */
const RUN = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\p{P}\p{Sm}\p{Zs}]{5,}/gu;
const LETTERS = /\p{L}{2}/u;

const pieceOf = (bytes: Buffer): Piece => ({ bytes, isXml: bytes.includes('<x:xmpmeta') });

function* jpegPieces(file: Buffer): Generator<Piece> {
  const [APP0, APP15, COMMENT, SCAN] = [0xe0, 0xef, 0xfe, 0xda];
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff; ) {
    const marker = file[at + 1] ?? 0;
    if (marker === SCAN) return;
    const end = at + 2 + file.readUInt16BE(at + 2);
    const says = marker === COMMENT || (marker > APP0 && marker <= APP15 && marker !== 0xe2);
    if (says) yield pieceOf(file.subarray(at + 4, end));
    at = end;
  }
}

const TEXT_CHUNKS = ['tEXt', 'zTXt', 'iTXt', 'eXIf'];

/** The packed text of a chunk stands behind a zero byte and the method. */
function unpacked(chunk: Buffer): Buffer {
  for (let at = chunk.indexOf(0); at >= 0 && at < 200; at = chunk.indexOf(0, at + 1)) {
    try {
      return inflateSync(chunk.subarray(at + 2), { maxOutputLength: MOST_INFLATED });
    } catch {
      // Not here: the chunk has a language and a keyword of its own before the text.
    }
  }
  return chunk;
}

function* pngPieces(file: Buffer): Generator<Piece> {
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const chunk = file.subarray(at + 8, end - 4);
    if (TEXT_CHUNKS.includes(type)) yield pieceOf(chunk);
    if (type === 'zTXt' || type === 'iTXt') yield pieceOf(unpacked(chunk));
    at = end;
  }
}

function* webpPieces(file: Buffer): Generator<Piece> {
  for (let at = 12; at + 8 <= file.length; ) {
    const size = file.readUInt32LE(at + 4);
    const type = file.toString('latin1', at, at + 4);
    if (type === 'EXIF' || type === 'XMP ') yield pieceOf(file.subarray(at + 8, at + 8 + size));
    at += 8 + size + (size & 1);
  }
}

/** Windows writes its own remarks into Exif in UTF-16, all else is UTF-8 or plain. */
function runsOf(bytes: Buffer): readonly string[] {
  const wide = [bytes.subarray(0), bytes.subarray(1)].map((part) => part.toString('utf16le'));
  return [bytes.toString('utf8'), ...wide.map(onlyWestern)]
    .flatMap((text) => text.match(RUN) ?? [])
    .map((run) => run.trim())
    .filter((run) => LETTERS.test(run));
}

/** Any bytes are letters of some script in UTF-16: only those of Vietnamese and English count. */
const onlyWestern = (text: string): string => text.replace(/[^\u0020-\u024f\u1e00-\u1eff]/g, '\0');

function linesOf({ bytes, isXml }: Piece): readonly string[] {
  if (!isXml) return runsOf(bytes);
  const xml = bytes.toString('utf8');
  return linesOfXml(xml.slice(xml.indexOf('<x:xmpmeta')), { eachElement: true });
}

export function pictureBeneath(file: Buffer, kind: 'png' | 'jpeg' | 'webp'): Beneath {
  const pieces = { png: pngPieces, jpeg: jpegPieces, webp: webpPieces }[kind](file);
  const lines = [...new Set([...pieces].flatMap(linesOf))];
  return { lines, files: [], rejected: [] };
}
