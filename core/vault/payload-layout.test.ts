import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payloadLayout, writeChunkNonce } from './payload-layout.ts';

const sealedSize = (plainBytes: number): number =>
  plainBytes + 16 * Math.max(1, Math.ceil(plainBytes / 65_536));

test('the length of the content is known from the length of the file', () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 2 ** 40 + 7]) {
    const chunks = Math.max(1, Math.ceil(size / 65_536));
    assert.deepEqual(payloadLayout(sealedSize(size)), { chunks, plainSizeBytes: size });
  }
});

test('a length that no complete content has is refused', () => {
  assert.equal(payloadLayout(-5), null);
  assert.equal(payloadLayout(0), null);
  for (let more = 0; more < 16; more += 1) assert.equal(payloadLayout(more), null, 'a cut tag');
  for (let more = 1; more <= 15; more += 1) assert.equal(payloadLayout(65_552 + more), null);
  assert.equal(payloadLayout(65_552 + 16), null, 'an empty chunk after a full one');
});

test('no two chunks share a nonce, and the last is marked', () => {
  const nonce = new Uint8Array(12);
  const hexOf = (index: number, last: boolean): string => {
    writeChunkNonce(nonce, { index, last });
    return nonce.toHex();
  };
  assert.equal(hexOf(0, false), '000000000000000000000000');
  assert.equal(hexOf(0, true), '000000000000000000000001');
  assert.equal(hexOf(258, false), '000000000000000000010200');
  assert.equal(hexOf(2 ** 40 + 1, true), '000000000001000000000101');
});
