import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tokens } from '../text/tokens.ts';
import { LanguageModel } from './language-model.ts';

const READ = [
  'Ủy ban nhân dân tỉnh báo cáo tình hình thu ngân sách 9 tháng đầu năm.',
  'Ủy ban nhân dân huyện báo cáo tình hình thu ngân sách 6 tháng đầu năm 2025.',
  'Tình hình thu ngân sách của tỉnh trong 9 tháng đầu năm có nhiều chuyển biến.',
];
/** Seen and unseen phrases, numbers of every length, nought, and a word of no syllable. */
const TEXT =
  'Ủy ban nhân dân tỉnh báo cáo thu ngân sách 0 đồng, 7 xã, 42 thôn, 365 hộ, 2025 người và ' +
  '123456 cây; tình hình thu ngân sách của xqzt trong 9 tháng đầu năm. ';

function tokensOf(text: string): Tokens {
  const tokens = new Tokens();
  tokens.tokenise(text);
  return tokens;
}

function modelOf(texts: readonly string[]): LanguageModel {
  const model = new LanguageModel();
  for (const text of texts) model.learn(tokensOf(text));
  model.freeze();
  return model;
}

/** The sums as `bits` gives them, token by token. */
function sumsOf(model: LanguageModel, ids: Uint16Array): Float32Array {
  const sums = new Float32Array(ids.length + 1);
  for (const [at, id] of ids.entries()) {
    const before = at > 1 ? (ids[at - 2] as number) : 0;
    const last = at > 0 ? (ids[at - 1] as number) : 0;
    sums[at + 1] = (sums[at] as number) + model.bits(before, last, id);
  }
  return sums;
}

for (const [what, repeats] of [
  ['a short row', 1],
  ['a row of many pieces', 300],
] as const) {
  test(`${what} has the bits of its tokens one by one`, () => {
    for (const model of [modelOf(READ), modelOf([])]) {
      const tokens = tokensOf(TEXT.repeat(repeats));
      const ids = tokens.ids.subarray(0, tokens.count);
      const sums = new Float32Array(ids.length + 1).fill(-1);
      model.sumRow(ids, sums);
      assert.deepEqual(sums, sumsOf(model, ids));
      assert.ok((sums[ids.length] as number) > ids.length, 'more than a bit a token');
    }
  });
}

test('no row has no bits', () => {
  const sums = new Float32Array(1).fill(-1);
  modelOf(READ).sumRow(new Uint16Array(0), sums);
  assert.deepEqual(sums, new Float32Array(1));
});
