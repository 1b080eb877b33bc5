import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExtractor } from './extractor.ts';
import { docxParts, escapeXml, makeDocx, wordParagraphs } from './testing/office-maker.ts';
import { makeZip } from './testing/zip-maker.ts';
import { writePdf } from './worker/page/pdf-writer.ts';

const extractor = openExtractor();

async function beneath(file: Uint8Array) {
  const read = await extractor.readBeneath(file);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

const run = (text: string, properties = '') =>
  `<w:r>${properties}<w:t>${escapeXml(text)}</w:t></w:r>`;

test('comments, deleted words, hidden words and properties of a document come up', async () => {
  const body =
    wordParagraphs(['Lời ai cũng thấy']) +
    `<w:p>${run('Chữ ẩn trong tệp', '<w:rPr><w:vanish/></w:rPr>')}</w:p>` +
    '<w:p><w:del><w:r><w:delText>Câu đã xóa</w:delText></w:r></w:del></w:p>' +
    '<w:p><w:drawing><wp:docPr descr="Lời tả ảnh"/></w:drawing></w:p>';
  const file = makeZip([
    ...docxParts(body),
    {
      name: 'word/comments.xml',
      bytes: `<w:comments><w:comment>${wordParagraphs(['Ý kiến riêng'])}</w:comment></w:comments>`,
    },
    {
      name: 'docProps/core.xml',
      bytes: '<cp><dc:title>Tên kín</dc:title><dc:creator>Người soạn</dc:creator></cp>',
    },
    { name: 'word/styles.xml', bytes: '<w:styles><w:p><w:t>kiểu chữ</w:t></w:p></w:styles>' },
    { name: 'word/embeddings/bang.docx', bytes: makeDocx(['Bảng nhúng']) },
  ]);
  const { text, files, rejected } = await beneath(file);
  for (const words of [
    'Chữ ẩn trong tệp',
    'Câu đã xóa',
    'Ý kiến riêng',
    'Tên kín',
    'Người soạn',
    'Lời tả ảnh',
  ]) {
    assert.ok(text.split('\n').includes(words), words);
  }
  assert.ok(!text.includes('kiểu chữ'));
  assert.deepEqual([files.length, rejected.length], [1, 0]);
});

test('a web page brings up its comments, descriptions and data for machines', async () => {
  const page =
    '<!doctype html><html><head><meta name="description" content="Lời tả trang">' +
    '<script>var a = "mã lệnh"</script>' +
    '<script type="application/ld+json">{"x":"dữ liệu"}</script>' +
    '</head><body><!-- ghi chú của biên tập --><p>Thân bài</p><footer>Chân trang</footer>' +
    '<template><p>Mẫu kín</p></template><img alt="Lời tả ảnh"></body></html>';
  const { text } = await beneath(Buffer.from(page));
  for (const words of [
    'Lời tả trang',
    'dữ liệu',
    'ghi chú của biên tập',
    'Chân trang',
    'Mẫu kín',
    'Lời tả ảnh',
  ]) {
    assert.ok(text.includes(words), words);
  }
  assert.ok(!text.includes('mã lệnh'));
});

test('of an archive simple members are read, others come out, a bad one is named', async () => {
  const site = makeZip([
    { name: 'index.html', bytes: '<!doctype html><html><body><p>Trang đầu</p></body></html>' },
    { name: 'tin.txt', bytes: 'Tin ngắn' },
    { name: 'style.css', bytes: 'p{}' },
    { name: 'bao-cao.docx', bytes: makeDocx(['Báo cáo']) },
    { name: 'cu.doc', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
  ]);
  const { text, files, rejected } = await beneath(site);
  assert.ok(text.includes('[index.html]\nTrang đầu') && text.includes('[tin.txt]\nTin ngắn'));
  assert.ok(!text.includes('p{}'));
  assert.equal(files.length, 1);
  assert.deepEqual(rejected, [{ name: 'cu.doc', code: 'file-kind-unknown' }]);
});

test('a text has nothing beneath it', async () => {
  assert.deepEqual(await beneath(Buffer.from('Một câu')), { text: '', files: [], rejected: [] });
});

test('a PDF brings up its notes and the files attached to it', async () => {
  const file = writePdf([
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.txt) 5 0 R]>>>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>',
    '<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(Only for the editor)>>',
    '<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>',
    { dictionary: '/Type/EmbeddedFile', stream: Buffer.from('Attached words') },
  ]);
  const { text, files } = await beneath(file);
  assert.ok(text.includes('Only for the editor'), text);
  assert.deepEqual(
    files.map((bytes) => Buffer.from(bytes).toString()),
    ['Attached words'],
  );
});
