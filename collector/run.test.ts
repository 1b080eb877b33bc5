import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openExtractor } from '../adapters/extract/extractor.ts';
import { addMs, type Instant } from '../core/common/calendar-date.ts';
import {
  bomb,
  bytes,
  cached,
  endless,
  html,
  type Site,
  startSite,
  status,
} from '../testkit/bad-site.ts';
import type { CollectorClock } from './clock.ts';
import { type Config, parseConfig } from './config.ts';
import { collectRound } from './run.ts';
import { State } from './state/state.ts';

const SENTENCE =
  'Sáng nay, câu lạc bộ đua thuyền phường Bến Lau khai mạc giải truyền thống lần thứ mười hai ' +
  'với sự tham gia của hai mươi đội, trong đó có bốn đội nữ lần đầu góp mặt.';
const article = (title: string, body = SENTENCE) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head>
   <body><nav><a href="/">Trang chủ</a></nav>
   <article><h1>${title}</h1><p>${body}</p><p>${body}</p><p>${body}</p></article></body></html>`;

const feed = (items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Báo</title>${items
    .map(
      (path) => `<item><title>Bài ${path}</title><link>${path}</link>
        <pubDate>Mon, 02 Nov 2026 08:00:00 +0700</pubDate>
        <description>&lt;p&gt;Tóm tắt ${path}&lt;/p&gt;</description></item>`,
    )
    .join('')}</channel></rss>`;

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'niemphong-collector-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function openState(t: TestContext, path: string): State {
  const state = new State(path);
  t.after(() => {
    try {
      state.close();
    } catch {
      // Closed by the test itself.
    }
  });
  return state;
}

const clock: CollectorClock = {
  now: () => '2026-11-02T05:00:00.000Z' as Instant,
  sleep: async () => {},
};

type Place = { readonly site: Site; readonly inside: string; readonly pagesPerVisit?: number };

function configFor({ site, inside, pagesPerVisit }: Place, sources: readonly object[]): Config {
  const bounds = { pageBytes: 1_000_000, pageSeconds: 3, pauseSeconds: 0 };
  const limits = pagesPerVisit === undefined ? bounds : { ...bounds, pagesPerVisit };
  const value = { contact: 'test', sources, limits, trialAddresses: [site.address] };
  return parseConfig(JSON.stringify(value), inside);
}

async function round(config: Config, state: State, signal = new AbortController().signal) {
  const results = await collectRound({ config, state, clock, signal });
  return Object.fromEntries(
    results.map(({ source, taken, problem }) => [source, problem ?? taken]),
  );
}

/** What the reader inside finds in everything that waits. */
async function articlesIn(state: State) {
  const warc = state.loadWarc(state.listWaiting().map(({ id }) => id));
  const read = await openExtractor().readArticles(warc, 'kien.warc.gz');
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(read.rejected, []);
  return read.value;
}

const TCVN3_PAGE = Buffer.from(
  article('X', 'ViÖt Nam ®éc lËp tù do h¹nh phóc, ñy ban nh©n d©n quËn ®· thèng nhÊt '.repeat(3)),
  'latin1',
);

/** A site with a feed, a sitemap behind an index, and pages. */
async function startPress(t: TestContext): Promise<Site> {
  const site = await startSite(t, {
    '/rss': cached(feed(['/bai-1', '/bai-2', '/mat']), '"v1"'),
    '/bai-1': html(article('Bài 1')),
    '/bai-2': bytes(TCVN3_PAGE, 'text/html; charset=iso-8859-1'),
    '/mat': status(404),
    '/bai-3': html(article('Bài 3')),
    '/trang': html(article('Trang')),
  });
  const xml = (body: string) => html(body, 'application/xml');
  site.pages.set(
    '/sitemap.xml',
    xml(
      `<sitemapindex><sitemap><loc>http://x/</loc><lastmod>2020-01-01</lastmod></sitemap>
       <sitemap><loc>${site.origin}/moi.xml</loc></sitemap></sitemapindex>`,
    ),
  );
  site.pages.set(
    '/moi.xml',
    xml(
      `<urlset><url><loc>${site.origin}/bai-3</loc><lastmod>2026-11-02</lastmod></url>
       <url><loc>${site.origin}/cu</loc><lastmod>2025-01-01</lastmod></url></urlset>`,
    ),
  );
  return site;
}

