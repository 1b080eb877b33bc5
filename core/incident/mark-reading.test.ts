import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideMarkReading, MARK_ACTS, type MarkQuestion } from './mark-reading.ts';

const asked = { state: 'requested', by: 'one' } as const;
const base: MarkQuestion = {
  act: 'read',
  incident: 'open',
  request: asked,
  by: 'two',
  knew: false,
  markedCopies: 3,
  words: 'Ảnh trên mạng xã hội',
};

function codes(part: Partial<MarkQuestion>): string[] {
  const outcome = decideMarkReading({ ...base, ...part });
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

test('one officer asks, another reads or declines', () => {
  assert.deepEqual(codes({ act: 'request', request: null }), []);
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ act: 'decline' }), []);
});

test('who asked for a reading never makes it, but may take the request back', () => {
  assert.deepEqual(codes({ by: 'one' }), ['second-officer-needed']);
  assert.deepEqual(codes({ act: 'decline', by: 'one' }), []);
});

test('without an open incident there is no reading, whatever the act', () => {
  for (const act of MARK_ACTS) {
    const request = act === 'request' ? null : asked;
    assert.deepEqual(codes({ act, request, incident: 'closed' }), ['state-forbids']);
  }
});

test('who held or read the document neither asks nor reads', () => {
  assert.deepEqual(codes({ act: 'request', request: null, knew: true }), ['knew-the-document']);
  assert.deepEqual(codes({ knew: true }), ['knew-the-document']);
});

test('a request is answered once, needs marked copies and a reason', () => {
  assert.deepEqual(codes({ request: { state: 'read', by: 'one' } }), ['already-done']);
  assert.deepEqual(codes({ act: 'decline', request: { state: 'declined', by: 'one' } }), [
    'already-done',
  ]);
  assert.deepEqual(codes({ markedCopies: 0 }), ['no-marked-copies']);
  assert.deepEqual(codes({ act: 'request', request: null, words: '' }), ['reason-missing']);
  assert.deepEqual(codes({ act: 'decline', words: '' }), ['reason-missing']);
});

test('every reason is named at once', () => {
  const all = codes({ incident: 'closed', by: 'one', knew: true, markedCopies: 0 });
  assert.deepEqual(all, [
    'state-forbids',
    'second-officer-needed',
    'knew-the-document',
    'no-marked-copies',
  ]);
});
