import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PIECE, scanned } from './scan.ts';
import { Tokens } from './tokens.ts';

const MIXED =
  'Tổ bảo vệ, nha2 nu7o7c1 ddeem 12.500 đồng; TT-BCA ｆｕｌｌ 密文 𝐜đ e\u0301\u200b привет ' +
  '\ud83d\ude00 \ud800 x\udc00y nguyễn\u0323 ';

type Token = readonly [id: number, start: number, end: number];

function tokensOf(text: string): Token[] {
  const tokens = new Tokens();
  tokens.tokenise(text);
  return Array.from({ length: tokens.count }, (_, at) => [
    tokens.ids[at] as number,
    tokens.starts[at] as number,
    tokens.ends[at] as number,
  ]);
}

test('where a text is cut into pieces makes no difference', () => {
  const whole = tokensOf(MIXED);
  assert.ok(whole.length > 12);
  for (let shift = 0; shift < MIXED.length; shift++) {
    const pad = PIECE - MIXED.length + shift;
    const moved = whole.map(([id, start, end]) => [id, start + pad, end + pad]);
    assert.deepEqual(tokensOf(' '.repeat(pad) + MIXED + ' '.repeat(40)), moved);
  }
});

test('a word longer than two pieces is one token', () => {
  const word = 'nghieng'.repeat(PIECE / 3);
  assert.deepEqual(
    tokensOf(` ${word}. `).map(([, start, end]) => [start, end]),
    [[1, 1 + word.length]],
  );
});

test('a text leaves no letters behind', () => {
  tokensOf('Mật danh Chim Én Đầm Sen '.repeat(2000));
  const memory = Buffer.from(scanned.ids.buffer);
  assert.equal(memory.includes(Buffer.from('Chim', 'utf16le')), false);
});
