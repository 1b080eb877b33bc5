import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMs, type Instant } from '../../core/common/calendar-date.ts';
import { judgeHealth } from './health.ts';

const START = '2026-11-01T00:00:00.000Z' as Instant;
const HOUR = 3_600_000;
const at = (hours: number) => addMs(START, hours * HOUR);
const seen = (hours: readonly number[], problem: string | null = null) => ({
  newsAt: hours.map(at),
  firstVisitAt: START,
  lastSuccessAt: START,
  problem,
});

test('a source is silent when it has no news for twice its longest interval', () => {
  const daily = seen([0, 24, 48, 72, 96]);
  assert.deepEqual(judgeHealth(daily, at(97)), { state: 'good', usualMinutes: 1_440 });
  assert.equal(judgeHealth(daily, at(96 + 48)).state, 'good');
  assert.equal(judgeHealth(daily, at(96 + 49)).state, 'silent');
});

test('a quick source is given some hours, a new one a week', () => {
  const quick = seen([0, 0.2, 0.4, 0.6, 0.8]);
  assert.equal(judgeHealth(quick, at(5)).state, 'good');
  assert.equal(judgeHealth(quick, at(8)).state, 'silent');
  assert.deepEqual(judgeHealth(seen([0]), at(100)), { state: 'new', usualMinutes: null });
  assert.equal(judgeHealth(seen([]), at(7 * 24 + 1)).state, 'silent');
});

test('a failure shows at once, and silence goes before it', () => {
  const failing = seen([0, 1, 2, 3, 4], 'time-limit');
  assert.equal(judgeHealth(failing, at(5)).state, 'failing');
  assert.equal(judgeHealth(failing, at(50)).state, 'silent');
});

test('the operator may know better', () => {
  assert.equal(judgeHealth(seen([0]), at(3), 2 * HOUR).state, 'silent');
  assert.equal(judgeHealth(seen([0, 1, 2, 3, 4]), at(300), 500 * HOUR).state, 'good');
});
