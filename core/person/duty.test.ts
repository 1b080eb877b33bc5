import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDate } from '../common/calendar-date.ts';
import { type DutyAssignment, dutiesOn } from './duty.ts';

const assigned = (duty: DutyAssignment['duty'], from: string, until: string | null) => ({
  duty,
  decisionNo: '01/QĐ',
  from: calendarDate(from),
  until: until === null ? null : calendarDate(until),
});

test('a duty counts from its first to its last day, once however often assigned', () => {
  const assignments = [
    assigned('drafter', '2026-01-01', '2026-01-31'),
    assigned('drafter', '2026-01-15', null),
    assigned('keeper', '2026-02-01', null),
  ];
  const on = (day: string) => dutiesOn(assignments, calendarDate(day));
  assert.deepEqual(on('2025-12-31'), []);
  assert.deepEqual(on('2026-01-01'), ['drafter']);
  assert.deepEqual(on('2026-01-31'), ['drafter']);
  assert.deepEqual(on('2026-02-01'), ['drafter', 'keeper']);
});
