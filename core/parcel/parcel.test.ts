import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '../common/calendar-date.ts';
import { utf8 } from '../common/sha256.ts';
import { decodeBundle, encodeBundle } from './bundle.ts';
import { encodeManifest, hashOf, type Manifest, parcelName, parseManifest } from './manifest.ts';
import { cutPieces, joinPieces } from './pieces.ts';
import { decideSequence } from './sequence.ts';

const COLLECTOR = 'ab'.repeat(32);
const CONTENT = utf8('một hai ba bốn năm sáu bảy tám chín mười');

function manifestOf(content: Uint8Array, pieceBytes = 10, number = 1): Manifest {
  const parcel = parcelName({ collector: COLLECTOR, number });
  const pieces = cutPieces(parcel, content, pieceBytes).map(({ bytes: _, ...piece }) => piece);
  return {
    v: 1,
    kind: 'niem-phong-parcel',
    collector: COLLECTOR,
    number,
    previous: null,
    madeAt: '2026-11-02T05:00:00.000Z' as Instant,
    articles: 1,
    content: { sizeBytes: content.length, sha256: hashOf(content) },
    pieces,
    sources: [
      {
        name: 'bao-lang',
        kind: 'feed',
        state: 'good',
        lastSuccessAt: '2026-11-02T04:00:00.000Z' as Instant,
        lastArticleAt: null,
        usualMinutes: null,
        problem: null,
      },
    ],
  };
}

const filesOf = (content: Uint8Array, pieceBytes = 10) =>
  cutPieces(parcelName({ collector: COLLECTOR, number: 1 }), content, pieceBytes);

test('a manifest is read back as it was written, and in no other form', () => {
  const manifest = manifestOf(CONTENT);
  const bytes = encodeManifest(manifest);
  assert.deepEqual(parseManifest(bytes), manifest);
  const text = new TextDecoder().decode(bytes);
  for (const other of [
    ` ${text}`,
    `${text}\n`,
    text.replace('"v":1', '"v":2'),
    text.replace('"number":1', '"number":0'),
    text.replace('.0001', '.0002'),
    text.replace('"sizeBytes":10', '"sizeBytes":11'),
    text.replace('"state":"good"', '"state":"well"'),
    text.replace('"problem":null', '"problem":"<script>"'),
    '{}',
    'null',
    '',
  ]) {
    assert.equal(parseManifest(utf8(other)), null, other.slice(0, 60));
  }
});

test('a parcel of no articles has no pieces', () => {
  const empty = manifestOf(new Uint8Array());
  assert.deepEqual(empty.pieces, []);
  assert.deepEqual(parseManifest(encodeManifest(empty)), empty);
  assert.ok(joinPieces(empty, []).ok);
});

test('pieces join to the content at every piece size', () => {
  for (let size = 1; size <= CONTENT.length + 1; size += 1) {
    const joined = joinPieces(manifestOf(CONTENT, size), filesOf(CONTENT, size).toReversed());
    assert.ok(joined.ok);
    assert.deepEqual(joined.content, CONTENT);
  }
});

test('every changed byte and every missing piece is found and the piece named', () => {
  const manifest = manifestOf(CONTENT);
  const files = filesOf(CONTENT);
  for (const [index, { name, bytes }] of files.entries()) {
    const without = joinPieces(manifest, files.toSpliced(index, 1));
    assert.deepEqual(without.ok ? [] : without.refusals, [
      { code: 'parcel-incomplete', facts: { name } },
    ]);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const joined = joinPieces(
        manifest,
        files.with(index, { ...files[index], name, bytes: changed } as never),
      );
      assert.deepEqual(joined.ok ? [] : joined.refusals, [
        { code: 'parcel-damaged', facts: { name } },
      ]);
    }
  }
});

const arriving = (number: number, previous: string | null, hash = `hash-${number}`) => ({
  manifest: { number, previous },
  manifestSha256: hash,
  acceptGap: false,
});

test('parcels follow each other without gap, each naming the one before', () => {
  const first = { number: 1, manifestSha256: 'hash-1' };
  assert.ok(decideSequence(null, null, arriving(1, null)).ok);
  assert.ok(decideSequence(first, null, arriving(2, 'hash-1')).ok);
  const codeOf = (outcome: ReturnType<typeof decideSequence>) =>
    outcome.ok ? 'ok' : outcome.refusals.map(({ code }) => code).join();
  assert.equal(codeOf(decideSequence(first, null, arriving(2, 'hash-x'))), 'parcel-forged');
  assert.equal(codeOf(decideSequence(null, null, arriving(1, 'hash-0'))), 'parcel-forged');
  assert.equal(codeOf(decideSequence(first, first, arriving(1, null))), 'parcel-taken');
  assert.equal(codeOf(decideSequence(first, first, arriving(1, null, 'other'))), 'parcel-forged');
});

test('a gap is named, and passed only when somebody gives the missing parcels up', () => {
  const first = { number: 1, manifestSha256: 'hash-1' };
  const gap = decideSequence(first, null, arriving(5, 'hash-4'));
  assert.ok(!gap.ok);
  assert.deepEqual(gap.refusals, [{ code: 'parcel-gap', facts: { from: 2, to: 4, number: 5 } }]);
  const given = decideSequence(first, null, { ...arriving(5, 'hash-4'), acceptGap: true });
  assert.deepEqual(given, { ok: true, value: { from: 2, to: 4 } });
});

test('a bundle gives back its files, and a broken one is refused', () => {
  const files = [
    { name: 'a.json', bytes: utf8('{}') },
    { name: 'một.0001', bytes: CONTENT },
    { name: 'empty', bytes: new Uint8Array() },
  ];
  const bundle = encodeBundle(files);
  assert.deepEqual(decodeBundle(bundle), files);
  assert.deepEqual(decodeBundle(encodeBundle([])), []);
  // Where a file ends, the rest may be missing: the manifest says what belongs to the parcel.
  const ends = new Set(files.map((_, count) => encodeBundle(files.slice(0, count)).length));
  for (let length = 0; length < bundle.length; length += 1) {
    const cut = decodeBundle(bundle.subarray(0, length));
    assert.equal(cut === null, !ends.has(length), String(length));
  }
});
