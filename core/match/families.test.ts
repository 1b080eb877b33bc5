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
