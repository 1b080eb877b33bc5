import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CDXIndexer, getSurt, WARCParser } from 'warcio';
import type { Instant } from '../../core/common/calendar-date.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import { sortKey, WACZ, waczFiles } from '../../core/evidence/wacz.ts';
import { encodeWarc } from '../../core/evidence/warc.ts';

const CAPTURE = {
  bytes: utf8('<p>\r\nWARC/1.1\r\nxin chào</p>'),
  mediaType: 'text/html',
  url: 'https://bao.example/bai?id=1',
  capturedAt: '2026-11-02T05:00:00.123Z' as Instant,
  ids: { about: '1'.repeat(8), capture: '2'.repeat(8) },
};

async function recordsOf(bytes: Uint8Array) {
  async function* pieces() {
    yield bytes;
  }
  const records = [];
  for await (const record of WARCParser.iterRecords(pieces())) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of record) chunks.push(chunk);
    const { warcType, warcTargetURI, warcDate, warcHeaders } = record;
    const headers = warcHeaders.headers;
    records.push({ warcType, warcTargetURI, warcDate, headers, body: Buffer.concat(chunks) });
  }
  return records;
}

test('the capture of evidence is a web archive that another program reads', async () => {
  const [about, capture, ...more] = await recordsOf(encodeWarc(CAPTURE));
  assert.equal(more.length, 0);
  assert.equal(about?.warcType, 'warcinfo');
  assert.deepEqual(
    [capture?.warcType, capture?.warcTargetURI, capture?.warcDate],
    ['resource', CAPTURE.url, '2026-11-02T05:00:00Z'],
  );
  assert.deepEqual(capture?.body, Buffer.from(CAPTURE.bytes));
  const digest = `sha256:${sha256(CAPTURE.bytes).toHex()}`;
  assert.equal(capture?.headers.get('WARC-Block-Digest'), digest);
});

test('an address or a media type cannot add a header', async () => {
  const hostile = { url: 'https://a.example/\r\nX: 1', mediaType: 'text/html\r\nX: 1' };
  const [, capture] = await recordsOf(encodeWarc({ ...CAPTURE, ...hostile }));
  assert.equal(capture?.headers.get('X'), null);
  assert.match(capture?.warcTargetURI ?? '', /^urn:sha256:/);
});

const PAGE = {
  ...CAPTURE,
  bytes: utf8('<title>Bài</title>\r\n\r\nWARC/1.1\r\n\r\n<p>xin chào</p>'),
  mediaType: 'text/html; charset=utf-8',
  url: 'https://www.Bao.example/Tin/bai?b=2&a=1',
};
const warc = encodeWarc(PAGE);

async function* one(bytes: Uint8Array) {
  yield bytes;
}

test('the index of a WACZ finds the record that another indexer finds: the page', async () => {
  const files = new Map(waczFiles({ warc, title: 't', createdAt: PAGE.capturedAt }));
  const line = Buffer.from(files.get(WACZ.index) ?? []).toString();
  const [, key, stamp, json = ''] = /^(\S+) (\d{14}) (.*)\n$/.exec(line) ?? [];
  const { url, mime, digest, offset, length, filename } = JSON.parse(json);
  assert.deepEqual([url, mime, filename], [PAGE.url, 'text/html', 'data.warc']);
  assert.equal(stamp, '20261102050000');
  assert.equal(digest, `sha256:${sha256(PAGE.bytes).toHex()}`);
  const indexer = new CDXIndexer({ format: 'cdxj' });
  const found = [];
  for await (const entry of indexer.iterIndex([{ reader: one(warc), filename: 'data.warc' }])) {
    found.push([String(entry.offset), String(entry.length)]);
  }
  assert.deepEqual(found, [[offset, length]]);
  assert.equal(key, getSurt(PAGE.url));
  const part = warc.slice(Number(offset), Number(offset) + Number(length));
  const record = await WARCParser.parse(one(part));
  assert.deepEqual(Buffer.from((await record?.readFully(false)) ?? []), Buffer.from(PAGE.bytes));
});

test('addresses are ordered as other indexes order them', () => {
  for (const address of [
    'http://bao.example/',
    'https://www2.bao.example:8443/A/b?z=1&y',
    'https://tin.bao.example/a%20b?q=%C4%91',
  ]) {
    assert.equal(sortKey(address), getSurt(address), address);
  }
});
