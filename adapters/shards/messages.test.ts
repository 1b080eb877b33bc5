import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexMatch } from '../../server/ports/compare-index.ts';
import { packAsked, packFound, unpackAsked, unpackFound } from './messages.ts';
import { shardOf } from './shard-of.ts';

const match = (number: number): IndexMatch => ({
  documentId: `4b0f6f0e-58a6-4b52-9d0f-${String(number * 7_919).padStart(12, '0')}`,
  articleStart: number * 131,
  articleEnd: number * 131 + 97,
  docStart: number * 77,
  docEnd: number * 77 + 96,
  score: 0.9731,
  why: { bits: 180 + number, exactTokens: 20, alteredTokens: 1, longestRow: 12 },
});
const matches = (count: number) => Array.from({ length: count }, (_, number) => match(number));

test('what is asked and what is found come back as they were', () => {
  const asked = { text: 'Tin \ud800 vặt \ufeff', among: ['a'], after: [3, 0] };
  assert.deepEqual(unpackAsked(packAsked(asked)), asked);
  for (const count of [0, 1, 12, 500]) {
    assert.deepEqual(unpackFound(packFound(matches(count))), matches(count));
  }
});

test('nothing found and a dozen passages found are of one size', () => {
  const sizes = new Set([0, 1, 2, 5, 12].map((count) => packFound(matches(count)).length));
  assert.deepEqual([...sizes], [1_024]);
  const larger = [40, 100, 500].map((count) => packFound(matches(count)).length);
  assert.ok(
    larger.every((size) => Number.isInteger(Math.log(size / 1_024) / Math.log(8))),
    String(larger),
  );
});

test('a document stays on its shard, and shards are about as large', () => {
  const ids = Array.from({ length: 8_000 }, (_, number) => match(number).documentId);
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
