/**
 * The size a picture declares, read before any decoder sees it: a PNG of a few bytes may declare
 * 100,000 × 100,000 pixels. PNG (ISO 15948), JPEG (ITU T.81), WebP (RFC 9649), TIFF 6.0, GIF89a,
 * BMP.
 */
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { gifSize } from './gif.ts';
import { tiffDirectories } from './tiff.ts';

export const PICTURE_KINDS = ['png', 'jpeg', 'webp', 'tiff', 'gif', 'bmp'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];
/** Of any kind that the first bytes tell. */
export const isPicture = (kind: string): kind is PictureKind =>
  (PICTURE_KINDS as readonly string[]).includes(kind);

type Size = { readonly width: number; readonly height: number };

/** Throws `file-too-large` or, when no size can be found, `file-unreadable`. */
export function checkedSize(file: Buffer, kind: PictureKind): Size {
  let size: Size | undefined;
  try {
    size = SIZE_READERS[kind](file);
  } catch {
    // A read past the end: a cut file.
  }
  if (!size || size.width < 1 || size.height < 1)
    throw new FileStop('file-unreadable', 'picture-without-size');
  if (size.width * size.height > LIMITS.imagePixels || Math.max(size.width, size.height) > 30_000)
    throw new FileStop('file-too-large', 'too-many-pixels');
  return size;
}

const SIZE_READERS: Readonly<Record<PictureKind, (file: Buffer) => Size | undefined>> = {
  png: (file) => ({ width: file.readUInt32BE(16), height: file.readUInt32BE(20) }),
  jpeg: jpegSize,
  webp: webpSize,
  tiff: (file) => tiffDirectories(file)[0],
  gif: gifSize,
  bmp: (file) => ({ width: file.readInt32LE(18), height: Math.abs(file.readInt32LE(22)) }),
};

function jpegSize(file: Buffer): Size | undefined {
  for (let at = 2; at < file.length; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    const isBare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : isBare ? 2 : 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpSize(file: Buffer): Size | undefined {
  const chunk = file.toString('latin1', 12, 16);
  if (chunk === 'VP8X')
    return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8L') {
    const bits = file.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8 ')
    return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
  return undefined;
}
