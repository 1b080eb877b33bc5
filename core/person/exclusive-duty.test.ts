import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDate } from '../common/calendar-date.ts';
import { DUTIES, type Duty } from './duty.ts';
import { mayTakeClearance, mayTakeDuty, type Span, spansMeet } from './exclusive-duty.ts';

const span = (from: string, until: string | null): Span => ({
  from: calendarDate(from),
  until: until === null ? null : calendarDate(until),
});
const held = (duty: Duty, from: string, until: string | null) => ({
  duties: [{ duty, ...span(from, until) }],
  clearances: [],
});

test('two spans meet when they share a day', () => {
  const may = span('2026-05-01', '2026-05-31');
  assert.ok(spansMeet(may, span('2026-05-31', null)));
  assert.ok(spansMeet(span('2026-01-01', '2026-05-01'), may));
  assert.ok(!spansMeet(may, span('2026-06-01', null)));
  assert.ok(!spansMeet(may, span('2026-05-20', '2026-05-10')));
  assert.ok(spansMeet(span('2020-01-01', null), span('2030-01-01', null)));
});

test('an administrator takes no other duty, and nobody with a duty becomes one', () => {
  const wanted = span('2026-11-02', null);
  for (const duty of DUTIES) {
    const other = duty !== 'administrator';
    const asAdministrator = held('administrator', '2026-01-01', null);
    assert.equal(mayTakeDuty({ duty, ...wanted }, asAdministrator).ok, !other, duty);
    const become = { duty: 'administrator', ...wanted } as const;
    assert.equal(mayTakeDuty(become, held(duty, '2026-01-01', null)).ok, !other, duty);
  }
});

test('a duty that ended the day before does not stand in the way', () => {
  const become = { duty: 'administrator', ...span('2026-11-02', null) } as const;
  assert.ok(mayTakeDuty(become, held('drafter', '2026-01-01', '2026-11-01')).ok);
  assert.ok(!mayTakeDuty(become, held('drafter', '2026-01-01', '2026-11-02')).ok);
});

test('an administrator is never cleared, and nobody cleared becomes one', () => {
  const clearance = span('2026-11-02', null);
  assert.ok(!mayTakeClearance(clearance, held('administrator', '2026-01-01', null)).ok);
  assert.ok(mayTakeClearance(clearance, held('drafter', '2026-01-01', null)).ok);
  const become = { duty: 'administrator', ...clearance } as const;
  assert.ok(!mayTakeDuty(become, { duties: [], clearances: [span('2026-01-01', null)] }).ok);
});
