import assert from 'node:assert/strict';
import type { lookup } from 'node:dns';
import { test } from 'node:test';
import {
  bomb,
  dripping,
  endless,
  html,
  redirect,
  type Site,
  startSite,
  status,
  torn,
} from '../../testkit/bad-site.ts';
import { isPublicAddress } from './address.ts';
import { FetchFailure, type GetOptions, get } from './get.ts';
import { createVisitor, type VisitorOptions } from './polite.ts';

const optionsFor = (site: Site, more: Partial<GetOptions> = {}): GetOptions => ({
  allowed: { exceptions: [site.address] },
  userAgent: 'niemphong-collector/1 (+test)',
  maxBytes: 1_000_000,
  timeMs: 5_000,
  ...more,
});

/** A clock that sleeping moves: pauses cost the test nothing and are seen in `slept`. */
function visitorFor(site: Site, more: Partial<VisitorOptions> = {}) {
  let now = 0;
  const slept: number[] = [];
  const visitor = createVisitor({
    ...optionsFor(site),
    pauseMs: 0,
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
    ...more,
  });
  return { visitor, slept, moveTo: (ms: number) => (now = ms) };
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'ok';
  } catch (reason) {
    assert.ok(reason instanceof FetchFailure, String(reason));
    return reason.code;
  }
};

test('only the public Internet is public', () => {
  const closed = [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '64:ff9b::a00:1',
    '2001::1',
    '2001:db8::1',
    '2002:a00:1::1',
    'no-address',
    '',
  ];
  for (const address of closed) assert.equal(isPublicAddress(address), false, address);
  const open = ['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'];
  for (const address of open) assert.equal(isPublicAddress(address), true, address);
});

test('a private address is refused however it is written', async (t) => {
  const site = await startSite(t, { '/': html('secret intranet') });
  const port = site.address.split(':')[1] ?? '';
  const nobody = optionsFor(site, { allowed: { exceptions: [] } });
  for (const host of [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '127.1',
  ]) {
    assert.equal(await codeOf(get(`http://${host}:${port}/`, nobody)), 'address-forbidden', host);
  }
  for (const address of ['file:///etc/passwd', 'ftp://a.example/', 'http://a:b@c.example/', 'x']) {
    assert.equal(await codeOf(get(address, nobody)), 'address-bad', address);
  }
  assert.deepEqual(site.asked, []);
  assert.equal((await get(site.origin, optionsFor(site))).status, 200);
});

test('a name is looked up once, and its first answer is where the connection goes', async (t) => {
  const site = await startSite(t, { '/': html('trial') });
  const port = site.address.split(':')[1] ?? '';
  const answers = [['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1', '10.0.0.1']];
  let lookups = 0;
  // A name server that tells every look-up something else (DNS rebinding).
  const rebinding = ((_name: string, _options: object, done: (...all: unknown[]) => void) => {
    const found = answers[lookups] ?? [];
    lookups += 1;
    done(
      null,
      found.map((address) => ({ address, family: 4 })),
    );
  }) as unknown as typeof lookup;
  const ask = () => get(`http://doi.example:${port}/`, optionsFor(site, { lookup: rebinding }));
  assert.equal((await ask()).status, 200);
  assert.equal(lookups, 1);
  assert.equal(await codeOf(ask()), 'address-forbidden');
  assert.equal(await codeOf(ask()), 'address-forbidden', 'one closed address closes the name');
});

