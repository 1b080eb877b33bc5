import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMatcher } from './matcher.ts';

const SENTENCE =
  'Bảy ứng viên ở phường Hòn Chuông sẽ rút tên trước phiên họp kín tối mười chín ' +
  'tại nhà khách Bến Thuyền';

/** Drafts and versions of one paper: the same sentence among other words. */
const version = (number: number): string =>
  `Dự thảo lần ${number} của tổ biên tập. ${SENTENCE}. Phụ lục ${number * 37} kèm bản ${number}.`;

test('a sentence that stands in several versions of a paper is found in each', () => {
  for (const versions of [1, 5, 8]) {
    const matcher = createMatcher();
    for (let number = 1; number <= versions; number += 1) {
      matcher.addDocument(`doc-${number}`, version(number));
    }
    const found = matcher.find(`Tin vắn trong ngày. ${SENTENCE}. Trời có mưa.`);
    assert.equal(new Set(found.map(({ docId }) => docId)).size, versions, `${versions} versions`);
  }
});

const DRAFT =
  `Tờ trình của tổ biên tập gửi hội đồng thẩm định trong tuần tới. ${SENTENCE}. ` +
  'Tổ thư ký giữ bản gốc trong tủ sắt tầng ba cho tới khi có lệnh mới của chủ nhiệm.';

test('fourteen versions of one paper are one family: its wording is not common', () => {
  const matcher = createMatcher();
  for (let number = 1; number <= 14; number += 1) {
    matcher.addDocument(`doc-${number}`, `${DRAFT} Lần ${number}.`);
  }
  const found = matcher.find(`Tin vắn trong ngày. ${SENTENCE}. Trời có mưa.`);
  assert.equal(new Set(found.map(({ docId }) => docId)).size, 14);
});

test('wording at two places of one document is reported at both', () => {
  const matcher = createMatcher();
  const text = `${SENTENCE}. Đoạn giữa nói về việc khác hẳn của tổ hậu cần ở bến đò. ${SENTENCE}.`;
  matcher.addDocument('doc', text);
  const starts = matcher.find(`Tin vắn. ${SENTENCE}.`).map(({ docStart }) => docStart);
  assert.deepEqual(
    starts.sort((one, other) => one - other),
    [0, text.lastIndexOf(SENTENCE)],
  );
});
