import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openExtractor } from './extractor.ts';
import { makeDocx, makeOdt, makeRtf } from './testing/office-maker.ts';
import { makePdf } from './testing/pdf-maker.ts';
import { drawLines, makeBmp, makeGif, makeTiff } from './testing/picture-maker.ts';

const LINES = ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc'];
const MARK = ['Nguyễn Thị Ấm Ường', 'Bản số 07', '08:30 ngày 21/11/2026'];
const extractor = openExtractor();

async function draw(file: Uint8Array, mark: readonly string[] = MARK) {
  const outcome = await extractor.renderPage(file, { page: 1, widthPx: 800, mark });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const image = await loadImage(outcome.value.png);
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  return { image, pen, png: outcome.value.png, pages: outcome.value.pages };
}

/** Pixels of the mark's red; `dark` ones are the page's own ink. */
function countInk({ image, pen }: Awaited<ReturnType<typeof draw>>) {
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const ink = { red: 0, dark: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (red > green + 25 && Math.abs(green - blue) < 12) ink.red += 1;
    else if (red + green + blue < 200) ink.dark += 1;
  }
  return ink;
}

for (const [kind, file] of [
  ['pdf', makePdf([LINES])],
  ['docx', makeDocx(LINES)],
  ['odt', makeOdt(LINES)],
  ['rtf', makeRtf(LINES)],
  ['txt', Buffer.from(LINES.join('\n'))],
  ['png', drawLines(LINES).toBuffer('image/png')],
  ['jpeg', drawLines(LINES).toBuffer('image/jpeg')],
  ['webp', drawLines(LINES).toBuffer('image/webp')],
  ['tiff', makeTiff(LINES)],
  ['gif', makeGif({ frames: [LINES] })],
  ['bmp', makeBmp(LINES)],
] as const) {
  test(`a page of ${kind} is drawn as pixels and carries the mark`, async () => {
    const drawn = await draw(file);
    assert.equal(drawn.image.width, 800);
    assert.equal(drawn.pages, 1);
    const ink = countInk(drawn);
    assert.ok(ink.dark > 200, `the page is there: ${ink.dark} dark pixels`);
    assert.ok(ink.red > 2_000, `the mark is there: ${ink.red} red pixels`);
  });
}

test('the mark is legible: recognition reads the band under the page', async () => {
  const { image, pen, png } = await draw(makeDocx(LINES));
  const plain = await draw(makeDocx(LINES), []);
  const bandTop = plain.image.height;
  assert.ok(image.height > bandTop, 'the band lies below the page and covers nothing');
  const band = createCanvas(1600, (image.height - bandTop) * 2);
  const bandPen = band.getContext('2d');
  bandPen.drawImage(pen.canvas, 0, bandTop, 800, image.height - bandTop, 0, 0, 1600, band.height);
  const read = await extractor.extract(band.toBuffer('image/png'));
  assert.ok(read.ok && read.value.text.includes('Bản số 07'), JSON.stringify(read));
  assert.ok(read.value.text.includes('Nguyễn Thị Ấm Ường'), read.value.text);
  assert.ok(png.length > 0);
});

test('the drawn pages are as many as the reading estimates', async () => {
  const file = makeDocx(Array.from({ length: 130 }, (_, at) => `Dòng thứ ${at + 1} của văn bản`));
  const read = await extractor.extract(file);
  const outcome = await extractor.renderPage(file, { page: 4, widthPx: 400, mark: MARK });
  assert.ok(read.ok && outcome.ok);
  assert.equal(outcome.value.pages, read.value.pages);
});

test('a page that is not there is refused', async () => {
  for (const page of [0, 2, 1.5, Number.NaN]) {
    const outcome = await extractor.renderPage(makePdf([LINES]), {
      page,
      widthPx: 300,
      mark: MARK,
    });
    assert.deepEqual(outcome, { ok: false, code: 'page-missing' });
  }
});

test('a page kilometres wide is drawn small, not refused and not in full', async () => {
  const outcome = await extractor.renderPage(makePdf([LINES], '0 0 200000 300000'), {
    page: 1,
    widthPx: 3_000,
    mark: MARK,
  });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { width, height } = await loadImage(outcome.value.png);
  assert.ok(width <= 3_000 && width * height < 20_000_000);
});
