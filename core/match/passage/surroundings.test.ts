import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tokens } from '../text/tokens.ts';
import { surroundingsOf } from './surroundings.ts';

/** The passage stands between the two marks. */
function around(marked: string) {
  const [before = '', passage = '', after = ''] = marked.split('|');
  const tokens = new Tokens();
  tokens.tokenise(before);
  const first = tokens.count;
  tokens.tokenise(before + passage);
  const last = tokens.count - 1;
  tokens.tokenise(before + passage + after);
  return surroundingsOf(before + passage + after, tokens, { first, last });
}

test('a passage that is a clause of its own has no words beside it', () => {
  const alone = { before: 0, after: 0, toCapital: 0, cites: false };
  assert.deepEqual(around('Mưa to. |kho vật tư xóm Đình|. Gió lớn.'), alone);
  assert.deepEqual(around('Họ viết: “|kho vật tư xóm Đình|” rồi đi.'), alone);
  assert.deepEqual(around('Mưa to\n\n|kho vật tư xóm Đình|\n\ngió lớn'), alone);
  assert.deepEqual(around('|kho vật tư xóm Đình|'), alone);
});

test('words of the clause are counted on both sides, and to the next capital', () => {
  const found = around('Hôm qua tại |kho vật tư| xóm đình Hà Nội có mưa. Gió.');
  assert.deepEqual(found, { before: 3, after: 6, toCapital: 2, cites: false });
});

test('a wrapped line does not end a clause, a new line does', () => {
  assert.equal(around('đi qua\n|kho vật tư|').before, 2);
  assert.equal(around('đi qua\n|Kho vật tư|').before, 0);
});

test('a long row of signs ends a clause without being read', () => {
  assert.equal(around(`đi qua${' '.repeat(1000)}|kho vật tư|`).before, 0);
});

test('a legal document named by its number in the passage or right before it is seen', () => {
  assert.ok(around('Theo Nghị định số 15/2019/NĐ-CP |về kho vật tư xóm Đình|.').cites);
  assert.ok(around('|Quyết định 36/QĐ-UBND về kho vật tư|.').cites);
  const far = `Nghị định 15/2019/NĐ-CP. ${'mưa to gió lớn '.repeat(5)}`;
  assert.equal(around(`${far}|kho vật tư xóm Đình|.`).cites, false);
  assert.equal(around('ngày 15/2019 |kho vật tư xóm Đình|.').cites, false);
});
