import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import type { IndexMatch } from '../../server/ports/compare-index.ts';
import { packAsked, packFound, unpackAsked, unpackFound } from './messages.ts';
import { shardOf } from './shard-of.ts';

/** As hard to squeeze as a real one. */
const idOf = (number: number): string =>
  sha256(utf8(`${number}`))
    .toHex()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');

const match = (number: number): IndexMatch => ({
  documentId: idOf(number),
  articleStart: number * 131,
  articleEnd: number * 131 + 97,
  docStart: number * 77,
  docEnd: number * 77 + 96,
  score: 0.9731,
  why: {
    bits: 180 + number,
    exactTokens: 20,
    alteredTokens: 1,
    longestRow: 12,
    rare: [23, 61, 7, 40, 88].map((at, rank) => {
      const start = number * 131 + ((at * number) % 90);
      return { start, end: start + 9 + (at % 17), bits: 41 - rank * 6 };
    }),
  },
  against: { version: 12, texts: 34 },
});
const matches = (count: number) => Array.from({ length: count }, (_, number) => match(number));

test('what is asked and what is found come back as they were', () => {
  const asked = { text: 'Tin \ud800 vặt \ufeff', among: ['a'], after: [3, 0] };
  assert.deepEqual(unpackAsked(packAsked(asked)), asked);
  for (const count of [0, 1, 12, 500]) {
    assert.deepEqual(unpackFound(packFound(matches(count))), matches(count));
  }
});

test('nothing found and half a dozen passages found are of one size', () => {
  const sizes = new Set([0, 1, 2, 5, 6].map((count) => packFound(matches(count)).length));
  assert.deepEqual([...sizes], [1_024]);
  const larger = [40, 100, 500].map((count) => packFound(matches(count)).length);
  assert.ok(
    larger.every((size) => Number.isInteger(Math.log(size / 1_024) / Math.log(8))),
    String(larger),
  );
});

test('a document stays on its shard, and shards are about as large', () => {
  const ids = Array.from(
    { length: 8_000 },
    (_, number) => `4b0f6f0e-58a6-4b52-9d0f-${String(number * 7_919).padStart(12, '0')}`,
  );
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const id of ids) {
    const shard = shardOf(id, counts.length);
    counts[shard] = (counts[shard] ?? 0) + 1;
  }
  for (const count of counts) assert.ok(Math.abs(count - 1_000) < 150, counts.join(' '));
  // Fixed: another answer would send every document to another matcher.
  assert.deepEqual(
    [4, 4, 16].map((shards, number) => shardOf(ids[number] ?? '', shards)),
    [2, 1, 3],
  );
});
