import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDone } from './statutory-duties.ts';

const note = (kind: 'told-head' | 'measure', at: string) => ({
  kind,
  at,
  text: '',
  by: { personId: '11111111-1111-4111-8111-111111111111', name: 'A' },
  notedAt: '2026-11-22T00:00:00.000Z',
});

test('a duty is done from the first moment that a note of its kind names', () => {
  const notes = [
    note('told-head', '2026-11-21T09:00:00.000Z'),
    note('measure', '2026-11-21T07:00:00.000Z'),
    note('told-head', '2026-11-21T08:00:00.000Z'),
  ];
  assert.equal(firstDone(notes, 'told-head'), '2026-11-21T08:00:00.000Z');
  assert.equal(firstDone(notes, 'told-police'), null);
});
