import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { openExtractor } from './extractor.ts';
import { docxParts, escapeXml, makeDocx, makeRtf, wordParagraphs } from './testing/office-maker.ts';
import { makePdf } from './testing/pdf-maker.ts';
import { drawLines } from './testing/picture-maker.ts';
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
    "<script>var a = \"malenh\"; var b = 'Lời trong k\\u1ecbch bản'; // it's</script>" +
    '<script type="application/ld+json">{"x":"dữ liệu"}</script>' +
    '</head><body><!-- ghi chú của biên tập --><p>Thân bài</p><footer>Chân trang</footer>' +
    '<template><p>Mẫu kín</p></template><img alt="Lời tả ảnh"><b data-note="Lời dặn riêng"></b>' +
    `<img src="data:image/png;base64,${Buffer.alloc(3_000, 7).toString('base64')}"></body></html>`;
  const { text, files } = await beneath(Buffer.from(page));
  assert.deepEqual(
    files.map(({ length }) => length),
    [3_000],
  );
  for (const words of [
    'Lời trong kịch bản',
    'Lời dặn riêng',
    'Lời tả trang',
    'dữ liệu',
    'ghi chú của biên tập',
    'Chân trang',
    'Mẫu kín',
    'Lời tả ảnh',
  ]) {
    assert.ok(text.includes(words), words);
  }
  assert.ok(!text.includes('malenh'));
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

test('names, hints, labels and masters of office documents come up', async () => {
  const label = '<w:sdt><w:sdtPr><w:alias w:val="Nhãn của ô"/></w:sdtPr></w:sdt>';
  const changed = '<w:ins w:id="1" w:author="Người sửa"><w:r><w:t>Thêm</w:t></w:r></w:ins>';
  const master =
    '<p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:t>Bấm để sửa</a:t></a:p></p:sp>' +
    '<p:sp><a:p><a:t>Chữ trên trang cái</a:t></a:p></p:sp>';
  const { text } = await beneath(
    makeZip([
      ...docxParts(`${label}<w:p>${changed}</w:p>`),
      { name: 'word/settings.xml', bytes: '<w:s><w:docVar w:name="a" w:val="Biến kín"/></w:s>' },
      { name: 'xl/workbook.xml', bytes: '<w><sheet name="Trang ẩn" state="hidden"/></w>' },
      { name: 'xl/worksheets/sheet1.xml', bytes: '<w><dataValidation prompt="Lời nhắc"/></w>' },
      { name: 'ppt/slideMasters/slideMaster1.xml', bytes: master },
    ]),
  );
  const lines = text.split('\n');
  for (const words of ['Nhãn của ô', 'Người sửa', 'Biến kín', 'Trang ẩn', 'Lời nhắc']) {
    assert.ok(lines.includes(words), words);
  }
  assert.ok(text.includes('Chữ trên trang cái') && !text.includes('Bấm để sửa'));
});

test('a picture inside that is not read, and a program, are told', async () => {
  const { files, rejected } = await beneath(
    makeZip([
      ...docxParts(wordParagraphs(['Lời'])),
      { name: 'word/media/a.gif', bytes: Buffer.alloc(9_000, 1) },
      { name: 'word/media/b.emf', bytes: Buffer.alloc(9_000, 1) },
      { name: 'word/vbaProject.bin', bytes: Buffer.alloc(9_000, 1) },
    ]),
  );
  assert.deepEqual(
    [files.length, rejected.map(({ name }) => name)],
    [1, ['word/media/b.emf', 'word/vbaProject.bin']],
  );
});

test('of a site drawings, scripts and data are read too', async () => {
  const { text } = await beneath(
    makeZip([
      { name: 'a.svg', bytes: '<svg><text>Chữ trong hình vẽ</text></svg>' },
      { name: 'tin.json', bytes: '{"t":"K\\u1ebft qu\\u1ea3 ki\\u1ec3m phi\\u1ebfu"}' },
      { name: 'chu.woff2', bytes: Buffer.alloc(100, 1) },
    ]),
  );
  assert.ok(text.includes('Chữ trong hình vẽ') && text.includes('Kết quả kiểm phiếu'), text);
});

const exifOf = (words: string): Buffer => {
  const body = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\b'), Buffer.from(words, 'utf8')]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
};

test('what the maker of a picture wrote into it comes up', async () => {
  const picture = drawLines(['Ảnh']);
  const jpeg = picture.toBuffer('image/jpeg');
  const told = [jpeg.subarray(0, 2), exifOf('Ảnh chụp tại kho số bốn'), jpeg.subarray(2)];
  assert.ok((await beneath(Buffer.concat(told))).text.includes('Ảnh chụp tại kho số bốn'));
  const png = picture.toBuffer('image/png');
  const words = deflateSync(Buffer.from('Lời ghi nén trong ảnh'));
  const chunk = Buffer.concat([Buffer.from('iTXtComment\0\x01\0vi\0\0'), words]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(chunk.length - 4);
  const whole = [png.subarray(0, 33), size, chunk, Buffer.alloc(4), png.subarray(33)];
  assert.ok((await beneath(Buffer.concat(whole))).text.includes('Lời ghi nén trong ảnh'));
  assert.equal((await beneath(png)).text, '');
});

test('notes, pictures and objects of a rich text are told as unread', async () => {
  const { rejected } = await beneath(Buffer.from('{\\rtf1 Lời {\\*\\annotation Ý kiến}}'));
  assert.equal(rejected.length, 1);
  assert.deepEqual((await beneath(makeRtf(['Lời']))).rejected, []);
});

test('what a PDF said before it was changed comes up, and what it says of itself', async () => {
  const before = makePdf([['Câu của bản trước']]);
  const page =
    '<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>|<</Type/Pages/Count 1/Kids[3 0 R]>>|' +
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ' +
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>Lời tả tệp</dc:description>' +
    '</rdf:Description></rdf:RDF></x:xmpmeta>';
  const after = writePdf([
    ...page.split('|'),
    { dictionary: '/Type/Metadata/Subtype/XML', stream: Buffer.from(xmp) },
  ]);
  const { text } = await beneath(Buffer.concat([before, after]));
  assert.ok(text.includes('Câu của bản trước'), text);
  assert.ok((await beneath(after)).text.includes('Lời tả tệp'));
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
