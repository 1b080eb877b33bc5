/**
 * GIF (GIF89a specification) to the grey pixels that recognition takes: the picture after its first
 * frame, and after its last one where it moves. Every length is attacker-controlled.
 */
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { greyMap } from './grey-map.ts';

const FRAME = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
/** LZW codes have at most twelve bits. */
const MOST_CODES = 4_096;
/** All frames together draw no more pixels than this many pictures would. */
const MOST_PICTURES = 200;

export const gifSize = (file: Buffer) => ({
  width: file.readUInt16LE(6),
  height: file.readUInt16LE(8),
});

type Frame = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly interlaced: boolean;
  readonly colours: Buffer;
  readonly clear: number | null;
};

/** Sub-blocks, each behind its length, up to an empty one. */
function takeBlocks(file: Buffer, from: number): { data: Buffer; end: number } {
  const parts: Buffer[] = [];
  let at = from;
  for (let length = file[at]; length; length = file[at]) {
    parts.push(file.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { data: Buffer.concat(parts), end: at + 1 };
}

/** The table says of each code what came before and which colour it ends in. */
function unpack(data: Buffer, smallest: number, count: number): Uint8Array {
  const out = new Uint8Array(count);
  const before = new Uint16Array(MOST_CODES);
  const last = new Uint8Array(MOST_CODES);
  const stack = new Uint8Array(MOST_CODES + 1);
  const clear = 1 << smallest;
  for (let code = 0; code < clear; code += 1) last[code] = code;
  let [size, next, previous, first, bits, held, filled] = [smallest + 1, clear + 2, -1, 0, 0, 0, 0];
  for (const byte of data) {
    bits |= byte << held;
    held += 8;
    while (held >= size) {
      const code = bits & ((1 << size) - 1);
      bits >>>= size;
      held -= size;
      if (code === clear) [size, next, previous] = [smallest + 1, clear + 2, -1];
      if (code === clear) continue;
      if (code === clear + 1 || filled >= count) return out;
      if (code > next || (code === next && previous < 0)) return out;
      let depth = 0;
      if (code === next) stack[depth++] = first;
      let walk = code === next ? previous : code;
      for (; walk >= clear; walk = before[walk] ?? 0) stack[depth++] = last[walk] ?? 0;
      first = walk;
      stack[depth++] = first;
      while (depth > 0 && filled < count) out[filled++] = stack[--depth] ?? 0;
      if (previous >= 0 && next < MOST_CODES) {
        before[next] = previous;
        last[next++] = first;
        if (next === 1 << size && size < 12) size += 1;
      }
      previous = code;
    }
  }
  return out;
}

/** Rows in the order in which an interlaced frame stores them. */
function rowOrder({ height, interlaced }: Frame): number[] {
  const rows = Array.from({ length: height }, (_, row) => row);
  if (!interlaced) return rows;
  const pass = (row: number) => (row % 8 === 0 ? 0 : row % 8 === 4 ? 1 : row % 4 === 2 ? 2 : 3);
  return rows.sort((one, other) => pass(one) - pass(other) || one - other);
}

type Sheet = { readonly width: number; readonly height: number; readonly grey: Uint8Array };

function paint(sheet: Sheet, frame: Frame, indices: Uint8Array): void {
  rowOrder(frame).forEach((row, stored) => {
    const y = frame.top + row;
    if (y >= sheet.height) return;
    for (let column = 0; column < frame.width && frame.left + column < sheet.width; column += 1) {
      const index = indices[stored * frame.width + column] ?? 0;
      if (index === frame.clear) continue;
      // Green carries most of the lightness.
      sheet.grey[y * sheet.width + frame.left + column] = frame.colours[index * 3 + 1] ?? 255;
    }
  });
}

function coloursAt(file: Buffer, at: number, packed: number): { table: Buffer; end: number } {
  const bytes = packed & 0x80 ? 3 * (2 << (packed & 7)) : 0;
  return { table: file.subarray(at, at + bytes), end: at + bytes };
}

/** One picture, or two where the GIF moves; as portable grey maps. */
export function gifPictures(file: Buffer): Buffer[] {
  const { width, height } = gifSize(file);
  const sheet = { width, height, grey: new Uint8Array(width * height).fill(255) };
  const common = coloursAt(file, 13, file[10] ?? 0);
  const pictures: Buffer[] = [];
  let [at, clear, drawn, frames] = [common.end, null as number | null, 0, 0];
  while (at < file.length && file[at] !== TRAILER) {
    if (file[at] === EXTENSION) {
      const isControl = file[at + 1] === 0xf9 && ((file[at + 3] ?? 0) & 1) === 1;
      if (isControl) clear = file[at + 6] ?? null;
      at = takeBlocks(file, at + 2).end;
      continue;
    }
    if (file[at] !== FRAME || at + 11 > file.length) break;
    const packed = file[at + 9] ?? 0;
    const own = coloursAt(file, at + 10, packed);
    const frame: Frame = {
      left: file.readUInt16LE(at + 1),
      top: file.readUInt16LE(at + 3),
      width: file.readUInt16LE(at + 5),
      height: file.readUInt16LE(at + 7),
      interlaced: (packed & 0x40) !== 0,
      colours: own.table.length > 0 ? own.table : common.table,
      clear,
    };
    drawn += frame.width * frame.height;
    const most = Math.min(LIMITS.imagePixels, width * height * MOST_PICTURES);
    if (drawn > most) throw new FileStop('file-too-large', 'too-many-pixels');
    const { data, end } = takeBlocks(file, own.end + 1);
    paint(sheet, frame, unpack(data, Math.min(file[own.end] ?? 8, 11), frame.width * frame.height));
    frames += 1;
    if (frames === 1) pictures.push(greyMap({ ...sheet, channels: 1, data: sheet.grey }));
    [at, clear] = [end, null];
  }
  if (frames === 0) throw new FileStop('file-unreadable', 'picture-broken');
  if (frames > 1) pictures.push(greyMap({ ...sheet, channels: 1, data: sheet.grey }));
  return pictures;
}
