import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Extraction } from '../../server/ports/extractor.ts';
import { openExtractor } from './extractor.ts';
import { makeDocx, makeOdt, makeRtf } from './testing/office-maker.ts';
import { makePageWith, makePdf, makeScanPdf, makeScansPdf } from './testing/pdf-maker.ts';
import { drawLines, makeBmp, makeGif, makeTiff } from './testing/picture-maker.ts';

const LINES = [
  'Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Độc lập - Tự do - Hạnh phúc',
  'Ủy ban nhân dân tỉnh Đắk Lắk',
];
const extractor = openExtractor();

async function read(file: Uint8Array): Promise<Extraction> {
  const outcome = await extractor.extract(file);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

for (const [kind, file] of [
  ['docx', makeDocx(LINES)],
  ['odt', makeOdt(LINES)],
  ['rtf', makeRtf(LINES)],
  ['txt', Buffer.from(LINES.join('\r\n'))],
  ['html', Buffer.from(`<!DOCTYPE html><meta charset=utf-8><p>${LINES.join('<p>')}`)],
] as const) {
  test(`${kind}: every Vietnamese letter comes out, pages are an estimate`, async () => {
    const found = await read(file);
    assert.equal(found.kind, kind);
    assert.deepEqual(found.text.split('\n').filter(Boolean), LINES);
    assert.deepEqual(found.warnings, ['pages-estimated']);
    assert.equal(found.pages, 1);
  });
}

test('pdf: each page gives its own text', async () => {
  const found = await read(makePdf([LINES, ['Trang thứ hai của văn bản']]));
  assert.equal(found.kind, 'pdf');
  assert.equal(found.pages, 2);
  assert.deepEqual(found.pageTexts[0]?.trim().split('\n'), LINES);
  assert.equal(found.pageTexts[1]?.trim(), 'Trang thứ hai của văn bản');
  assert.deepEqual(found.warnings, []);
});

test('pdf: letters that come apart are reported', async () => {
  const apart = [
    'TUY T M T',
    'Ệ',
    'Ậ',
    'C NG HÒA XÃ H I',
    'Ộ',
    'Ộ',
    'VI T NAM Đ C L P',
    'Ệ',
    'Ộ',
    'Ậ',
  ];
  assert.deepEqual((await read(makePdf([apart]))).warnings, ['letters-look-broken']);
});

test('a scanned page is read by recognition and says so', async () => {
  const canvas = drawLines(LINES);
  const found = await read(makeScanPdf(canvas.toBuffer('image/jpeg'), canvas));
  assert.deepEqual(found.warnings, ['text-by-ocr']);
  assert.match(found.text, /Cộng hòa xã hội chủ nghĩa Việt Nam/);
});

test('every page of a scan is read, however many processes it takes', async () => {
  const pages = ['một', 'hai', 'ba', 'bốn', 'năm'].map((name) => drawLines([`Trang thứ ${name}`]));
  const jpegs = pages.map((canvas) => canvas.toBuffer('image/jpeg'));
  const found = await read(makeScansPdf(jpegs, { width: 900, height: 320 }));
  assert.deepEqual(found.warnings, ['text-by-ocr']);
  for (const [at, name] of ['một', 'hai', 'ba', 'bốn', 'năm'].entries()) {
    assert.match(found.pageTexts[at] ?? '', new RegExp(`Trang thứ ${name}`));
  }
});

test('an empty page is no unread page; one that is drawn without letters is', async () => {
  assert.deepEqual((await read(makePdf([LINES, [], ['5']]))).warnings, []);
  const drawn = makePageWith(Buffer.from('10 10 200 200 re f'));
  assert.deepEqual((await read(drawn)).warnings, ['no-text-layer']);
  const bounded = makePageWith(Buffer.from('0 0 595 842 re W n'));
  assert.deepEqual((await read(bounded)).warnings, []);
});

for (const [kind, file] of [
  ['png', drawLines(LINES).toBuffer('image/png')],
  ['jpeg', drawLines(LINES).toBuffer('image/jpeg')],
  ['webp', drawLines(LINES).toBuffer('image/webp')],
  ['tiff', makeTiff(LINES)],
  ['gif', makeGif({ frames: [LINES] })],
  ['bmp', makeBmp(LINES)],
] as const) {
  test(`${kind}: words of a picture are recognised and marked as such`, async () => {
    const found = await read(file);
    assert.equal(found.kind, kind);
    assert.match(found.text, /Ủy ban nhân dân tỉnh Đắk Lắk/);
    assert.deepEqual(found.warnings, ['text-by-ocr']);
  });
}

test('text in UTF-16, with or without its mark, reads the same', async () => {
  const text = LINES.join('\n');
  for (const file of [utf16(text, 'le'), utf16(text, 'be'), utf16(text, 'le').subarray(2)]) {
    assert.equal((await read(file)).text, text);
  }
});

test('text in windows-1258 is read composed and reported', async () => {
  // "Việt Nam, độc lập" with the dot below as a combining mark (0xF2), as that code page writes it.
  const file = Buffer.from('Vi\xea\xf2t Nam, \xf0\xf4\xf2c l\xe2\xf2p', 'latin1');
  const found = await read(file);
  assert.equal(found.text, 'Việt Nam, độc lập');
  assert.deepEqual(found.warnings, ['legacy-encoding', 'pages-estimated']);
});

test('long text lies on as many pages as it needs', async () => {
  const lines = Array.from({ length: 100 }, (_, at) => `Dòng thứ ${at + 1}`);
  const found = await read(makeDocx(lines));
  assert.equal(found.pages, 3);
  assert.equal(found.pageTexts.length, 3);
});

test('an empty file, a file too large and an unknown kind have each their code', async () => {
  const code = async (file: Uint8Array) => {
    const outcome = await extractor.extract(file);
    return outcome.ok ? 'ok' : outcome.code;
  };
  assert.equal(await code(new Uint8Array()), 'file-empty');
  assert.equal(await code(new Uint8Array(200_000_001)), 'file-too-large');
  assert.equal(await code(Buffer.from('\xd0\xcf\x11\xe0old', 'latin1')), 'file-kind-unknown');
});

test('the name of a file decides nothing: its bytes do', async () => {
  const hidden = Buffer.concat([Buffer.from('%PDF-1.7\n'), makeDocx(LINES)]);
  assert.deepEqual(await extractor.extract(hidden), {
    ok: false,
    code: 'file-kind-unknown',
    detail: 'two-kinds-at-once',
  });
});

test('a picture without print says so; nothing of it was left unread', async () => {
  const found = await read(drawLines([]).toBuffer('image/png'));
  assert.deepEqual([found.text, found.warnings], ['', ['no-words-found']]);
});

test('a GIF is read in whatever order its rows come, at its beginning and its end', async () => {
  const interlaced = await read(makeGif({ interlaced: true, frames: [LINES] }));
  assert.match(interlaced.text, /Ủy ban nhân dân tỉnh Đắk Lắk/);
  const moving = await read(
    makeGif({ frames: [['Tin đầu tiên'], ['Câu giữa'], ['Tin sau cùng']] }),
  );
  assert.match(moving.text, /Tin đầu tiên\s*Tin sau cùng/);
});

test('a page is known behind a declaration and comments; its letters are read', async () => {
  const head = '<?xml version="1.0"?>\n<!-- xuất bản -->\n';
  const page = `${head}<html><body><p>&#7910;y ban</p></body></html>`;
  const found = await read(Buffer.from(page));
  assert.deepEqual([found.kind, found.text], ['html', 'Ủy ban']);
  const drawing = await read(
    Buffer.from('<svg xmlns="x"><text>Sơ đồ <tspan>kho</tspan></text></svg>'),
  );
  assert.equal(drawing.kind, 'html');
});
