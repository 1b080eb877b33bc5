import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openExtractor } from '../../adapters/extract/extractor.ts';
import { docxParts, makeDocx } from '../../adapters/extract/testing/office-maker.ts';
import { makePdf } from '../../adapters/extract/testing/pdf-maker.ts';
import { makeZip } from '../../adapters/extract/testing/zip-maker.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import {
  bytes,
  endless,
  html,
  type Reply,
  redirect,
  type Site,
  startSite,
  status,
} from '../../testkit/bad-site.ts';
import { parseConfig } from '../config.ts';
import { collectRound } from '../run.ts';
import { State } from '../state/state.ts';
import { boundedCommand, createDocumentReader } from './read-document.ts';
import { documentsOn } from './same-site.ts';

const PDF = 'application/pdf';
const WORDS = 'Danh sach to bau cu phuong Ben Lau duoc niem yet sang nay.';
const DECISION = 'Quyết định về việc thành lập tổ bầu cử phường Bến Lau, lưu tại văn thư.';
const clock = { now: () => '2026-11-02T05:00:00.000Z' as Instant, sleep: async () => {} };

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'niemphong-documents-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const linking = (...hrefs: readonly string[]): Reply =>
  html(
    `<!DOCTYPE html><html><head><title>Văn bản</title></head><body><h1>Văn bản</h1>
     <p>Các văn bản mới của ủy ban phường, ai cần thì tải về, số ${hrefs.length}.</p>
     ${hrefs.map((href) => `<a href="${href}">Tải ${href}</a>`).join('\n')}</body></html>`,
  );

type Limits = { readonly documentsPerVisit?: number; readonly documentBytes?: number };

function collector(t: TestContext, { origin, address }: Site, limits: Limits = {}) {
  const state = new State(folder(t));
  t.after(() => state.close());
  const config = parseConfig(
    JSON.stringify({
      contact: 'test',
      sources: [{ name: 'phuong', kind: 'page', url: `${origin}/` }],
      limits: { pageBytes: 200_000, pageSeconds: 5, pauseSeconds: 0, ...limits },
      trialAddresses: [address],
    }),
    folder(t),
  );
  const visit = async () => {
    const { signal } = new AbortController();
    const [result] = await collectRound({ config, state, clock, signal });
    return result?.problem ?? result?.taken;
  };
  const articles = async () => {
    const warc = state.loadWarc(state.listWaiting().map(({ id }) => id));
    const read = await openExtractor().readArticles(warc, 'kien.warc.gz');
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual(read.rejected, []);
    return read.value;
  };
  return { state, visit, articles };
}

const asksOf = ({ asked }: Site, path: string): number =>
  asked.filter((each) => each.endsWith(` ${path}`)).length;

test('PDF and Word files of the site are taken with the page: original and words', async (t) => {
  const pdf = makePdf([[WORDS], ['Trang hai.']]);
  const docx = makeDocx([DECISION, 'Điều 1 &amp; 2']);
  const site = await startSite(t, {
    '/': linking('/a.pdf', 'van-ban/b.docx#muc-2', '/a.pdf#trang=2', '/khac.zip', '/bai.html'),
    '/a.pdf': bytes(pdf, PDF),
    '/van-ban/b.docx': bytes(docx, 'application/octet-stream'),
  });
  const { visit, articles } = collector(t, site);
  assert.equal(await visit(), 3);
  const kept = await articles();
  const of = (end: string) => kept.find(({ url }) => url?.endsWith(end));
  assert.ok(of('/a.pdf')?.text.includes(WORDS) && of('/a.pdf')?.text.includes('Trang hai.'));
  assert.ok(of('/van-ban/b.docx')?.text.startsWith(DECISION));
  assert.equal(of('/a.pdf')?.title, 'Tải /a.pdf');
  assert.deepEqual(Buffer.from(of('/a.pdf')?.raw ?? []), pdf);
  assert.deepEqual(Buffer.from(of('/van-ban/b.docx')?.raw ?? []), docx);
  assert.equal(of('/a.pdf')?.mediaType, PDF);
  assert.equal(asksOf(site, '/khac.zip') + asksOf(site, '/bai.html'), 0);
  assert.equal(await visit(), 0);
  assert.equal(asksOf(site, '/a.pdf'), 1, 'taken once');
});