/** A mailbox, a Telegram export and lines of JSON. */
function writeExports(inside: string): void {
  const utf8 = 'charset=utf-8';
  const mailbox = [
    'From a@b Mon Nov  2 08:00:00 2026',
    'Subject: =?utf-8?B?QuG6o24gdGlu?=',
    'Date: Mon, 2 Nov 2026 08:00:00 +0700',
    `Content-Type: text/html; ${utf8}`,
    '',
    `<p>Thư một. ${SENTENCE}</p>`,
    '>From đây',
    '',
    'From a@b Mon Nov  2 09:00:00 2026',
    'Subject: Hai',
    `Content-Type: text/plain; ${utf8}`,
    '',
    'Thư hai.',
    '',
  ];
  writeFileSync(join(inside, 'thu.mbox'), mailbox.join('\n'));
  const message = { id: 7, type: 'message', date: '2026-11-02T08:00:00', from: 'Người Gửi' };
  const text = ['Tin ', { type: 'bold', text: 'đậm' }];
  const messages = [
    { ...message, text },
    { ...message, id: 8, type: 'service', text: '' },
  ];
  writeFileSync(join(inside, 'result.json'), JSON.stringify({ name: 'Kênh', id: 5, messages }));
  writeFileSync(
    join(inside, 'khac.jsonl'),
    `${JSON.stringify({ text: 'Dòng một', url: 'https://mang.example/1' })}\n\n{"broken"\n`,
  );
}

test('every kind of source is taken once, and the reader inside finds its text', async (t) => {
  const inside = folder(t);
  const site = await startPress(t);
  writeExports(inside);
  const config = configFor({ site, inside }, [
    { name: 'rss', kind: 'feed', url: `${site.origin}/rss` },
    { name: 'sitemap', kind: 'sitemap', url: `${site.origin}/sitemap.xml` },
    { name: 'trang', kind: 'page', url: `${site.origin}/trang` },
    { name: 'thu', kind: 'mbox', path: 'thu.mbox' },
    { name: 'kenh', kind: 'telegram', path: 'result.json', channelUrl: 'https://t.me/kenh' },
    { name: 'khac', kind: 'jsonl', path: 'khac.jsonl' },
  ]);
  const state = openState(t, folder(t));
  const first = { rss: 3, sitemap: 1, trang: 1, thu: 2, kenh: 1, khac: 1 };
  assert.deepEqual(await round(config, state), first);
  const articles = await articlesIn(state);
  const all = articles.map(({ title, text: words, url }) => `${title} ${url} ${words}`).join('\n');
  for (const words of [
    'Bài 1',
    'Việt Nam độc lập tự do hạnh phúc',
    'Tóm tắt /mat',
    `Trang ${site.origin}/trang`,
    'Bản tin null Thư một.',
    'Kênh https://t.me/kenh/7 Tin đậm',
    'https://mang.example/1 Dòng một',
  ]) {
    assert.ok(all.includes(words), `${words}\n${all.slice(0, 3_000)}`);
  }
  assert.ok(!all.includes('Trang chủ'));
  const warc = articles.map(({ raw }) => Buffer.from(raw).toString('utf8')).join('\n');
  assert.ok(!warc.includes('Người Gửi'), 'who sent a message is not kept');
  assert.ok(
    articles.some(({ raw }) => Buffer.from(raw).equals(TCVN3_PAGE)),
    'the original is unchanged',
  );
  const none = { rss: 0, sitemap: 0, trang: 0, thu: 0, kenh: 0, khac: 0 };
  assert.deepEqual(await round(config, state), none);
  assert.ok(site.asked.includes('304 /rss'));
  assert.equal(site.asked.filter((each) => each.endsWith('/bai-1')).length, 1);
});

test('an article that was changed later counts as public since it first stood there', async (t) => {
  const inside = folder(t);
  const site = await startSite(t, {
    '/co-gio': html(
      article('Có giờ').replace(
        '<head>',
        '<head><meta property="article:published_time" content="2026-11-01T06:00:00+07:00">',
      ),
    ),
    '/ban-tin': html(article('Bản tin')),
    '/khong-gio': html(article('Không giờ')),
  });
  const changed = '<lastmod>2026-11-02T11:00:00+07:00</lastmod>';
  const news =
    '<news:news><news:publication_date>2026-11-01T05:00:00+07:00</news:publication_date></news:news>';
  const urls = [
    `<url><loc>${site.origin}/co-gio</loc>${changed}</url>`,
    `<url><loc>${site.origin}/ban-tin</loc>${changed}${news}</url>`,
    `<url><loc>${site.origin}/khong-gio</loc>${changed}</url>`,
  ];
  site.pages.set('/sitemap.xml', html(`<urlset>${urls.join('')}</urlset>`, 'application/xml'));
  const message = { id: 7, type: 'message', text: 'Tin sửa lại', date: '2026-11-01T08:00:00' };
  const messages = [{ ...message, edited: '2026-11-02T10:00:00' }];
  writeFileSync(join(inside, 'result.json'), JSON.stringify({ name: 'Kênh', id: 5, messages }));
  const config = configFor({ site, inside }, [
    { name: 'sitemap', kind: 'sitemap', url: `${site.origin}/sitemap.xml` },
    { name: 'kenh', kind: 'telegram', path: 'result.json' },
  ]);
  const state = openState(t, folder(t));
  await round(config, state);
  const stated = (await articlesIn(state)).map(({ title, publishedAt }) => [title, publishedAt]);
  assert.deepEqual(Object.fromEntries(stated), {
    'Có giờ': '2026-10-31T23:00:00.000Z',
    'Bản tin': '2026-10-31T22:00:00.000Z',
    // Nothing better is stated than the last change.
    'Không giờ': '2026-11-02T04:00:00.000Z',
    Kênh: '2026-11-01T01:00:00.000Z',
  });
});

