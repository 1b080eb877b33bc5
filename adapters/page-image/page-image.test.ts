import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { utf8 } from '../../core/common/sha256.ts';
import { findBrowser } from './browser-command.ts';
import { openPhotographer } from './photographer.ts';

const browser = process.env.CHROMIUM ?? null;
const skip = findBrowser(browser) ? false : 'no browser is installed: set CHROMIUM';
const photographer = openPhotographer({ browser });
const html = (body: string, url: string | null = 'https://bao.example/bai') => ({
  bytes: utf8(`<!doctype html><meta charset="utf-8"><body>${body}</body>`),
  mediaType: 'text/html; charset=utf-8',
  url,
});
const PNG = '89504e470d0a1a0a';

function sizeOf(png: Uint8Array | null): readonly [width: number, height: number] {
  assert.ok(png && Buffer.from(png).toString('hex').startsWith(PNG));
  const bytes = Buffer.from(png);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** A server that counts who comes: the page must not reach it. */
async function trap(t: TestContext) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { seen, port: (server.address() as AddressInfo).port };
}

test('a captured page becomes a picture of its whole length', { skip }, async () => {
  const photo = await photographer.photograph(
    html('<h1>Chuyện bên lề</h1><div style="height:4000px;background:#eee"></div>'),
  );
  assert.deepEqual(photo.warnings, []);
  const [width, height] = sizeOf(photo.png);
  assert.equal(width, 1280);
  assert.ok(height > 4_000 && height < 4_300);
});

test('a page reaches no network and no file, runs no script and goes nowhere', {
  skip,
}, async (t) => {
  const { seen, port } = await trap(t);
  const away = `http://127.0.0.1:${port}`;
  const photo = await photographer.photograph(
    html(`<img src="${away}/a.png"><iframe src="file:///etc/hostname"></iframe>
      <link rel="stylesheet" href="${away}/b.css"><iframe src="${away}/c"></iframe>
      <meta http-equiv="refresh" content="0;url=${away}/d">
      <div style="height:2500px"></div>
      <script>document.body.innerHTML = ''; fetch('${away}/e')</script>`),
  );
  assert.deepEqual(seen, []);
  assert.ok(photo.warnings.includes('resources-missing'));
  const [, height] = sizeOf(photo.png);
  assert.ok(height > 2_500, 'the script did not empty the page');
});

test('a page without end is cut at a height, and the answer says so', { skip }, async () => {
  const photo = await photographer.photograph(html('<div style="height:9000000px"></div>', null));
  assert.deepEqual(photo.warnings, ['page-shortened']);
  assert.equal(sizeOf(photo.png)[1], 16_000);
});

test('what is no page, and a machine without a browser, give a warning instead', async () => {
  const json = { bytes: utf8('{}'), mediaType: 'application/json', url: null };
  assert.deepEqual(await photographer.photograph(json), {
    png: null,
    warnings: ['page-not-shown'],
  });
  const without = openPhotographer({ browser: '/nowhere/chromium' });
  assert.deepEqual(await without.photograph(html('a')), { png: null, warnings: ['no-browser'] });
});