test('another site, robots.txt, sizes and what is no document are kept to', async (t) => {
  const other = await startSite(t, { '/x.pdf': bytes(makePdf([[WORDS]]), PDF) });
  const site = await startSite(t, {
    '/robots.txt': html('User-agent: *\nDisallow: /kin/', 'text/plain'),
    '/': linking(
      `${other.origin}/x.pdf`,
      'http://10.0.0.1/a.pdf',
      'javascript:alert(1).pdf',
      '/kin/a.pdf',
      '/lon.pdf',
      '/ra-ngoai.pdf',
      '/dang-nhap.pdf',
      '/mat.pdf',
      '/tot.pdf',
    ),
    '/kin/a.pdf': bytes(makePdf([[WORDS]]), PDF),
    '/lon.pdf': endless,
    '/ra-ngoai.pdf': redirect(`${other.origin}/x.pdf`),
    '/dang-nhap.pdf': html('<html>Đăng nhập</html>', PDF),
    '/tot.pdf': bytes(makePdf([[WORDS]]), PDF),
  });
  const { visit, articles } = collector(t, site, { documentBytes: 100_000 });
  assert.equal(await visit(), 2, 'the page and one document');
  const urls = (await articles()).map(({ url }) => url);
  assert.deepEqual(urls.toSorted(), [`${site.origin}/`, `${site.origin}/tot.pdf`]);
  assert.deepEqual(other.asked, [], 'the other site was not asked, redirected or not');
  assert.equal(asksOf(site, '/kin/a.pdf'), 0);
  const asked = site.asked.length;
  assert.equal(await visit(), 0);
  assert.deepEqual(
    site.asked.slice(asked).map((each) => each.split(' ')[1]),
    ['/robots.txt', '/'],
    'what is never to be had is not asked for again',
  );
});

test('no more at a visit than the limit; what fails is tried at the next ones', async (t) => {
  const site = await startSite(t, { '/': linking('/1.pdf', '/2.pdf', '/3.pdf', '/sap.pdf') });
  for (const at of [1, 2, 3]) {
    site.pages.set(`/${at}.pdf`, bytes(makePdf([[`${WORDS} ${at}`]]), PDF));
  }
  site.pages.set('/sap.pdf', status(503));
  const { visit, state } = collector(t, site, { documentsPerVisit: 2 });
  assert.deepEqual([await visit(), await visit()], [3, 1]);
  site.pages.set('/sap.pdf', bytes(makePdf([['Tin muon.']]), PDF));
  assert.equal(await visit(), 1);
  assert.deepEqual(state.listWanted('phuong', 9), []);
  const none = collector(t, site, { documentsPerVisit: 0 });
  assert.equal(await none.visit(), 1, 'the page alone');
});

test('a page that changed has its documents asked again, by what is known of them', async (t) => {
  const first = makePdf([[WORDS]]);
  const etag = '"b1"';
  const site = await startSite(t, { '/': linking('/a.pdf', '/b.pdf') });
  site.pages.set('/a.pdf', bytes(first, PDF));
  site.pages.set('/b.pdf', (request, response) => {
    const isKnown = request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, { etag, 'content-type': PDF });
    response.end(isKnown ? undefined : makePdf([['Khong doi.']]));
  });
  const { visit } = collector(t, site);
  assert.equal(await visit(), 3);
  site.pages.set('/', linking('/a.pdf', '/b.pdf', '/moi.pdf'));
  site.pages.set('/a.pdf', bytes(makePdf([[`${WORDS} Sua lan hai.`]]), PDF));
  site.pages.set('/moi.pdf', bytes(makePdf([['Moi.']]), PDF));
  assert.equal(await visit(), 3, 'the page, what changed and what is new');
  assert.ok(site.asked.includes('304 /b.pdf'));
});

