import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  HEADER_LIMIT_BYTES,
  MalformedHeader,
  parseHeader,
  printMac,
  printMacInput,
} from './header.ts';

type Vector = { name: string; header: string; flaw: string | null };
const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../../vectors/vault/age-header.json', import.meta.url), 'utf8'),
);

const flawOf = (bytes: Uint8Array): string | null => {
  try {
    parseHeader(bytes);
    return null;
  } catch (error) {
    assert.ok(error instanceof MalformedHeader);
    return error.code;
  }
};

for (const { name, header, flaw } of vectors) {
  test(`a header is read strictly: ${name}`, () => {
    assert.equal(flawOf(Buffer.from(header, 'latin1')), flaw);
  });
}

const word = fc.stringMatching(/^[\x21-\x7e]{1,20}$/);
const stanza = fc.record(
  {
    type: word,
    args: fc.array(word, { maxLength: 4 }),
    body: fc.uint8Array({ maxLength: 150 }),
  },
  { noNullPrototype: true },
);

test('what is printed is parsed back, and the payload begins right after it', () => {
  fc.assert(
    fc.property(
      fc.array(stanza, { minLength: 1, maxLength: 4 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (stanzas, mac) => {
        const macInput = printMacInput(stanzas);
        const header = Buffer.concat([macInput, printMac(mac)]);
        const parsed = parseHeader(Buffer.concat([header, Buffer.from('-> x\npayload\n')]));
        assert.deepEqual(parsed.stanzas, stanzas);
        assert.deepEqual(Buffer.from(parsed.mac), Buffer.from(mac));
        assert.deepEqual(Buffer.from(parsed.macInput), Buffer.from(macInput));
        assert.equal(parsed.lengthBytes, header.length);
      },
    ),
  );
});

test('what is parsed is printed back to the same bytes, whatever the bytes were', () => {
  const good = Buffer.from(vectors.find(({ flaw }) => flaw === null)?.header ?? '', 'latin1');
  for (let at = 0; at < good.length; at += 1) {
    for (const byte of [0x00, 0x0a, 0x0d, 0x20, 0x2d, 0x3d, 0x41, 0x5f, 0x7f, 0xff]) {
      const changed = Buffer.from(good);
      changed[at] = byte;
      if (flawOf(changed) !== null) continue;
      const { stanzas, mac, lengthBytes } = parseHeader(changed);
      const printed = Buffer.concat([printMacInput(stanzas), printMac(mac)]);
      assert.deepEqual(printed, changed.subarray(0, lengthBytes));
    }
  }
});

test('a header cut anywhere is unfinished', () => {
  const good = Buffer.from(vectors.find(({ flaw }) => flaw === null)?.header ?? '', 'latin1');
  for (let length = 0; length < good.length; length += 1) {
    assert.equal(flawOf(good.subarray(0, length)), 'header-unfinished');
  }
});

test('a header without end is given up at the limit', () => {
  const endless = Buffer.alloc(HEADER_LIMIT_BYTES * 2, 'a');
  endless.write('age-encryption.org/v1\n-> ');
  assert.equal(flawOf(endless), 'header-too-long');
});
