import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '../../core/common/sha256.ts';
import { ageX25519Suite } from './age-x25519-suite.ts';
import { createLetters, makeLetterKey } from './letters.ts';
import { secondSuite } from './second-suite.ts';

const WORDS = utf8('bảy ứng viên dự phòng');

for (const suite of [ageX25519Suite, secondSuite()]) {
  const letters = (key = makeLetterKey(suite)) => createLetters(key, [suite]);

  test(`${suite.name}: a letter opens under its key, as what it is about alone`, () => {
    const key = makeLetterKey(suite);
    const house = letters(key);
    const matcher = letters({ ...key, key: key.key.slice() });
    const sealed = matcher.seal('answer 1', WORDS);
    assert.deepEqual(new Uint8Array(house.open('answer 1', sealed) ?? []), WORDS);
    assert.equal(house.open('answer 2', sealed), null);
    assert.equal(letters().open('answer 1', sealed), null);
    assert.notDeepEqual(matcher.seal('answer 1', WORDS), sealed, 'never the same bytes twice');
    assert.ok(!Buffer.from(sealed).includes(WORDS));
  });

  test(`${suite.name}: a letter with one byte changed or cut opens as nothing`, () => {
    const house = letters();
    const sealed = Uint8Array.from(house.seal('x', WORDS));
    for (let at = 0; at < sealed.length; at += 1) {
      assert.equal(house.open('x', sealed.with(at, (sealed[at] ?? 0) ^ 1)), null);
      assert.equal(house.open('x', sealed.subarray(0, at)), null);
    }
  });

  test(`${suite.name}: a forgotten key is overwritten and opens nothing`, () => {
    const key = makeLetterKey(suite);
    const house = letters(key);
    const sealed = house.seal('x', WORDS);
    house.forget();
    assert.ok(key.key.every((byte) => byte === 0));
    assert.throws(() => house.open('x', sealed), { name: 'VaultSealed' });
    assert.throws(() => house.seal('x', WORDS), { name: 'VaultSealed' });
  });
}