test('a feed that points to a PDF has its words taken', async (t) => {
  const site = await startSite(t, { '/a.pdf': bytes(makePdf([[WORDS]]), PDF) });
  const item = '<item><title>Quyết định</title><link>/a.pdf</link><pubDate>x</pubDate></item>';
  site.pages.set('/', html(`<rss version="2.0"><channel>${item}</channel></rss>`, 'text/xml'));
  const { state } = collector(t, site);
  const sources = [{ name: 'tin', kind: 'feed', url: `${site.origin}/` }];
  const limits = { pauseSeconds: 0 };
  const value = { contact: 'test', sources, limits, trialAddresses: [site.address] };
  const config = parseConfig(JSON.stringify(value), folder(t));
  const { signal } = new AbortController();
  assert.equal((await collectRound({ config, state, clock, signal }))[0]?.taken, 1);
  const warc = state.loadWarc(state.listWaiting().map(({ id }) => id));
  const read = await openExtractor().readArticles(warc, 'kien.warc.gz');
  assert.ok(read.ok && read.value[0]?.text.includes(WORDS));
});

test('hostile files cost their own words: time, memory, bombs, nonsense', async () => {
  const reader = createDocumentReader({ timeMs: 8_000, memoryBytes: 3_000_000_000 });
  const bomb = makeZip([{ name: 'word/document.xml', bytes: Buffer.alloc(400_000_000, '<w:t>') }]);
  const loop = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>\n%%EOF');
  for (const file of [
    bomb,
    loop,
    Buffer.from('%PDF-'),
    Buffer.from('PK\x03\x04'),
    Buffer.alloc(0),
  ]) {
    assert.equal((await reader.read(file)) || null, null);
  }
  const rest = '<w:p><w:r><w:t>Còn đọc được</w:t></w:r></w:p>';
  assert.match((await reader.read(makeZip(docxParts(rest)))) ?? '', /Còn đọc được/);
  const slow = createDocumentReader({ timeMs: 1, memoryBytes: 3_000_000_000 });
  assert.equal(await slow.read(makePdf([[WORDS]])), null);
});

test('the reading process may open no file, write none, start nothing and call nobody', () => {
  const [program = '', ...rest] = boundedCommand();
  const attempt = (code: string) =>
    execFileSync(program, [
      ...rest.slice(0, -1),
      '--input-type=commonjs',
      '-e',
      `process.on('uncaughtException', (error) => console.log(error.code)); ${code}; console.log(1)`,
    ]).toString();
  for (const code of [
    "require('fs').readFileSync('/etc/passwd')",
    "require('fs').writeFileSync('/tmp/niemphong-probe', 'x')",
    "require('child_process').spawnSync('true')",
    "new (require('worker_threads').Worker)('1', { eval: true })",
    "require('net').connect(1, '127.0.0.1')",
  ]) {
    assert.match(attempt(code), /ERR_ACCESS_DENIED/, code);
  }
  assert.equal(attempt('0').trim(), '1');
});

test('which links stand on the site of the page', () => {
  const found = (page: string, href: string, base: string | null = null) =>
    documentsOn(page, { documents: [{ href, words: '' }], base }).map(({ url }) => url);
  const page = 'https://www.bao.example/tin/1';
  assert.deepEqual(found(page, '../a.pdf'), ['https://www.bao.example/a.pdf']);
  assert.deepEqual(found(page, 'a.pdf', '/kho/'), ['https://www.bao.example/kho/a.pdf']);
  assert.deepEqual(found(page, 'https://bao.example/a.pdf').length, 1);
  assert.deepEqual(found(page, 'https://files.bao.example/a.pdf').length, 1);
  for (const href of [
    'https://xbao.example/a.pdf',
    'https://bao.example.evil.example/a.pdf',
    'https://example/a.pdf',
    'ftp://bao.example/a.pdf',
    'https://ten@bao.example/a.pdf',
    'data:application/pdf,a.pdf',
  ]) {
    assert.deepEqual(found(page, href), [], href);
  }
  assert.deepEqual(found(page, 'a.pdf', 'https://evil.example/'), []);
});
