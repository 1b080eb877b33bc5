/** Pictures of text for tests, and pictures that lie about their size. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const WIDTH = 900;
const HEIGHT = 320;

export function drawLines(lines: readonly string[]) {
  const face = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  );
  GlobalFonts.register(readFileSync(face), 'Tinos');
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#000';
  pen.font = '34px Tinos';
  lines.forEach((line, at) => {
    pen.fillText(line, 40, 80 + at * 60);
  });
  return canvas;
}

/** Uncompressed, one grey byte a pixel. */
export function makeTiff(lines: readonly string[]): Buffer {
  const { data } = drawLines(lines).getContext('2d').getImageData(0, 0, WIDTH, HEIGHT);
  const grey = Buffer.from(data.filter((_, at) => at % 4 === 0));
  const SHORT = 3;
  const LONG = 4;
  const tags = [
    [256, SHORT, WIDTH],
    [257, SHORT, HEIGHT],
    [258, SHORT, 8],
    [259, SHORT, 1],
    [262, SHORT, 1],
    [273, LONG, 8 + 2 + 9 * 12 + 4],
    [277, SHORT, 1],
    [278, SHORT, HEIGHT],
    [279, LONG, grey.length],
  ];
  const head = Buffer.alloc(8 + 2 + tags.length * 12 + 4);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag = 0, type = 0, value = 0], at) => {
    const offset = 10 + at * 12;
    head.writeUInt16LE(tag, offset);
    head.writeUInt16LE(type, offset + 2);
    head.writeUInt32LE(1, offset + 4);
    head.writeUInt32LE(value, offset + 8);
  });
  return Buffer.concat([head, grey]);
}

/** A grey PNG with any declared size and any compressed rows. */
export function makePng(
  { width, height }: { width: number; height: number },
  rows: Buffer = deflateSync(Buffer.alloc(16)),
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const chunk = (type: string, bytes: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), bytes]);
    const edges = Buffer.alloc(8);
    edges.writeUInt32BE(bytes.length, 0);
    edges.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([edges.subarray(0, 4), named, edges.subarray(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
