import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDate } from '../common/calendar-date.ts';
import { nextWorkingDay } from './working-day.ts';

test('the next working day is never a Saturday or a Sunday', () => {
  const next = (day: string) => nextWorkingDay(calendarDate(day));
  assert.equal(next('2026-11-02'), '2026-11-03');
  assert.equal(next('2026-11-06'), '2026-11-09');
  assert.equal(next('2026-11-07'), '2026-11-09');
  assert.equal(next('2026-12-31'), '2027-01-01');
});
