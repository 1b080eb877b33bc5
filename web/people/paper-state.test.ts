import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDate } from '../../core/common/calendar-date.ts';
import { paperState, sayPaper } from './paper-state.ts';
import { peopleText } from './people-text.ts';

const today = calendarDate('2026-11-22');
const state = (until: string | null) => paperState(until, today).state;

test('a paper is in force on its last day and expired on the next', () => {
  assert.equal(state(null), 'none');
  assert.equal(state('2026-11-21'), 'expired');
  assert.equal(state('2026-11-22'), 'soon');
  assert.equal(state('2026-12-22'), 'soon');
  assert.equal(state('2026-12-23'), 'valid');
});

test('an expired paper says so in words', () => {
  const words = peopleText.vi.paper;
  assert.equal(sayPaper(paperState('2026-11-21', today), words), 'Hết hạn từ 21/11/2026');
});
