/** WACZ read again as a viewer would: by its ZIP directory, its description and its digests. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Instant } from '../../core/common/calendar-date.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { WACZ, waczFiles } from '../../core/evidence/wacz.ts';
import { encodeWarc } from '../../core/evidence/warc.ts';
import { encodeZip } from './zip.ts';

const CAPTURE = {
  bytes: utf8('<title>Bài</title>\r\n\r\nWARC/1.1\r\n\r\n<p>xin chào</p>'),
  mediaType: 'text/html; charset=utf-8',
  url: 'https://www.Bao.example/Tin/bai?b=2&a=1',
  capturedAt: '2026-11-02T05:00:00.123Z' as Instant,
  ids: { about: '1'.repeat(8), capture: '2'.repeat(8) },
};
const warc = encodeWarc(CAPTURE);
const page = { warc, title: 'bao.example', createdAt: '2026-11-03T00:00:00.000Z' as Instant };

/** Every file of a ZIP, as the central directory places it; all must be stored as they are. */
function unzip(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(zip.readUInt16LE(at + 10), 0, 'stored, not deflated');
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString();
    files.set(name, zip.subarray(from, from + size));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

const hashOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const read = (files: Map<string, Buffer>, path: string) => files.get(path) ?? Buffer.alloc(0);

test('every file of the WACZ has the digest and size that it names', () => {
  const made = waczFiles(page);
  assert.ok(made);
  const files = unzip(encodeZip(made));
  const description = read(files, WACZ.description);
  const { resources, mainPageUrl, wacz_version: version } = JSON.parse(description.toString());
  assert.deepEqual([mainPageUrl, version], [CAPTURE.url, '1.1.1']);
  for (const { path, hash, bytes } of resources) {
    assert.deepEqual([hash, bytes], [hashOf(read(files, path)), read(files, path).length], path);
  }
  const listed = resources.map(({ path }: { path: string }) => path);
  assert.deepEqual([...listed, WACZ.description, WACZ.digest].toSorted(), [...files.keys()].sort());
  const digest = JSON.parse(read(files, WACZ.digest).toString());
  assert.deepEqual(digest, { path: WACZ.description, hash: hashOf(description) });
  assert.deepEqual(read(files, WACZ.archive), Buffer.from(warc), 'the kept WARC, byte for byte');
});

test('the list of pages names the page and its moment', () => {
  const files = new Map(waczFiles(page));
  const [head, only, ...more] = Buffer.from(files.get(WACZ.pages) ?? [])
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([head.format, more.length], ['json-pages-1.0', 0]);
  assert.deepEqual(
    [only.url, only.ts, only.title],
    [CAPTURE.url, '2026-11-02T05:00:00Z', 'bao.example'],
  );
});

test('of a capture without an address there is none: nothing could be replayed', () => {
  assert.equal(waczFiles({ ...page, warc: encodeWarc({ ...CAPTURE, url: null }) }), null);
});