test('slow, huge, packed and torn answers end at a bound', async (t) => {
  const site = await startSite(t, {
    '/drip': dripping,
    '/endless': endless,
    '/bomb': bomb,
    '/torn': torn,
    '/odd': (_, response) => {
      response.writeHead(200, { 'content-encoding': 'zstd' });
      response.end('x');
    },
    '/broken': (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end('no gzip');
    },
    '/headers': (_, response) => {
      for (let at = 0; at < 90; at += 1) response.setHeader(`x-${at}`, 'y'.repeat(1_000));
      response.end('x');
    },
  });
  const ask = (path: string, more: Partial<GetOptions> = {}) =>
    codeOf(get(site.origin + path, optionsFor(site, more)));
  assert.equal(await ask('/drip', { timeMs: 300 }), 'time-limit');
  assert.equal(await ask('/endless'), 'too-large');
  assert.equal(await ask('/bomb'), 'too-large');
  assert.equal(await ask('/torn'), 'connection-failed');
  assert.equal(await ask('/odd'), 'encoding-broken');
  assert.equal(await ask('/broken'), 'encoding-broken');
  assert.equal(await ask('/headers'), 'connection-failed');
});

test('redirects are followed to an end, and never into the house', async (t) => {
  const site = await startSite(t, {
    '/one': redirect('/two'),
    '/two': redirect('/page#part'),
    '/page': html('here'),
    '/loop': redirect('/loop'),
    '/inside': redirect('http://127.0.0.1:1/'),
    '/cloud': redirect('http://169.254.169.254/latest/meta-data/'),
    '/file': redirect('file:///etc/passwd'),
  });
  const { visitor } = visitorFor(site);
  const ask = (path: string) => visitor.visit(site.origin + path);
  assert.equal((await ask('/one')).url, `${site.origin}/page`);
  assert.equal(await codeOf(ask('/loop')), 'redirect-limit');
  assert.equal(site.asked.filter((each) => each.endsWith('/loop')).length, 6);
  assert.equal(await codeOf(ask('/inside')), 'address-forbidden');
  assert.equal(await codeOf(ask('/cloud')), 'address-forbidden');
  assert.notEqual(await codeOf(ask('/file')), 'ok');
});

test('robots.txt is asked once, and what it forbids is not', async (t) => {
  const site = await startSite(t, {
    '/robots.txt': html(
      'User-agent: *\nDisallow: /\n\nUser-agent: niemphong-collector\nDisallow: /kin\nCrawl-delay: 7',
      'text/plain',
    ),
    '/mo': html('open'),
    '/kin/a': html('closed'),
    '/vong': redirect('/kin/a'),
  });
  const { visitor, slept } = visitorFor(site);
  assert.equal((await visitor.visit(`${site.origin}/mo`)).status, 200);
  assert.equal(await codeOf(visitor.visit(`${site.origin}/kin/a`)), 'robots-forbid');
  assert.equal(await codeOf(visitor.visit(`${site.origin}/vong`)), 'robots-forbid');
  assert.deepEqual(site.asked, ['200 /robots.txt', '200 /mo', '302 /vong']);
  assert.deepEqual(slept, [7_000, 7_000], 'the pause that the site asks for');
});

test('no robots.txt permits all; one that cannot be had forbids all for a while', async (t) => {
  const site = await startSite(t, { '/': html('x'), '/robots.txt': status(503) });
  const { visitor, moveTo } = visitorFor(site);
  assert.equal(await codeOf(visitor.visit(site.origin)), 'robots-forbid');
  site.pages.set('/robots.txt', status(404));
  assert.equal(
    await codeOf(visitor.visit(site.origin)),
    'robots-forbid',
    'not asked again at once',
  );
  moveTo(2 * 3_600_000);
  assert.equal(await codeOf(visitor.visit(site.origin)), 'ok');
});

test('one request at a time for a host, with a pause between', async (t) => {
  let now = 0;
  let most = 0;
  const site = await startSite(t, {
    '/robots.txt': status(404),
    '/a': (_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end('x');
      }, 20);
    },
  });
  const { visitor, slept } = visitorFor(site, { pauseMs: 3_000 });
  await Promise.all([1, 2, 3].map(() => visitor.visit(`${site.origin}/a`)));
  assert.equal(most, 1);
  assert.deepEqual(slept, [3_000, 3_000, 3_000]);
});
