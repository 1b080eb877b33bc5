import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf } from './code.ts';
import { LINE_SLOTS, MOST_LINES, signAt } from './code-signs.ts';

const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at);
const place = { copyMarkId: '0d5c7c0e-8a51-4f0e-9d6e-2f1f6a6c9b11', page: 1 };

/** Agreement of two codes: 1 the same, 0 unrelated. */
function likeness(one: Int8Array, two: Int8Array): number {
  return one.reduce((sum, sign, at) => sum + sign * (two[at] ?? 0), 0) / one.length;
}

test('a code is the same each time, and another for each secret, copy and page', () => {
  const code = codeOf(SECRET, place);
  assert.deepEqual(codeOf(SECRET, place), code);
  assert.equal(code.length, MOST_LINES * LINE_SLOTS);
  const others = [
    codeOf(SECRET.toReversed(), place),
    codeOf(SECRET, { ...place, page: 2 }),
    codeOf(SECRET, { ...place, copyMarkId: `${place.copyMarkId.slice(0, -1)}2` }),
  ];
  for (const other of others) assert.ok(Math.abs(likeness(code, other)) < 0.2);
});

test('the signs of many copies are even coins, one by one and in pairs', () => {
  const codes = Array.from({ length: 400 }, (_, at) =>
    codeOf(SECRET, { copyMarkId: `copy ${at}`, page: 1 }),
  );
  const mean = codes.reduce((sum, code) => sum + code.reduce((all, sign) => all + sign, 0), 0);
  assert.ok(Math.abs(mean) < 4 * Math.sqrt(400 * 1_024));
  const worst = codes.slice(1).map((code, at) => Math.abs(likeness(code, codes[at] ?? code)));
  assert.ok(Math.max(...worst) < 5 / Math.sqrt(1_024));
});

test('the first signs of a code stay what they were: marked copies are out in the world', () => {
  const signs = Array.from({ length: 16 }, (_, slot) =>
    signAt(codeOf(SECRET, place), Math.trunc(slot / LINE_SLOTS), slot % LINE_SLOTS),
  );
  assert.equal(signs.map((sign) => (sign > 0 ? '+' : '-')).join(''), '---++++-++-----+');
});

test('a sign beyond the page and a short secret are mistakes of ours', () => {
  const code = codeOf(SECRET, place);
  assert.throws(() => signAt(code, MOST_LINES, 0));
  assert.throws(() => signAt(code, 0, LINE_SLOTS));
  assert.throws(() => codeOf(SECRET.subarray(1), place));
});
