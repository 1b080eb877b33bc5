import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { decodeBech32, encodeBech32 } from './bech32.ts';
import { parseShare, printShare } from './share-text.ts';

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const share = fc.record(
  { vaultMark: bytesOf(4), number: fc.integer({ min: 1, max: 255 }), secret: bytesOf(33) },
  { noNullPrototype: true },
);

test('a printed share is read back, in any case and spacing', () => {
  fc.assert(
    fc.property(share, (value) => {
      const text = printShare(value);
      assert.match(text, /^npv1(-[a-z0-9]{1,4})+$/);
      assert.deepEqual(parseShare(text), value);
      assert.deepEqual(parseShare(` ${text.toUpperCase().replaceAll('-', ' ')}\n`), value);
      assert.deepEqual(parseShare(text.replaceAll('-', '–')), value);
    }),
  );
});

test('a share with one to four wrong characters is refused', () => {
  const digits = [...'qpzry9x8gf2tvdw0s3jn54khce6mua7l'];
  const mistakes = fc.uniqueArray(
    fc.record({ at: fc.integer({ min: 4, max: 70 }), by: fc.integer({ min: 1, max: 31 }) }),
    { minLength: 1, maxLength: 4, selector: ({ at }) => at },
  );
  fc.assert(
    fc.property(share, mistakes, (value, wrong) => {
      const typed = [...printShare(value).replaceAll('-', '')];
      for (const { at, by } of wrong) {
        typed[at] = digits[(digits.indexOf(typed[at] ?? '') + by) % 32] ?? '';
      }
      assert.equal(parseShare(typed.join('')), null);
    }),
  );
});

test('a share that is cut, empty, endless, or something else is refused', () => {
  const text = printShare({
    vaultMark: new Uint8Array(4),
    number: 1,
    secret: new Uint8Array(33),
  }).replaceAll('-', '');
  for (let length = 0; length < text.length; length += 1) {
    assert.equal(parseShare(text.slice(0, length)), null);
  }
  assert.equal(parseShare('a'.repeat(10_000)), null);
  assert.equal(parseShare(encodeBech32('age', new Uint8Array(38))), null);
  assert.equal(parseShare(encodeBech32('npv', new Uint8Array(38))), null, 'number 0');
  assert.equal(parseShare(encodeBech32('npv', new Uint8Array(37).fill(1))), null);
});

test('bech32 agrees with the published examples and refuses their corruptions', () => {
  // BIP 173, valid and invalid strings
  assert.deepEqual(decodeBech32('a', 'A12UEL5L'), new Uint8Array(0));
  assert.equal(decodeBech32('a', 'A12uEL5L'), null, 'mixed case');
  assert.equal(decodeBech32('a', 'A12UEL5Q'), null, 'checksum');
  assert.equal(decodeBech32('b', 'A12UEL5L'), null, 'prefix');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      assert.deepEqual(decodeBech32('npv', encodeBech32('npv', bytes)), bytes);
    }),
  );
});

test('base64 has one spelling: no padding, no spare bits, no white space', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      assert.deepEqual(decodeBase64(encodeBase64(bytes)), bytes);
    }),
  );
  for (const text of ['AA==', 'AB', 'AAB', 'A', 'A A', 'AA\n', 'AA_-', 'AAAA=']) {
    assert.equal(decodeBase64(text), null, JSON.stringify(text));
  }
});
