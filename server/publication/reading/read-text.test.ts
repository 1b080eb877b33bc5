import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExtractor } from '../../../adapters/extract/extractor.ts';
import {
  docxParts,
  makeDocx,
  wordParagraphs,
} from '../../../adapters/extract/testing/office-maker.ts';
import { makePageWith } from '../../../adapters/extract/testing/pdf-maker.ts';
import { drawLines } from '../../../adapters/extract/testing/picture-maker.ts';
import { makeZip } from '../../../adapters/extract/testing/zip-maker.ts';
import { codesOf, granted } from '../../../testkit/leak.ts';
import { readText } from '../../ports/reading/read-text.ts';

const extractor = openExtractor();

test('hidden words follow the visible ones, each once, and are warned of', async () => {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const note = `<w:comment w:id="0">${wordParagraphs(['Ý kiến riêng'])}</w:comment>`;
  const comments = `<w:comments xmlns:w="${space}">${note}</w:comments>`;
  const file = makeZip([
    ...docxParts(wordParagraphs(['Lời ai cũng thấy'])),
    { name: 'word/comments.xml', bytes: comments },
  ]);
  const { text, warnings } = granted(await readText(extractor, file));
  assert.equal(text.split('Lời ai cũng thấy').length, 2);
  assert.ok(text.indexOf('Ý kiến riêng') > text.indexOf('Lời ai cũng thấy'));
  assert.ok(warnings.includes('hidden-text') && !warnings.includes('parts-unread'));
  const plain = granted(await readText(extractor, makeDocx(['Lời ai cũng thấy'])));
  assert.ok(!plain.warnings.includes('hidden-text'));
});

test('an archive of a site is read whole, with documents and what they embed', async () => {
  const report = makeZip([
    ...docxParts(wordParagraphs(['Báo cáo'])),
    { name: 'word/embeddings/bang.docx', bytes: makeDocx(['Bảng nhúng']) },
  ]);
  const site = makeZip([
    { name: 'index.html', bytes: '<!doctype html><html><body><p>Trang đầu</p></body></html>' },
    { name: 'bao-cao.docx', bytes: report },
  ]);
  const { text, kind, warnings } = granted(await readText(extractor, site));
  for (const words of ['Trang đầu', 'Báo cáo', 'Bảng nhúng'])
    assert.ok(text.includes(words), words);
  assert.deepEqual([kind, warnings], [null, []]);
});

test('a part that cannot be read is told; an archive without words is refused', async () => {
  const site = makeZip([
    { name: 'a.txt', bytes: 'Tin ngắn' },
    { name: 'cu.doc', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
  ]);
  assert.deepEqual(granted(await readText(extractor, site)).warnings, ['parts-unread']);
  const empty = await readText(extractor, makeZip([{ name: 'a.css', bytes: 'p{}' }]));
  assert.deepEqual(codesOf(empty), ['file-unreadable']);
});

test('a page saved as one file, and a mail, are read with what they carry', async () => {
  const page = 'PGh0bWw+PGJvZHk+PHA+S+G6v3QgcXXhuqM8L3A+PC9ib2R5PjwvaHRtbD4=';
  const saved = [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    page,
    '--b',
    'Content-Type: application/octet-stream; name="a.docx"',
    'Content-Disposition: attachment; filename="a.docx"',
    'Content-Transfer-Encoding: base64',
    '',
    makeDocx(['Báo cáo kèm theo']).toString('base64'),
    '--b--',
  ].join('\r\n');
  const { text } = granted(await readText(extractor, Buffer.from(saved)));
  assert.ok(text.includes('Kết quả') && text.includes('Báo cáo kèm theo'), text.slice(0, 2_000));
});

test('a picture without words is read; its remarks are no shown words', async () => {
  const bare = granted(await readText(extractor, drawLines([]).toBuffer('image/png')));
  assert.deepEqual([bare.text, bare.warnings], ['', ['no-words-found']]);
});

test('a scan inside a file whose words went unread is told', async () => {
  const scan = {
    name: 'word/embeddings/anh.pdf',
    bytes: makePageWith(Buffer.from('10 10 200 200 re f')),
  };
  const file = makeZip([...docxParts(wordParagraphs(['Lời'])), scan]);
  const { warnings } = granted(await readText(extractor, file));
  assert.ok(warnings.includes('parts-unread'));
});
