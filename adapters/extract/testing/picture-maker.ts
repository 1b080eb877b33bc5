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

type GifForm = { readonly interlaced?: boolean; readonly frames?: readonly (readonly string[])[] };

/** 128 greys; a clear code every 120 pixels, so that all codes keep eight bits. */
export function makeGif({ interlaced = false, frames = [[]] }: GifForm): Buffer {
  const colours = Buffer.from(Array.from({ length: 128 * 3 }, (_, at) => Math.floor(at / 3) * 2));
  const size = Buffer.from([WIDTH & 255, WIDTH >> 8, HEIGHT & 255, HEIGHT >> 8]);
  const head = Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0xf6, 0, 0]), colours]);
  const packed = interlaced ? 0x40 : 0;
  const pictures = frames.map((lines) => {
    const { data } = drawLines(lines).getContext('2d').getImageData(0, 0, WIDTH, HEIGHT);
    const rows = Array.from({ length: HEIGHT }, (_, y) => y);
    const stored = interlaced
      ? [
          [0, 8],
          [4, 8],
          [2, 4],
          [1, 2],
        ].flatMap(([from = 0, step = 1]) =>
          rows.filter((y) => y >= from && (y - from) % step === 0),
        )
      : rows;
    const codes: number[] = [];
    for (const y of stored) {
      for (let x = 0; x < WIDTH; x += 1) {
        if (codes.length % 121 === 0) codes.push(128);
        codes.push((data[(y * WIDTH + x) * 4] ?? 0) >> 1);
      }
    }
    codes.push(129);
    const blocks = Array.from({ length: Math.ceil(codes.length / 255) }, (_, at) => {
      const block = codes.slice(at * 255, at * 255 + 255);
      return Buffer.from([block.length, ...block]);
    });
    const place = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), size, Buffer.from([packed, 7])]);
    return Buffer.concat([place, ...blocks, Buffer.from([0])]);
  });
  return Buffer.concat([head, ...pictures, Buffer.from([0x3b])]);
}

/** Rows from the bottom up, 24 bits a pixel. */
export function makeBmp(lines: readonly string[]): Buffer {
  const { data } = drawLines(lines).getContext('2d').getImageData(0, 0, WIDTH, HEIGHT);
  const body = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH * 3; x += 1) {
      const from = ((HEIGHT - 1 - y) * WIDTH + Math.floor(x / 3)) * 4;
      body[y * WIDTH * 3 + x] = data[from] ?? 0;
    }
  }
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(head.length + body.length, 2);
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(WIDTH, 18);
  head.writeInt32LE(HEIGHT, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, body]);
}
