import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExtractor } from '../../adapters/extract/extractor.ts';
import {
  docxParts,
  makeDocx,
  wordParagraphs,
} from '../../adapters/extract/testing/office-maker.ts';
import { makeZip } from '../../adapters/extract/testing/zip-maker.ts';
import { codesOf, granted } from '../../testkit/leak.ts';
import { readText } from './read-text.ts';

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
