import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxItem } from '../../contract/inbox.ts';
import { calendarDate } from '../../core/common/calendar-date.ts';
import { urgencyOf } from './group-items.ts';

const today = calendarDate('2026-11-22');
const item = (part: Partial<InboxItem>): InboxItem => ({
  kind: 'number-needed',
  documentId: null,
  copyId: null,
  matchId: null,
  incidentId: null,
  requestId: null,
  releaseId: null,
  line: null,
  facts: {},
  dueOn: null,
  overdue: false,
  ...part,
});
const due = (dueOn: string) => urgencyOf(item({ dueOn }), today);

test('a deadline counts to its last day, a week to the seventh', () => {
  assert.equal(urgencyOf(item({ dueOn: '2026-11-21', overdue: true }), today), 'overdue');
  assert.equal(due('2026-11-22'), 'today');
  assert.equal(due('2026-11-29'), 'week');
  assert.equal(due('2026-11-30'), 'later');
  assert.equal(urgencyOf(item({}), today), 'later');
});

test('a sealed vault and a sign of a leak do not wait', () => {
  for (const kind of ['vault-sealed', 'match-open', 'incident-open'] as const)
    assert.equal(urgencyOf(item({ kind }), today), 'today');
});
