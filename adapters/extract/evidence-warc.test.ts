import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WARCParser } from 'warcio';
import type { Instant } from '../../core/common/calendar-date.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
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
