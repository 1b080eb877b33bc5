import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { CapturedArticles } from '../../server/ports/extractor.ts';
import { openExtractor } from './extractor.ts';
import { makeZip } from './testing/zip-maker.ts';

const BODY =
  'Sáng nay, Ủy ban nhân dân tỉnh Đắk Lắk họp báo về kế hoạch phát triển năm tới của tỉnh, ' +
  'với sự tham dự của nhiều cơ quan báo chí trong và ngoài tỉnh.';
const extractor = openExtractor();

async function read(file: Uint8Array, name = 'a'): Promise<CapturedArticles> {
  const outcome = await extractor.readArticles(file, name);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome;
}

function page(head = '<meta charset="utf-8">'): string {
  return `<!DOCTYPE html><html><head>${head}<title>Họp báo</title>
    <link rel="canonical" href="https://bao.example.vn/hop-bao?a=1&amp;b=2">
    <meta property="article:published_time" content="2026-11-02T08:15:00+07:00">
    <script>var hidden = "không phải bài";</script></head><body>
    <nav><ul><li><a href="/">Trang chủ của tờ báo điện tử này</a></li></ul></nav>
    <aside><p>Bài liên quan: một bài khác dài hơn hai mươi lăm chữ cái</p></aside>
    <div class="bài"><h1>Họp báo</h1><p>${BODY}</p>
    <p>Đoạn hai của bài, cũng nói về họp báo.</p></div>
    <footer><p>Bản quyền thuộc về tờ báo điện tử, mọi quyền được bảo lưu</p></footer>
    </body></html>`;
}

test('html: the article without menus, with title, address and moment', async () => {
  const bytes = Buffer.from(page());
  const { value, rejected } = await read(bytes, 'bai.html');
  const [article] = value;
  assert.deepEqual(rejected, []);
  assert.equal(article?.title, 'Họp báo');
  assert.equal(article?.url, 'https://bao.example.vn/hop-bao?a=1&b=2');
  assert.equal(article?.source, 'bao.example.vn');
  assert.equal(article?.publishedAt, '2026-11-02T01:15:00.000Z');
  assert.equal(article?.text, `Họp báo\n${BODY}\nĐoạn hai của bài, cũng nói về họp báo.`);
  assert.equal(article?.mediaType, 'text/html');
  assert.ok(Buffer.from(article?.raw ?? []).equals(bytes), 'the evidence is the bytes as given');
});

test('html in windows-1258 and in UTF-16 is read by its declared charset or mark', async () => {
  const old = Buffer.from(
    page('<meta charset="windows-1258">').replace(BODY, 'Vi\xea\xf2t Nam '.repeat(10)),
    'latin1',
  );
  assert.match((await read(old)).value[0]?.text ?? '', /Việt Nam Việt Nam/);
  const wide = Buffer.from(`\ufeff${page('')}`, 'utf16le');
  assert.equal((await read(wide)).value[0]?.title, 'Họp báo');
});

test('an address that is no web address is dropped', async () => {
  const html = page().replace('https://bao.example.vn/hop-bao?a=1&amp;b=2', 'javascript:alert(1)');
  const { value } = await read(Buffer.from(html), 'bai.html');
  assert.equal(value[0]?.url, null);
  assert.equal(value[0]?.source, 'bai.html');
});

test('plain text: the first line is the title', async () => {
  const { value } = await read(Buffer.from(`Tin vắn\n${BODY}`), 'tin.txt');
  assert.equal(value[0]?.title, 'Tin vắn');
  assert.equal(value[0]?.source, 'tin.txt');
  assert.equal(value[0]?.url, null);
});

test('jsonl: good lines are kept, each bad line is named with its number', async () => {
  const lines = [
    JSON.stringify({ url: 'https://a.vn/1', title: 'Một', text: BODY, publishedAt: '2026-11-02' }),
    '{"text": 5}',
    '{"broken"',
    JSON.stringify({ text: 'chỉ có chữ', source: 'Mạng xã hội' }),
  ];
  const { value, rejected } = await read(Buffer.from(lines.join('\n')), 'tin.jsonl');
  assert.deepEqual(
    value.map(({ title, source, publishedAt }) => ({ title, source, publishedAt })),
    [
      { title: 'Một', source: 'a.vn', publishedAt: '2026-11-01T17:00:00.000Z' },
      { title: '', source: 'Mạng xã hội', publishedAt: null },
    ],
  );
  assert.equal(Buffer.from(value[0]?.raw ?? []).toString(), lines[0]);
  assert.deepEqual(rejected, [
    { name: 'tin.jsonl:2', code: 'file-unreadable' },
    { name: 'tin.jsonl:3', code: 'file-unreadable' },
  ]);
});

