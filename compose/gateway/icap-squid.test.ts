import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeDocx } from '../../adapters/extract/testing/office-maker.ts';
import {
  ICAP_CLIENT,
  startWebProxy,
  type WebProxy,
  WITHOUT_ICAP_CLIENT,
  WITHOUT_SQUID,
} from '../../testkit/gateway/web-proxy.ts';
import { CLEAN_NEWS, LEAKING_NEWS, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { readGatewaySettings } from './gateway-settings.ts';
import { type Gateways, openGateways } from './gateways.ts';

type House = { readonly leak: LeakHouse; readonly gateways: Gateways };
type Life = { after(clean: () => void | Promise<void>): void };

async function openWeb(life: Life): Promise<House> {
  const leak = await leakHouse(life);
  const settings = readGatewaySettings({ NIEMPHONG_ICAP: '127.0.0.1:0' });
  const gateways = await openGateways(settings, leak.parts, {
    report: (thrown) => assert.fail(String(thrown)),
  });
  life.after(() => gateways.close());
  return { leak, gateways };
}

function lifeOf(): Life & { end(): Promise<void> } {
  const endings: (() => void | Promise<void>)[] = [];
  return {
    after: (clean) => void endings.unshift(clean),
    async end() {
      for (const ending of endings) await ending();
    },
  };
}

/** A web server that remembers what reached it. */
async function openWebServer(life: Life): Promise<{ url: string; reached: Buffer[] }> {
  const reached: Buffer[] = [];
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      reached.push(Buffer.concat(chunks));
      answer.end('nhận rồi');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  life.after(() => void server.close().closeAllConnections());
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  return { url: `http://127.0.0.1:${address.port}/dang-bai`, reached };
}

function form(file: Uint8Array): { type: string; body: Buffer } {
  const head =
    '--ranh\r\nContent-Disposition: form-data; name="tieu-de"\r\n\r\nTin\r\n' +
    '--ranh\r\nContent-Disposition: form-data; name="tep"; filename="bai.docx"\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--ranh--\r\n')]);
  return { type: 'multipart/form-data; boundary=ranh', body };
}

describe('a real Squid asks over ICAP', { skip: WITHOUT_SQUID }, () => {
  const life = lifeOf();
  let house: House;
  let proxy: WebProxy;
  let web: { url: string; reached: Buffer[] };
  before(async () => {
    house = await openWeb(life);
    web = await openWebServer(life);
    proxy = await startWebProxy(life, house.gateways.icap?.port ?? 0);
  });
  after(() => life.end());
  const post = (upload: { type: string; body: Buffer }) => proxy.post({ ...upload, url: web.url });

  test('a clean upload arrives byte for byte', async () => {
    const upload = form(makeDocx([CLEAN_NEWS]));
    assert.deepEqual(await post(upload), { status: 200, text: 'nhận rồi' });
    assert.deepEqual(web.reached, [upload.body]);
  });

  test('the protected sentence in a DOCX meets a page in both languages, not the web', async () => {
    const { status, text } = await post(form(makeDocx([LEAKING_NEWS])));
    assert.equal(status, 403);
    assert.match(text, /chạm tới tài liệu được bảo vệ.*touches protected material/s);
    assert.ok(!text.includes(house.leak.documentId));
    assert.equal(web.reached.length, 1);
    const [last] = await house.leak.acts.read({ kind: 'clock' }, ({ ledger }) =>
      ledger.listEntries({ limit: 1 }),
    );
    assert.equal(last?.entry.verb, 'publication.intercept');
    assert.equal(last?.entry.facts.gateway, 'web');
  });

  test('so does the sentence typed into a web editor that writes letters as entities', async () => {
    const entities = LEAKING_NEWS.replace(
      /[^\x20-\x7e]/g,
      (letter) => `&#${letter.codePointAt(0)};`,
    );
    const body = Buffer.from(JSON.stringify({ bai: { html: `<p>${entities}</p>` } }));
    assert.equal((await post({ type: 'application/json', body })).status, 403);
    assert.equal(web.reached.length, 1);
  });

  test('while the vault is sealed nothing is let out', async () => {
    house.leak.parts.seal.seal();
    const { status, text } = await post(form(makeDocx([CLEAN_NEWS])));
    assert.equal(status, 503);
    assert.match(text, /kho mật đang niêm phong/);
    await house.leak.parts.seal.giveShare(house.leak.share);
    assert.deepEqual(house.gateways.counts.web, { clean: 1, touches: 2, unchecked: 1 });
  });

  test('without the gateway nothing passes', async () => {
    await house.gateways.close();
    assert.equal((await post(form(makeDocx([CLEAN_NEWS])))).status, 500);
    assert.equal(web.reached.length, 1);
  });
});

describe('c-icap-client speaks to both services', { skip: WITHOUT_ICAP_CLIENT }, () => {
  const life = lifeOf();
  let house: House;
  let folder = '';
  before(async () => {
    house = await openWeb(life);
    folder = mkdtempSync(join(tmpdir(), 'niemphong-icap-'));
    life.after(() => rmSync(folder, { recursive: true }));
  });
  after(() => life.end());

  /** What it prints of the answer, and the file it wrote. */
  async function ask(service: string, ...words: readonly string[]) {
    const out = join(folder, 'out');
    rmSync(out, { force: true });
    const port = String(house.gateways.icap?.port);
    const all = ['-i', '127.0.0.1', '-p', port, '-s', service, '-v', '-o', out, ...words];
    const said = await new Promise<string>((resolve) => {
      execFile(ICAP_CLIENT, all, (_, stdout, stderr) => resolve(`${stdout}${stderr}`));
    });
    const got = (): string => readFileSync(out, 'utf8');
    return { said, got };
  }
  const fileOf = (bytes: string | Uint8Array): string => {
    const path = join(folder, 'in');
    writeFileSync(path, bytes);
    return path;
  };

  test('options', async () => {
    const { said } = await ask('reqmod');
    assert.match(said, /ICAP\/1\.0 200 OK/);
    assert.match(said, /REQMOD/);
  });

  for (const [how, ...words] of [
    ['with a preview'],
    ['without a preview', '-nopreview'],
    ['without 204', '-no204', '-nopreview'],
    ['with a preview of nothing', '-w', '0'],
  ]) {
    test(`an upload ${how}: clean passes, touched meets the page`, async () => {
      const url = ['-req', 'http://web.example.test/up', ...words];
      const clean = await ask('reqmod', '-f', fileOf(CLEAN_NEWS.repeat(20)), ...url);
      assert.match(clean.said, how === 'without 204' ? /200 OK/ : /204 No Content/i);
      if (how === 'without 204') assert.equal(clean.got(), CLEAN_NEWS.repeat(20));
      const touched = await ask('reqmod', '-f', fileOf(makeDocx([LEAKING_NEWS])), ...url);
      assert.match(touched.said, /403 Forbidden/);
      assert.match(touched.got(), /chạm tới tài liệu được bảo vệ/);
    });
  }

  test('an answer of a web server', async () => {
    const url = ['-resp', 'http://web.example.test/bai'];
    const touched = await ask('respmod', '-f', fileOf(LEAKING_NEWS), ...url);
    assert.match(touched.said, /403 Forbidden/);
    const clean = await ask('respmod', '-f', fileOf(CLEAN_NEWS), ...url);
    assert.match(clean.said, /204 No Content/i);
  });
});
