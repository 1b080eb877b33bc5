import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { addDays, calendarDate } from '../common/calendar-date.ts';
import type { Outcome } from '../common/refusal.ts';
import { LEVELS } from '../level/level.ts';
import { checkGuideItem, type GuideQuestion } from './check-guide-item.ts';
import { type GuideItem, parseGuideItemRef, printGuideItem } from './guide-item.ts';

const on = calendarDate('2026-06-15');
const ref = (text: string) => {
  const parsed = parseGuideItemRef(text);
  assert.ok(parsed);
  return parsed;
};
const ask = (question: Partial<GuideQuestion>) =>
  checkGuideItem({
    law: vn2026,
    ref: ref('2500/QĐ-TTg:3.2.b'),
    level: 'mat',
    conditionAttested: true,
    on,
    ...question,
  });
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

test('an item in force at the proposed level with its condition attested is permitted', () => {
  const outcome = ask({});
  assert.ok(outcome.ok);
  assert.equal(printGuideItem(outcome.value), 'điểm b khoản 2 Điều 3 Quyết định 2500/QĐ-TTg');
});

test('what no list names is no state secret, law 117/2025 art. 5.1', () => {
  const outcome = ask({ ref: null });
  assert.deepEqual(codes(outcome), ['guide-item-missing']);
  assert.ok(!outcome.ok);
  assert.equal(outcome.refusals[0]?.article?.article, '5.1');
  assert.deepEqual(codes(ask({ ref: ref('9999/QĐ-TTg:1') })), ['guide-item-unknown']);
});

test('each item carries its own level and no other', () => {
  for (const item of vn2026.guideItems.filter(({ validFrom }) => validFrom !== null)) {
    for (const level of LEVELS) {
      const refused = codes(ask({ ref: item.ref, level }));
      assert.equal(refused.includes('guide-item-level-mismatch'), level !== item.level, item.ref);
      if (level === item.level) assert.deepEqual(refused, [], item.ref);
    }
  }
});

test('the condition that switches an item off must be denied by the proposer', () => {
  for (const item of vn2026.guideItems.filter(({ validFrom }) => validFrom !== null)) {
    const refused = codes(ask({ ref: item.ref, level: item.level, conditionAttested: false }));
    assert.deepEqual(refused, item.condition === 'none' ? [] : ['guide-condition-unmet']);
  }
});

test('an item is in force from its first to its last day, never on unknown days', () => {
  const [item] = vn2026.guideItems;
  assert.ok(item);
  const dated: GuideItem = { ...item, validFrom: on, validUntil: addDays(on, 1) };
  const law = (one: GuideItem) => ({ fields: vn2026.fields, guideItems: [one] });
  const at = (day: number, one = dated) =>
    codes(ask({ law: law(one), ref: item.ref, level: item.level, on: addDays(on, day) }));
  assert.deepEqual(at(-1), ['guide-item-not-in-force']);
  assert.deepEqual(at(0), []);
  assert.deepEqual(at(1), []);
  assert.deepEqual(at(2), ['guide-item-not-in-force']);
  assert.deepEqual(at(0, { ...dated, validFrom: null }), ['guide-item-not-in-force']);
});

test('Tuyệt mật exists only in its five fields', () => {
  const five = ['politics', 'defence', 'security', 'cipher', 'foreign-affairs'];
  const [item] = vn2026.guideItems;
  assert.ok(item);
  for (const { field } of [...vn2026.fields, { field: 'no-such-field' }]) {
    const law = { fields: vn2026.fields, guideItems: [{ ...item, field }] };
    const refused = codes(ask({ law, ref: item.ref, level: 'tuyet-mat' }));
    assert.deepEqual(refused, five.includes(field) ? [] : ['field-forbids-top-level']);
  }
});

test('every reason is named at once', () => {
  const refused = codes(
    ask({
      level: 'tuyet-mat',
      conditionAttested: false,
      on: calendarDate('2025-11-16'),
    }),
  );
  assert.deepEqual(refused, [
    'guide-item-not-in-force',
    'guide-item-level-mismatch',
    'guide-condition-unmet',
    'field-forbids-top-level',
  ]);
});
