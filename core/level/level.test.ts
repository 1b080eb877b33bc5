import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { addDays, addYears, calendarDate } from '../common/calendar-date.ts';
import { isCleared } from './clearance.ts';
import { compareLevels, dominates, highestLevel, LEVELS, parseLevel } from './level.ts';
import { ENVELOPE_MARKS, levelOfMark } from './level-rule.ts';
import { lastProtectedDay } from './protection-period.ts';

const levels = fc.constantFrom(...LEVELS);
const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((count) => addDays(calendarDate('1990-01-01'), count));

test('levels are ordered: reflexive, antisymmetric, transitive, total', () => {
  fc.assert(
    fc.property(levels, levels, levels, (a, b, c) => {
      assert.ok(dominates(a, a));
      assert.ok(dominates(a, b) || dominates(b, a));
      if (dominates(a, b) && dominates(b, a)) assert.equal(a, b);
      if (dominates(a, b) && dominates(b, c)) assert.ok(dominates(a, c));
      assert.equal(compareLevels(a, b) >= 0, dominates(a, b));
    }),
  );
});

test('Tuyệt mật stands above Tối mật, and Tối mật above Mật', () => {
  assert.ok(!dominates('mat', 'toi-mat'));
  assert.ok(!dominates('toi-mat', 'tuyet-mat'));
});

test('the highest level of many dominates each and is one of them', () => {
  fc.assert(
    fc.property(fc.array(levels), (many) => {
      const highest = highestLevel(many);
      assert.equal(highest === null, many.length === 0);
      if (highest === null) return;
      assert.ok(many.includes(highest));
      assert.ok(many.every((level) => dominates(highest, level)));
    }),
  );
});

test('nothing but the three codes is a level', () => {
  for (const level of LEVELS) assert.equal(parseLevel(level), level);
  for (const other of ['noi-bo', 'MAT', '', null, undefined, 3, {}]) {
    assert.equal(parseLevel(other), null);
  }
});

test('a clearance counts from its first to its last day, at its level and below', () => {
  fc.assert(
    fc.property(levels, levels, days, days, days, (held, level, from, until, on) => {
      const clearance = { level: held, from, until };
      const expected = from <= on && on <= until && dominates(held, level);
      assert.equal(isCleared(clearance, { level, on }), expected);
      const open = isCleared({ ...clearance, until: null }, { level, on });
      assert.equal(open, from <= on && dominates(held, level));
    }),
  );
  assert.equal(isCleared(null, { level: 'mat', on: calendarDate('2026-03-01') }), false);
});

test('protection lasts 30, 20 and 10 calendar years, leap days included', () => {
  const on = (level: 'tuyet-mat' | 'toi-mat' | 'mat', day: string) =>
    lastProtectedDay(vn2026, { level, determinedOn: calendarDate(day) });
  assert.equal(on('tuyet-mat', '2026-03-01'), '2056-03-01');
  assert.equal(on('toi-mat', '2026-03-01'), '2046-03-01');
  assert.equal(on('mat', '2026-03-01'), '2036-03-01');
  assert.equal(on('mat', '2028-02-29'), '2038-02-28');
  assert.equal(on('toi-mat', '2028-02-29'), '2048-02-29');
});

test('a higher level never protects for less time', () => {
  fc.assert(
    fc.property(levels, levels, days, (a, b, determinedOn) => {
      if (!dominates(a, b)) return;
      const [high, low] = [a, b].map((level) => lastProtectedDay(vn2026, { level, determinedOn }));
      assert.ok(high !== undefined && low !== undefined && high >= low);
      assert.ok(low > addYears(determinedOn, 9));
    }),
  );
});

test('each envelope mark tells one level', () => {
  const told = ENVELOPE_MARKS.map((mark) => levelOfMark(vn2026.levels, mark));
  assert.deepEqual(told, ['tuyet-mat', 'toi-mat', 'mat']);
});