test('a bad site costs its own visit: the others are taken, and its health says why', async (t) => {
  const inside = folder(t);
  const site = await startSite(t, {
    '/endless': endless,
    '/bomb': bomb,
    '/good': html(article('Tốt')),
    '/nofeed': html('<html>'),
    '/dtd': html('<!DOCTYPE a [<!ENTITY a "b">]><rss><channel/></rss>', 'application/xml'),
    '/down': status(503),
    '/mixed': html(feed(['/endless', '/good', 'http://10.0.0.1/x', 'javascript:alert(1)'])),
  });
  const page = (name: string, kind: string) => ({ name, kind, url: `${site.origin}/${name}` });
  const config = configFor({ site, inside }, [
    page('endless', 'page'),
    page('bomb', 'feed'),
    page('nofeed', 'feed'),
    page('dtd', 'sitemap'),
    page('down', 'feed'),
    page('mixed', 'feed'),
    { name: 'gone', kind: 'mbox', path: 'absent.mbox' },
    { name: 'inside', kind: 'page', url: 'http://127.0.0.1:1/' },
  ]);
  const state = openState(t, folder(t));
  assert.deepEqual(await round(config, state), {
    endless: 'too-large',
    bomb: 'too-large',
    nofeed: 'format-broken',
    dtd: 'format-broken',
    down: 'site-failing',
    // Pages that cannot be had are told by what the feed says of them.
    mixed: 3,
    gone: 'file-unreadable',
    inside: 'address-forbidden',
  });
  assert.equal(state.visitsOf('down').problem, 'site-failing');
  assert.equal(state.visitsOf('down').lastSuccessAt, null);
  assert.equal(state.visitsOf('mixed').problem, null);
});

test('stopped in the middle, nothing is lost and nothing taken twice', async (t) => {
  const inside = folder(t);
  const stopping = new AbortController();
  const paths = Array.from({ length: 6 }, (_, at) => `/bai-${at}`);
  const site = await startSite(t, { '/rss': cached(feed(paths), '"v1"') });
  for (const path of paths) {
    site.pages.set(path, (request, response) => {
      if (path === '/bai-3') stopping.abort();
      html(article(path))(request, response);
    });
  }
  const config = configFor({ site, inside }, [
    { name: 'rss', kind: 'feed', url: `${site.origin}/rss` },
  ]);
  const place = folder(t);
  const state = openState(t, place);
  await round(config, state, stopping.signal);
  assert.equal(state.listWaiting().length, 4);
  assert.throws(() => new State(place), 'a second collector stays out');
  state.close();
  const again = openState(t, place);
  assert.deepEqual(await round(config, again), { rss: 2 });
  assert.equal((await articlesIn(again)).length, 6);
});

test('a visit takes no more than its limit, and the next goes on', async (t) => {
  const paths = Array.from({ length: 5 }, (_, at) => `/bai-${at}`);
  const site = await startSite(t, { '/rss': cached(feed(paths), '"v1"') });
  for (const path of paths) site.pages.set(path, html(article(path)));
  const sources = [{ name: 'rss', kind: 'feed', url: `${site.origin}/rss` }];
  const config = configFor({ site, inside: folder(t), pagesPerVisit: 2 }, sources);
  const state = openState(t, folder(t));
  assert.deepEqual(await round(config, state), { rss: 2 });
  assert.deepEqual(await round(config, state), { rss: 2 });
  assert.deepEqual(await round(config, state), { rss: 1 });
  assert.deepEqual(await round(config, state), { rss: 0 });
});

test('a changed article and a changed page are taken again', async (t) => {
  const site = await startSite(t, { '/trang': html(article('Trang')) });
  const sources = [{ name: 'trang', kind: 'page', url: `${site.origin}/trang` }];
  const config = configFor({ site, inside: folder(t) }, sources);
  const state = openState(t, folder(t));
  assert.deepEqual(await round(config, state), { trang: 1 });
  site.pages.set('/trang', html(article('Trang', `${SENTENCE} Thêm một câu.`)));
  assert.deepEqual(await round(config, state), { trang: 1 });
  assert.deepEqual(await round(config, state), { trang: 0 });
  assert.equal(state.visitsOf('trang').newsAt.length, 2);
  state.forgetBefore(addMs(clock.now(), 400 * 86_400_000));
});
