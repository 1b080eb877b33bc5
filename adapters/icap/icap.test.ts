import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ByteBudget, Passing, PassingVerdict } from '../../server/ports/passing.ts';
import type { IcapOptions } from './exchange.ts';
import { serveIcap } from './serve.ts';

const MIB = 1024 * 1024;

function budgetOf(bytes: number): ByteBudget & { left: number } {
  return {
    left: bytes,
    take(wanted) {
      if (wanted > this.left) return false;
      this.left -= wanted;
      return true;
    },
    give(back) {
      this.left += back;
    },
  };
}

type Trial = {
  readonly verdict?: PassingVerdict;
  readonly outcomes?: Partial<IcapOptions['outcomes']>;
  readonly budget?: ByteBudget;
  readonly maxBytes?: number;
  readonly bytewise?: boolean;
};

/** All that the door answers to these bytes, and what it asked the check. */
async function say(wire: string | Buffer, plan: Trial = {}) {
  const { verdict = { kind: 'clean' }, outcomes, budget, maxBytes = MIB, bytewise } = plan;
  const seen: Passing[] = [];
  const sent: Buffer[] = [];
  const peer = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      sent.push(chunk);
      done();
    },
  });
  const bytes = Buffer.from(wire as string);
  if (bytewise) for (const byte of bytes) peer.push(Buffer.from([byte]));
  else peer.push(bytes);
  peer.push(null);
  await serveIcap(peer, {
    tag: 'one',
    maxConnections: 8,
    budget: budget ?? budgetOf(16 * MIB),
    maxBytes,
    outcomes: { touched: 'refuse', unchecked: 'refuse', ...outcomes },
    page: (found) => ({ status: found.kind === 'touches' ? 403 : 503, html: '<p>Không' }),
    check: async (passing) => {
      seen.push(passing);
      return verdict;
    },
  });
  assert.equal(peer.destroyed, true);
  return { seen, answer: Buffer.concat(sent).toString('utf8') };
}

type Upload = {
  readonly body?: string | Buffer;
  readonly type?: string;
  readonly address?: string;
  readonly fields?: readonly string[];
  readonly http?: readonly string[];
};

/** A REQMOD whose body comes in chunks of 100 bytes. */
function reqmod({ body, type = 'text/plain', address = '/up', fields = [], http = [] }: Upload) {
  const request = [`POST ${address} HTTP/1.1`, 'Host: web', `Content-Type: ${type}`, ...http];
  const heads = `${request.join('\r\n')}\r\n\r\n`;
  const place = body === undefined ? 'null-body' : 'req-body';
  const icap = [
    'REQMOD icap://127.0.0.1/reqmod ICAP/1.0',
    'Host: 127.0.0.1',
    `Encapsulated: req-hdr=0, ${place}=${heads.length}`,
    ...fields,
  ];
  const head = Buffer.from(`${icap.join('\r\n')}\r\n\r\n${heads}`);
  return body === undefined ? head : Buffer.concat([head, chunked(Buffer.from(body as string))]);
}

function chunked(body: Buffer, end = '0\r\n\r\n'): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; at += 100) {
    const piece = body.subarray(at, at + 100);
    chunks.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...chunks, Buffer.from(end)]);
}

type Change = readonly [at: number, byte: number];

