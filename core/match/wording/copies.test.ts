import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMatcher } from '../matcher.ts';
import { Copies } from './copies.ts';

/** Invented words, the same for the same seed. */
function words(seed: number, count: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return `x${(state >>> 7) % 9973}q`;
  });
}
const idsOf = (seed: number, count: number): Uint16Array =>
  Uint16Array.from({ length: count }, (_, at) => 20_000 + ((seed * 7919 + at * 104_729) % 40_000));

test('a page read before is a copy, with a few words changed too; another page is none', () => {
  const copies = new Copies();
  const page = idsOf(1, 400);
  assert.equal(copies.isCopy(page), false);
  assert.equal(copies.isCopy(page), true);
  assert.equal(copies.isCopy(page.map((id, at) => (at % 50 === 0 ? id + 1 : id))), true);
  assert.equal(copies.isCopy(idsOf(2, 400)), false);
  const quoting = new Uint16Array([...page.subarray(0, 100), ...idsOf(3, 300)]);
  assert.equal(copies.isCopy(quoting), false);
  copies.forget();
  assert.equal(copies.isCopy(page), false);
});

test('short pages have copies too; pages shorter than a row never', () => {
  const copies = new Copies();
  assert.equal(copies.isCopy(idsOf(5, 9)), false);
  assert.equal(copies.isCopy(idsOf(5, 9)), true);
  for (let round = 0; round < 2; round++) assert.equal(copies.isCopy(idsOf(6, 5)), false);
});

test('ten copies of one page make its wording no more usual than one', () => {
  const leak = words(77, 60).join(' ');
  const ordinary = Array.from({ length: 200 }, (_, at) => words(1000 + at, 200).join(' '));
  const bitsAfter = (background: readonly string[]): number => {
    const matcher = createMatcher();
    for (const text of [...ordinary, ...background]) matcher.addBackground(text);
    matcher.addDocument('doc', `${words(1, 80).join(' ')} ${leak} ${words(2, 80).join(' ')}`);
    return matcher.find(`${words(3, 50).join(' ')} ${leak}`)[0]?.bits ?? 0;
  };
  const page = `${words(4, 30).join(' ')} ${leak} ${words(5, 30).join(' ')}`;
  const others = Array.from({ length: 9 }, (_, at) => `${words(60 + at, 90).join(' ')} ${leak}`);
  const once = bitsAfter([page]);
  assert.ok(once > 100, `${once} bits`);
  assert.equal(bitsAfter(Array.from({ length: 10 }, () => page)), once);
  assert.ok(bitsAfter([page, ...others]) < once * 0.8, 'wording of ten pages is usual');
});
