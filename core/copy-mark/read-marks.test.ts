import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Chance, chanceOf } from '../../testkit/copy-mark/chance.ts';
import { codeOf } from './code.ts';
import { signAt } from './code-signs.ts';
import { findLines, LAYOUT_WIDTH_PX } from './find-lines.ts';
import { moveLines } from './move-lines.ts';
import { blank, greyOf, type Picture, type PlaceMap, seenThrough } from './picture.ts';
import { plainPage, readMarks } from './read-marks.ts';

const SECRET = new Uint8Array(32).fill(3);
const code = codeOf(SECRET, { copyMarkId: 'copy', page: 1 });
const SIZE = { width: LAYOUT_WIDTH_PX, height: 1_754 };

/** Strokes of ink, as letters are: a page of lines that no font is needed for. */
function drawnPage(seed: number): Uint8ClampedArray {
  const chance = chanceOf(seed);
  const rgba = new Uint8ClampedArray(4 * SIZE.width * SIZE.height).fill(255);
  for (let top = 150; top < 1_600; top += 36) {
    const right = chance.between(500, 1_100);
    for (let x = 170; x < right; ) x = drawWord(rgba, { x, top, chance }) + 8;
  }
  return rgba;
}

type Word = { readonly x: number; readonly top: number; readonly chance: Chance };

function drawWord(rgba: Uint8ClampedArray, { x, top, chance }: Word): number {
  let left = x;
  for (let letters = 2 + Math.floor(chance.next() * 5); letters > 0; letters -= 1) {
    const [high, wide] = [chance.next() < 0.3 ? 22 : 14, 3 + Math.floor(chance.next() * 8)];
    fill(rgba, { left, top: top + 22 - high, wide: 3, high });
    fill(rgba, { left, top: top + 22 - Math.floor(chance.between(4, high)), wide, high: 2 });
    left += wide + 3;
  }
  return left;
}

type Ink = {
  readonly left: number;
  readonly top: number;
  readonly wide: number;
  readonly high: number;
};

function fill(rgba: Uint8ClampedArray, { left, top, wide, high }: Ink): void {
  for (let y = top; y < top + high; y += 1) {
    for (let x = left; x < left + wide; x += 1)
      rgba.fill(0, 4 * (y * SIZE.width + x), 4 * (y * SIZE.width + x) + 3);
  }
}

function markedPage(seed: number): { plain: Picture; marked: Picture } {
  const rgba = drawnPage(seed);
  const plain = greyOf(rgba, SIZE);
  moveLines({ ...SIZE, rgba }, findLines(plain), code);
  return { plain, marked: greyOf(rgba, SIZE) };
}

const inkIn = ({ pixels }: Picture) => pixels.reduce((sum, pixel) => sum + (255 - pixel), 0);

/** Of all readings, the share with the sign that the copy has. */
function rightShare(reading: ReturnType<typeof readMarks>): number {
  assert.ok(reading.ok, JSON.stringify(reading));
  const { readings } = reading;
  const right = readings.filter(({ line, slot, steps }) => steps * signAt(code, line, slot) > 0);
  return right.length / readings.length;
}

test('moving lines loses no ink and touches no other line', () => {
  const { plain, marked } = markedPage(1);
  assert.equal(inkIn(marked), inkIn(plain));
  const [one, two] = [findLines(plain), findLines(marked)];
  assert.ok(one.lines.length >= 38);
  assert.equal(two.lines.length, one.lines.length);
  one.lines.forEach(({ top }, at) => {
    assert.equal(two.lines[at]?.top, top + signAt(code, at, 0), `line ${at}`);
  });
});

test('a line too near to its neighbour, or under a rule, is left where it is', () => {
  const rgba = drawnPage(2);
  const free = findLines(greyOf(rgba, SIZE)).lines.length;
  // A table's rule down the page through its first ten lines, and two more beside it.
  for (const left of [300, 500, 700, 900]) fill(rgba, { left, top: 150, wide: 2, high: 10 * 36 });
  const ruled = greyOf(rgba, SIZE);
  const layout = findLines(ruled);
  assert.ok(layout.lines.length <= free - 10);
  moveLines({ ...SIZE, rgba }, layout, code);
  const moved = greyOf(rgba, SIZE);
  const rows = 500 * SIZE.width;
  assert.deepEqual(moved.pixels.subarray(0, rows), ruled.pixels.subarray(0, rows));
});

test('the mark is read from the marked page itself', () => {
  const { plain, marked } = markedPage(3);
  // Not all: the bending is fitted to the same places, and takes a little from the outermost.
  assert.ok(rightShare(readMarks(plainPage(plain), marked)) > 0.97);
});

test('turned, stretched, in perspective and bent, it is read all the same', () => {
  const { plain, marked } = markedPage(4);
  const page = plainPage(plain);
  const lies: readonly PlaceMap[] = [
    (x, y) => [1.02 * x - 0.034 * y + 20, 0.034 * x + 1.01 * y - 15],
    (x, y) => [x / (1 + 3e-5 * y), y / (1 + 3e-5 * y)],
    (x, y) => [x + 2 * Math.sin(y / 300), y + 2 * Math.sin(x / 400)],
  ];
  for (const lie of lies) {
    const seen = seenThrough(marked, lie, { ...SIZE, outside: 255 });
    assert.ok(rightShare(readMarks(page, seen)) > 0.97);
  }
});

test('a third of the page is found wherever it was cut', () => {
  const { plain, marked } = markedPage(5);
  const page = plainPage(plain);
  for (const from of [100, 500, 1_000]) {
    const part = seenThrough(marked, (x, y) => [x + 30, y + from], {
      width: 1_150,
      height: 585,
      outside: 255,
    });
    assert.ok(rightShare(readMarks(page, part)) > 0.97, `from ${from}`);
  }
});

test('an empty page, an empty picture and a picture of another page are told as such', () => {
  const { plain } = markedPage(6);
  const page = plainPage(plain);
  const white = blank(SIZE);
  white.pixels.fill(255);
  assert.deepEqual(readMarks(plainPage(white), plain), { ok: false, why: 'no-lines' });
  assert.equal(readMarks(page, white).ok, false);
  const tiny = { width: 3, height: 2, pixels: new Float32Array(6) };
  assert.equal(readMarks(page, tiny).ok, false);
  const other = readMarks(page, markedPage(77).marked);
  if (other.ok) assert.ok(rightShare(other) < 0.75);
});
