import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BitRow } from './bit-row.ts';
import { Decoder, ROOM } from './decode.ts';
import { GRANULE } from './granule.ts';
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
  const decoder = new Decoder();
  decoder.use(code);
  const ids = symbols.filter((symbol) => symbol !== 0);
  for (let from = 0; from < ids.length; from += GRANULE - 1) {
    const some = ids.slice(from, from + GRANULE - 1);
    const read = some.map((symbol) => (symbol === RAW_ID ? 40_961 : symbol));
    assert.deepEqual(readAgain(decoder, code, some), [...read, 0], `from symbol ${from} on`);
  }
});

/** The ids of a granule that holds these symbols, as the decoder reads it. */
function readAgain(decoder: Decoder, { codes, lengths }: TokenCode, symbols: number[]): number[] {
  const row = new BitRow();
  // A granule may begin at any bit.
  const bit = symbols.length % 32;
  row.append(0, bit);
  for (const symbol of [...symbols, 0]) {
    row.append(codes[symbol] as number, lengths[symbol] as number);
    if (symbol === RAW_ID) row.append(40_961, 16);
  }
  decoder.places[0] = 5;
  decoder.bits[0] = bit;
  decoder.words.set(row.words.subarray(0, ROOM));
  decoder.read(1);
  return [...decoder.ids.subarray(5 * GRANULE, 5 * GRANULE + symbols.length + 1)];
}

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
