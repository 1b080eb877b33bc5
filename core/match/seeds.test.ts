import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_TOKENS, rankOf, type SeedRule, Seeds } from './seeds.ts';

/** Words of five to eleven bits, none as rare as another. */
const rule: SeedRule = {
  weights: Uint8Array.from({ length: 65_536 }, (_, id) => 5 + (id % 7)),
  salt: 41,
  enough: 34,
};
const row = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => 1 + ((from + at * 7919) % 3000));

function seedsOf(ids: readonly number[], given = rule): Seeds {
  const seeds = new Seeds();
  seeds.find(Uint16Array.from(ids), ids.length, given);
  return seeds;
}

/** By place: key and tokens of the seed that begins there. */
function byPlace(seeds: Seeds): Map<number, string> {
  const orders = Array.from({ length: seeds.count }, (_, order) => order);
  return new Map(
    orders.map((at) => [seeds.places[at] as number, `${seeds.keys[at]} ${seeds.lengths[at]}`]),
  );
}

test('the same words have the same seeds, whatever stands around them', () => {
  const words = row(11, 80);
  const alone = byPlace(seedsOf(words));
  const within = byPlace(seedsOf([...row(500, 23), ...words, ...row(900, 9)]));
  for (const [place, seed] of alone) assert.equal(within.get(23 + place), seed);
  assert.ok(alone.size > 25, `${alone.size} seeds`);
});

test('a seed begins at a word at least as rare as the next, and about every second is one', () => {
  const words = row(77, 4000);
  const seeds = seedsOf(words);
  for (let order = 0; order < seeds.count; order++) {
    const at = seeds.places[order] as number;
    const [first, second] = [words[at] as number, words[at + 1] as number];
    const rankAt = (id: number): number => rankOf(id, rule.weights[id] as number);
    assert.ok(rankAt(first) >= rankAt(second));
  }
  assert.ok(seeds.count > 1200 && seeds.count < 2800, `${seeds.count} seeds`);
});

test('a seed is the shortest row that surprises enough; dull rows are none', () => {
  const seeds = seedsOf(row(5, 500));
  for (let order = 0; order < seeds.count; order++) {
    const [at, length] = [seeds.places[order] as number, seeds.lengths[order] as number];
    const bits = row(5, 500)
      .slice(at, at + length)
      .map((id) => rule.weights[id] as number);
    const sum = bits.reduce((total, one) => total + one, 0);
    assert.equal(seeds.bits[order], sum);
    assert.ok(sum >= rule.enough && length >= 3 && length <= MOST_TOKENS);
    assert.ok(length === 3 || sum - (bits.at(-1) as number) < rule.enough);
  }
  assert.equal(seedsOf(new Array(50).fill(7), { ...rule, enough: 40 }).count, 0);
});

test('keys depend on the salt', () => {
  const other = seedsOf(row(3, 20), { ...rule, salt: 42 });
  assert.notEqual(other.keys[0], seedsOf(row(3, 20)).keys[0]);
});
