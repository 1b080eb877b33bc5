import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf } from '../../core/copy-mark/code.ts';
import { decideCopy, type ListedCopy } from '../../core/copy-mark/decide-copy.ts';
import { simulate } from '../../testkit/copy-mark/simulate.ts';
import { copyOf, formOf, namesOf, runTrials } from '../../testkit/copy-mark/trials.ts';
import { openExtractor } from './extractor.ts';
import { jpegOf } from './testing/jpeg.ts';
import { inventedPage, markedPicture } from './testing/marked-page.ts';
import { makePdf } from './testing/pdf-maker.ts';
import { makePng } from './testing/picture-maker.ts';

const SECRET = new Uint8Array(32).fill(5);
const MARK = ['Nguyễn Văn A', 'Bản số: 02/05', '08:30:00 21/11/2026'];
const extractor = openExtractor();

const COPIES: readonly ListedCopy[] = Array.from({ length: 12 }, (_, at) => ({
  copyMarkId: `copy ${at}`,
  code: codeOf(SECRET, { copyMarkId: `copy ${at}`, page: 1 }),
}));
const [FIRST, SECOND] = COPIES as [ListedCopy, ListedCopy];

async function read(document: Uint8Array, picture: Uint8Array, page = 1) {
  return extractor.readCopyMark({ document, picture, page });
}

/** Which copy a picture names. */
async function namedBy(document: Uint8Array, picture: Uint8Array): Promise<string | null> {
  const outcome = await read(document, picture);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value.ok ? decideCopy(outcome.value.readings, COPIES).named : null;
}

const textPage = () => Buffer.from(formOf(8).paragraphs.slice(0, 8).join('\n'));

test('a marked page names its copy, on the screen and for the printer', async () => {
  const document = textPage();
  for (const [widthPx, copy] of [
    [1_240, FIRST],
    [2_480, SECOND],
  ] as const) {
    const request = { page: 1, widthPx, mark: MARK, code: copy.code };
    const drawn = await extractor.renderPage(document, request);
    assert.ok(drawn.ok, JSON.stringify(drawn));
    assert.equal(await namedBy(document, drawn.value.png), copy.copyMarkId);
  }
});

test('a page that was never marked, and another page, name no copy', async () => {
  const document = textPage();
  const plain = await extractor.renderPage(document, { page: 1, widthPx: 1_240, mark: MARK });
  assert.ok(plain.ok);
  assert.equal(await namedBy(document, plain.value.png), null);
  const other = inventedPage(formOf(99));
  assert.equal(await namedBy(other, plain.value.png), null);
});

test('scanned, photographed or a screenshot, whole or a third: the copy is named', async () => {
  const document = inventedPage(formOf(7));
  const order = { code: SECOND.code, mark: MARK };
  const printed = await markedPicture(document, { ...order, times: 2, seenIn: 'grey' });
  const shown = await markedPicture(document, { ...order, times: 1, seenIn: 'colour' });
  for (const [way, part] of [
    ['scan', 'page'],
    ['photo', 'page'],
    ['photo', 'third'],
    ['screenshot', 'third'],
  ] as const) {
    const source = way === 'screenshot' ? shown : printed;
    const picture = await jpegOf(await simulate(source, { way, part, seed: 3 }), 85);
    assert.equal(await namedBy(document, picture), SECOND.copyMarkId, `${way} ${part}`);
  }
});

test('the notice stands in the band under the page and nowhere across it', async () => {
  const request = { page: 1, widthPx: 800, mark: [], notice: ['Bản này mang dấu riêng'] };
  const bare = await extractor.renderPage(textPage(), { page: 1, widthPx: 800, mark: [] });
  const noted = await extractor.renderPage(textPage(), request);
  assert.ok(bare.ok && noted.ok);
  const heightOf = (png: Uint8Array) => Buffer.from(png).readUInt32BE(20);
  assert.ok(heightOf(noted.value.png) > heightOf(bare.value.png));
});

test('what is no picture, lies about its size or is broken is refused by its code', async () => {
  const document = makePdf([['Một dòng']]);
  const codeOfPicture = async (picture: Uint8Array) => {
    const outcome = await read(document, picture);
    return outcome.ok ? outcome.value : outcome.code;
  };
  assert.equal(await codeOfPicture(Buffer.from('chữ')), 'file-kind-unknown');
  assert.equal(await codeOfPicture(new Uint8Array()), 'file-empty');
  const huge = makePng({ width: 60_000, height: 60_000 });
  assert.equal(await codeOfPicture(huge), 'file-too-large');
  const broken = Buffer.from('ffd8ffc0001108ffff', 'hex');
  assert.equal(await codeOfPicture(broken), 'file-unreadable');
  const blank = await jpegOf({ width: 9, height: 9, pixels: new Float32Array(81) }, 80);
  const tiny = await codeOfPicture(blank);
  assert.ok(typeof tiny === 'object' && !tiny.ok, JSON.stringify(tiny));
  const missing = await read(document, blank, 9);
  assert.deepEqual(missing, { ok: false, code: 'page-missing' });
});

test('a scan of a copy that the house printed, smaller on its sheet, names it', async () => {
  const names = namesOf(1, 12);
  const [, name = ''] = names;
  // Turned, stretched and with a wide margin: not found at the sizes of a page as it was.
  const trial = { way: 'printed copy', part: 'page', seed: 80_120_000 } as const;
  const [end] = await runTrials(1, name, [trial]);
  assert.ok(end?.reading.ok, JSON.stringify(end?.reading));
  assert.equal(decideCopy(end.reading.readings, names.map(copyOf)).named, name);
});
