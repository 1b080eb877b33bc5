import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDate } from '../../core/common/calendar-date.ts';
import { happenedAt } from './happened-at.ts';

const day = calendarDate('2026-11-21');

test('a day and a time are a moment in Hà Nội', () => {
  assert.equal(happenedAt({ day, time: '8:05' }), '2026-11-21T01:05:00.000Z');
  assert.equal(happenedAt({ day, time: '23h59' }), '2026-11-21T16:59:00.000Z');
  assert.equal(happenedAt({ day, time: '' }), '2026-11-20T17:00:00.000Z');
});

test('nothing typed is now, half a moment is none', () => {
  assert.equal(happenedAt({ day: null, time: ' ' }), 'now');
  assert.equal(happenedAt({ day: null, time: '08:00' }), null);
  for (const time of ['24:00', '8:60', '8', 'sáng']) assert.equal(happenedAt({ day, time }), null);
});
