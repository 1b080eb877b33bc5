import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { addDays, calendarDate, daysBetween } from '../common/calendar-date.ts';
import type { Received } from '../document/document.ts';
import {
  declassifiedFrom,
  extensionDeadline,
  extensionTiming,
  furthestExtension,
  isProtected,
  protectionOn,
} from './protection.ts';

const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((count) => addDays(calendarDate('1990-01-01'), count));
const until = calendarDate('2036-03-01');

const received: Received = {
  state: 'received',
  opened: false,
  level: 'mat',
  issuingBody: 'Sở A',
  receivedOn: calendarDate('2026-03-01'),
  protectedUntil: until,
};

test('the last day is protected, the day after nobody needs to decide anything', () => {
  assert.equal(protectionOn(received, until), 'secret');
  assert.equal(protectionOn(received, calendarDate('2036-03-02')), 'declassified');
  assert.equal(declassifiedFrom(until), '2036-03-02');
});

test('protection ends once and does not come back', () => {
  fc.assert(
    fc.property(days, days, (end, on) => {
      assert.equal(isProtected(end, on), on < declassifiedFrom(end));
    }),
  );
});

test('an extended document stays protected after its first end', () => {
  const end = furthestExtension(vn2026, received);
  assert.equal(end, '2046-03-01');
  const extended = { ...received, protectedUntil: end };
  assert.equal(protectionOn(extended, calendarDate('2036-03-02')), 'secret');
});

test('an extension is in time up to 60 days before the end, then late, then impossible', () => {
  const deadline = extensionDeadline(vn2026, until);
  assert.equal(daysBetween({ from: deadline, to: until }), 60);
  const at = (day: number) =>
    extensionTiming(vn2026, { protectedUntil: until, decidedOn: addDays(deadline, day) });
  assert.equal(at(0), 'in-time');
  assert.equal(at(1), 'late');
  assert.equal(at(60), 'late');
  assert.equal(at(61), 'expired');
});
