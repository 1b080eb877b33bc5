import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_TOKENS, Seeds } from './seeds.ts';

const rule = { weights: Uint8Array.from({ length: 65_536 }, (_, id) => 5 + (id % 7)), salt: 41 };
const row = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => 1 + ((from + at * 7919) % 3000));

function seedsOf(ids: readonly number[]): Seeds {
  const seeds = new Seeds();
  seeds.find(Uint16Array.from(ids), ids.length, rule);
  return seeds;
}

test('the same words have the same seeds, whatever stands around them', () => {
  const words = row(11, 40);
  const alone = seedsOf(words);
  const within = seedsOf([...row(500, 23), ...words, ...row(900, 9)]);
  let found = 0;
  for (let at = 0; at < words.length; at++) {
    const length = alone.lengths[at] as number;
    if (length === 0) continue;
    found++;
    assert.equal(within.lengths[23 + at], length);
    assert.equal(within.keys[23 + at], alone.keys[at]);
  }
  assert.ok(found > 30, `${found} seeds`);
});

test('a seed is the shortest row that surprises enough; dull rows are none', () => {
  const rare = seedsOf(Array.from({ length: 12 }, () => 6));
  assert.ok((rare.lengths[0] as number) < MOST_TOKENS);
  const dull = new Seeds();
  dull.find(new Uint16Array(50).fill(7), 50, rule);
  assert.deepEqual(new Set(dull.lengths.subarray(0, 50)), new Set([0]));
});

test('keys depend on the salt', () => {
  const other = new Seeds();
  const words = row(3, 20);
  other.find(Uint16Array.from(words), 20, { ...rule, salt: 42 });
  assert.notEqual(other.keys[0], seedsOf(words).keys[0]);
});
