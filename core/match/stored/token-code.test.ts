import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BitRow } from './bit-row.ts';
import { NEAR_BITS, RAW_ID, TokenCode } from './token-code.ts';

/** As of a model that read a great deal of a few words only. */
function bitsOfFewWords(): Float32Array {
  return Float32Array.from({ length: 65_536 }, (_, id) => (id < 40 ? id : 45));
}

test('no code begins another, and what is written is read again, rare symbols too', () => {
  const code = new TokenCode();
  code.fit(bitsOfFewWords());
  const symbols = [...code.lengths.keys()].filter((symbol) => code.lengths[symbol] !== 0);
  assert.ok(symbols.length > 4000 && symbols.includes(RAW_ID));
  assert.ok(symbols.some((symbol) => (code.lengths[symbol] as number) > NEAR_BITS));
  const filled = symbols.reduce((sum, symbol) => sum + 2 ** -(code.lengths[symbol] as number), 0);
  assert.equal(filled, 1, 'a full tree (Kraft 1949)');
  for (const symbol of symbols) {
    const length = code.lengths[symbol] as number;
    const ahead = ((code.codes[symbol] as number) << (32 - length)) >>> 0;
    const entry = code.near[ahead >>> (32 - NEAR_BITS)] || code.longAt(ahead);
    assert.deepEqual([entry >>> 5, entry & 31], [symbol, length]);
  }
});

test('a row of bits keeps values of every length in their order', () => {
  const row = new BitRow();
  const given = Array.from({ length: 3000 }, (_, at) => {
    const length = at % 33;
    return [(Math.imul(at, 0x9e3779b1) >>> 0) % 2 ** length, length] as const;
  });
  for (const [value, length] of given) row.append(value, length);
  const bits = [...row.words].map((word) => word.toString(2).padStart(32, '0')).join('');
  let at = 0;
  for (const [value, length] of given) {
    assert.equal(Number.parseInt(bits.slice(at, at + length) || '0', 2), value);
    at += length;
  }
  assert.equal(row.word * 32 + row.bit, at);
});