test('rss and atom: items with address, moment and markup undone', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Báo</title><item>
    <title><![CDATA[Họp <b>báo</b>]]></title><link>https://bao.vn/1?a=1&amp;b=2</link>
    <pubDate>Mon, 02 Nov 2026 08:15:00 +0700</pubDate>
    <description>&lt;p&gt;${BODY} &amp;amp; hết&lt;/p&gt;</description></item></channel></rss>`;
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo</title><entry>
    <title>Họp báo</title><link rel="edit" href="https://bao.vn/e"/>
    <link href="https://bao.vn/2"/><updated>2026-11-02T01:15:00Z</updated>
    <content type="xhtml"><div><p>Một</p><p>Hai</p></div></content></entry></feed>`;
  const [item] = (await read(Buffer.from(rss))).value;
  assert.equal(item?.title, 'Họp báo');
  assert.equal(item?.url, 'https://bao.vn/1?a=1&b=2');
  assert.equal(item?.publishedAt, '2026-11-02T01:15:00.000Z');
  assert.equal(item?.text, `${BODY} & hết`);
  const [entry] = (await read(Buffer.from(atom))).value;
  assert.equal(entry?.url, 'https://bao.vn/2');
  assert.equal(entry?.text, 'Một\nHai');
  assert.equal(entry?.publishedAt, '2026-11-02T01:15:00.000Z');
});

function warcRecord(url: string, html: string): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  return (
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\n` +
    'WARC-Date: 2026-11-02T02:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n' +
    'Content-Type: application/http; msgtype=response\r\n' +
    `Content-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
  );
}

test('warc: the archive says where a page came from, not the page', async () => {
  const archive = warcRecord('https://that.vn/1', page()) + warcRecord('https://that.vn/2', page());
  for (const file of [Buffer.from(archive), gzipSync(archive)]) {
    const { value } = await read(file, 'a.warc');
    assert.deepEqual(
      value.map(({ url }) => url),
      ['https://that.vn/1', 'https://that.vn/2'],
    );
    assert.match(value[0]?.text ?? '', /họp báo về kế hoạch/);
    assert.equal(Buffer.from(value[0]?.raw ?? []).toString(), page());
  }
});

test('warc: the archive says when a page was captured; nothing else says so', async () => {
  const archive = warcRecord('https://that.vn/1', page());
  const captured = async (file: string, name: string) =>
    (await read(Buffer.from(file), name)).value.map(({ capturedAt }) => capturedAt);
  assert.deepEqual(await captured(archive, 'a.warc'), ['2026-11-02T02:00:00.000Z']);
  for (const wrong of ['2026-11-02', '02/11/2026 09:00:00', '2026-11-42T02:00:00Z', '']) {
    const told = archive.replace('2026-11-02T02:00:00Z', wrong);
    assert.deepEqual(await captured(told, 'a.warc'), [null], wrong);
  }
  const line = JSON.stringify({ text: BODY, capturedAt: '2026-11-02T02:00:00Z' });
  assert.deepEqual(await captured(line, 'a.jsonl'), [null]);
  assert.deepEqual(await captured(page(), 'a.html'), [null]);
});

test('zip: broken and nested members are named, the rest is kept', async () => {
  const inner = makeZip([{ name: 'b.txt', bytes: BODY }]);
  const file = makeZip([
    { name: 'một.html', bytes: page() },
    { name: 'nested.zip', bytes: inner },
    { name: 'bad.xml', bytes: '<!DOCTYPE x [<!ENTITY a "b">]><rss><channel/></rss>' },
    { name: 'empty.txt', bytes: '' },
    { name: 'hai.txt', bytes: BODY },
  ]);
  const { value, rejected } = await read(file, 'a.zip');
  assert.equal(value.length, 2);
  assert.deepEqual(rejected, [
    { name: 'nested.zip', code: 'file-kind-unknown' },
    { name: 'bad.xml', code: 'file-unreadable' },
    { name: 'empty.txt', code: 'file-empty' },
  ]);
});

test('what is no capture at all is refused as a whole', async () => {
  assert.deepEqual(await extractor.readArticles(Buffer.from('%PDF-1.7'), 'a.pdf'), {
    ok: false,
    code: 'file-kind-unknown',
  });
});