const changes = (length: number) =>
  fc.array(fc.tuple(fc.nat(length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });

/** The same bytes with some overwritten; cut off where the first change says so by its parity. */
function altered(valid: Buffer, changed: readonly Change[]): Buffer {
  const bytes = Buffer.from(valid);
  for (const [at, byte] of changed) bytes[at] = byte;
  const [at = 0, byte = 0] = changed[0] ?? [];
  return byte % 2 === 0 ? bytes : bytes.subarray(0, at);
}

const ALLOW = ['Allow: 204'];
const LONG = 'Ủy ban thống nhất giới thiệu bổ sung bảy ứng viên dự phòng. '.repeat(5);
const textOf = (passing: Passing | undefined) => passing?.texts.join('|') ?? '';
const filesOf = (passing: Passing | undefined) =>
  passing?.files.map((file) => Buffer.from(file).toString('utf8')) ?? [];

test('options name the one method of each service', async () => {
  const { answer } = await say('OPTIONS icap://h/respmod ICAP/1.0\r\nHost: h\r\n\r\n');
  assert.match(answer, /^ICAP\/1\.0 200 OK\r\nISTag: "one"\r\nMethods: RESPMOD\r\n/);
  assert.match(answer, /\r\nAllow: 204\r\n(.*\r\n)*Encapsulated: null-body=0\r\n\r\n$/);
});

test('a clean upload passes unchanged; the check gets it whole, with its hash', async () => {
  const { seen, answer } = await say(reqmod({ body: LONG, fields: ALLOW }));
  assert.match(answer, /^ICAP\/1\.0 204 No Content\r\n/);
  assert.deepEqual(filesOf(seen[0]), [LONG]);
  assert.equal(seen[0]?.sha256, createHash('sha256').update(LONG).digest('hex'));
});

test('all that stands behind the first question mark of an address is compared', async () => {
  const words = 'giới thiệu bổ sung bảy ứng viên dự phòng cho nhiệm kỳ tới';
  const hidden = `/tim?a=1?b=2&q=${encodeURIComponent(words)}`;
  const { seen } = await say(reqmod({ address: hidden, fields: ALLOW }));
  assert.match(textOf(seen[0]), new RegExp(words));
});

test('a client that must have the message back gets it back', async () => {
  const { answer } = await say(reqmod({ body: LONG }));
  assert.match(answer, /^ICAP\/1\.0 200 OK\r\n.*\r\nEncapsulated: req-hdr=0, req-body=58\r\n/s);
  const size = Buffer.byteLength(LONG).toString(16);
  assert.ok(answer.endsWith(`\r\n\r\n${size}\r\n${LONG}\r\n0\r\n\r\n`));
});

test('the answer is the same however the bytes are split', async () => {
  const wire = Buffer.concat([reqmod({ body: LONG }), reqmod({ body: 'x', fields: ALLOW })]);
  const whole = await say(wire);
  assert.equal(whole.seen.length, 2);
  assert.deepEqual(await say(wire, { bytewise: true }), whole);
});

test('a touched upload is answered by a page in its place', async () => {
  const { answer } = await say(reqmod({ body: LONG, fields: ALLOW }), {
    verdict: { kind: 'touches' },
  });
  assert.match(answer, /^ICAP\/1\.0 200 OK\r\n.*Encapsulated: res-hdr=0, res-body=\d+/s);
  assert.match(answer, /HTTP\/1\.1 403 Forbidden\r\n/);
  assert.ok(answer.endsWith('\r\n\r\n9\r\n<p>Không\r\n0\r\n\r\n'));
});

test('unchecked is refused unless set otherwise, and always while sealed', async () => {
  const wire = reqmod({ body: LONG, fields: ALLOW });
  const unread = { kind: 'unchecked', because: 'unreadable' } as const;
  const sealed = { kind: 'unchecked', because: 'vault-sealed' } as const;
  const outcomes = { unchecked: 'pass' } as const;
  assert.match((await say(wire, { verdict: unread })).answer, /HTTP\/1\.1 503/);
  assert.match((await say(wire, { verdict: unread, outcomes })).answer, /^ICAP\/1\.0 204/);
  assert.match((await say(wire, { verdict: sealed, outcomes })).answer, /HTTP\/1\.1 503/);
});

test('a preview that holds all is answered at once, else the rest is asked for', async () => {
  const small = reqmod({ fields: ['Preview: 1024'], body: '' }).toString();
  const ended = small.replace(
    /0\r\n\r\n$/,
    chunked(Buffer.from('ngắn'), '0; ieof\r\n\r\n').toString(),
  );
  const first = await say(ended);
  assert.match(first.answer, /^ICAP\/1\.0 204/);
  assert.deepEqual(filesOf(first.seen[0]), ['ngắn']);
  const open = small.replace(/0\r\n\r\n$/, chunked(Buffer.from('đầu ')).toString());
  const second = await say(open + chunked(Buffer.from('và cuối')).toString());
  assert.match(second.answer, /^ICAP\/1\.0 100 Continue\r\n\r\nICAP\/1\.0 200 OK/);
  assert.deepEqual(filesOf(second.seen[0]), ['đầu và cuối']);
});

test('who declares too much is turned away within the preview', async () => {
  const wire = reqmod({ body: 'x', fields: ['Preview: 1'], http: ['Content-Length: 5000'] });
  const { seen, answer } = await say(wire, { maxBytes: 1_000 });
  assert.match(answer, /^ICAP\/1\.0 200 OK(.*)HTTP\/1\.1 503/s);
  assert.equal(seen.length, 0);
});

test('what is too large is neither held nor checked, and the connection goes on', async () => {
  const budget = budgetOf(2_000);
  const wire = Buffer.concat([reqmod({ body: 'x'.repeat(1_500) }), reqmod({ body: 'clean' })]);
  const { seen, answer } = await say(wire, { maxBytes: 1_000, budget });
  assert.match(answer, /HTTP\/1\.1 503.*ICAP\/1\.0 200 OK.*clean/s);
  assert.deepEqual([seen.length, budget.left], [1, 2_000]);
});

test('forms: fields are texts, uploads are files, byte for byte', async () => {
  const type = 'multipart/form-data; boundary="==b"';
  const file = Buffer.from([0, 13, 10, 45, 45, 61, 61, 255]);
  const body = Buffer.concat([
    Buffer.from('--==b\r\nContent-Disposition: form-data; name="t"\r\n\r\nTiêu đề\r\n--==b\r\n'),
    Buffer.from('Content-Disposition: form-data; name="f"; filename="a.bin"\r\n\r\n'),
    ...[file, Buffer.from('\r\n--==b--\r\n')],
  ]);
  const { seen } = await say(reqmod({ type, body, fields: ALLOW }));
  assert.match(textOf(seen[0]), /^Tiêu đề/);
  assert.deepEqual(
    seen[0]?.files.map((each) => Buffer.from(each)),
    [file],
  );
  const broken = await say(reqmod({ type, body: body.subarray(0, -10), fields: ALLOW }));
  assert.match(broken.answer, /HTTP\/1\.1 503/);
});

test('web editors: JSON, forms, entities and pictures inside a text are all read', async () => {
  const picture = Buffer.from('not really a picture').toString('base64');
  const html = `<p>B&aacute;o c&aacute;o</p><img src="data:image/png;base64,${picture}">`;
  const json = JSON.stringify({ post: [{ body: html }], tiêuĐề: 'Một' });
  const { seen } = await say(
    reqmod({ type: 'application/json; charset=utf-8', body: json, fields: ALLOW }),
  );
  assert.ok(textOf(seen[0]).includes('tiêuĐề') && textOf(seen[0]).includes('Một'));
  const [page, inside] = filesOf(seen[0]);
  assert.ok(page?.startsWith('<!doctype html>') && page.includes('B&aacute;o'));
  assert.equal(inside, 'not really a picture');
  const form = `noi-dung=${encodeURIComponent('Báo cáo')}&b=một+hai`;
  const second = await say(
    reqmod({ type: 'application/x-www-form-urlencoded', body: form, fields: ALLOW }),
  );
  assert.match(textOf(second.seen[0]), /Báo cáo\|b\|một hai/);
});

test('a sentence in the address is read as well', async () => {
  const address = `/s?q=${encodeURIComponent(LONG)}`;
  const { seen } = await say(reqmod({ address, fields: ALLOW }));
  assert.ok(textOf(seen[0]).includes(LONG.trim()));
  const short = await say(reqmod({ address: '/s?q=a', fields: ALLOW }));
  assert.deepEqual([short.seen.length, short.answer.slice(0, 12)], [0, 'ICAP/1.0 204']);
});

test('a body packed by the browser is unpacked, within bounds', async () => {
  const { gzipSync } = await import('node:zlib');
  const http = ['Content-Encoding: gzip'];
  const { seen } = await say(reqmod({ body: gzipSync(LONG), http, fields: ALLOW }));
  assert.deepEqual(filesOf(seen[0]), [LONG]);
  const bomb = gzipSync(Buffer.alloc(70 * MIB));
  const burst = await say(reqmod({ body: bomb, http, fields: ALLOW }));
  assert.match(burst.answer, /HTTP\/1\.1 503/);
  assert.equal(burst.seen.length, 0);
});

test('an answer of a web server is checked by the other service', async () => {
  const request = 'GET / HTTP/1.1\r\nHost: h\r\n\r\n';
  const response = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n';
  const at = `req-hdr=0, res-hdr=${request.length}, res-body=${request.length + response.length}`;
  const head = `RESPMOD icap://h/respmod ICAP/1.0\r\nEncapsulated: ${at}\r\n\r\n`;
  const wire = `${head}${request}${response}`;
  const { seen, answer } = await say(
    Buffer.concat([Buffer.from(wire), chunked(Buffer.from(LONG))]),
  );
  assert.deepEqual(filesOf(seen[0]), [LONG]);
  assert.match(answer, new RegExp(`Encapsulated: res-hdr=0, res-body=${response.length}\r\n`));
});

const HOSTILE: Readonly<Record<string, readonly [wire: string, status: number]>> = {
  'no protocol': ['GET / HTTP/1.1\r\n\r\n', 505],
  'an unknown service': ['REQMOD icap://h/other ICAP/1.0\r\n\r\n', 404],
  'a method of another service': ['RESPMOD icap://h/reqmod ICAP/1.0\r\n\r\n', 405],
  'no encapsulated parts': ['REQMOD icap://h/reqmod ICAP/1.0\r\n\r\n', 400],
  'offsets that fall': [
    'REQMOD icap://h/reqmod ICAP/1.0\r\nEncapsulated: req-hdr=0, res-hdr=9, req-body=5\r\n\r\n',
    400,
  ],
  'a head without end': [
    'REQMOD icap://h/reqmod ICAP/1.0\r\nEncapsulated: req-hdr=0, req-body=99999999\r\n\r\n',
    400,
  ],
  'a chunk size beyond bounds': [
    'REQMOD icap://h/reqmod ICAP/1.0\r\nEncapsulated: req-body=0\r\n\r\nfffffffff\r\n',
    400,
  ],
  'a negative chunk': [
    'REQMOD icap://h/reqmod ICAP/1.0\r\nEncapsulated: req-body=0\r\n\r\n-1\r\n',
    400,
  ],
  'a chunk longer than it said': [
    'REQMOD icap://h/reqmod ICAP/1.0\r\nEncapsulated: req-body=0\r\n\r\n1\r\nxy\r\n0\r\n\r\n',
    400,
  ],
  'a line without end': [`REQMOD ${'x'.repeat(10_000)}`, 400],
  'too many fields': [`OPTIONS icap://h/reqmod ICAP/1.0\r\n${'A: b\r\n'.repeat(200)}\r\n`, 400],
  'a folded field': ['OPTIONS icap://h/reqmod ICAP/1.0\r\nA: b\r\n c\r\n\r\n', 400],
};

for (const [what, [wire, status]] of Object.entries(HOSTILE)) {
  test(`${what}: refused with ${status}, and the connection ends`, async () => {
    const { seen, answer } = await say(wire);
    assert.match(answer, new RegExp(`^ICAP/1\\.0 ${status} [^\r]+\r\n(.*\r\n)*Connection: close`));
    assert.equal(answer.split('ICAP/1.0').length, 2);
    assert.equal(seen.length, 0);
  });
}

test('whatever a peer sends, the door answers in the protocol and ends', async () => {
  const valid = Buffer.concat([
    reqmod({ body: LONG, fields: ['Preview: 4'] }),
    reqmod({ type: 'multipart/form-data; boundary=b', body: '--b\r\nA: b\r\n\r\nc\r\n--b--' }),
  ]);
  await fc.assert(
    fc.asyncProperty(changes(valid.length), async (changed) => {
      const { answer } = await say(altered(valid, changed));
      assert.match(answer, /^(ICAP\/1\.0 (100|200|204|400|404|405|505) |$)/);
    }),
    { numRuns: 300 },
  );
});

test('a client that never finishes gives its place back', async () => {
  const peer = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
  peer.push('REQMOD icap://h/reqmod ICAP/1.0\r\n');
  const options = { tag: 'one', maxConnections: 1, budget: budgetOf(1), maxBytes: 1 };
  const rest = { check: async () => ({ kind: 'clean' }) as const, page: () => assert.fail() };
  const outcomes = { touched: 'refuse', unchecked: 'refuse' } as const;
  await assert.rejects(serveIcap(peer, { ...options, ...rest, outcomes, receiveMs: 20 }));
  assert.equal(peer.destroyed, true);
});
