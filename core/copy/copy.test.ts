import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import type { Authorised } from '../authority/may-decide.ts';
import { calendarDate } from '../common/calendar-date.ts';
import { type PersonId, parseId } from '../common/id.ts';
import type { Outcome } from '../common/refusal.ts';
import { holderOf, numberCopies, printCopyNumber } from './copy.ts';
import { mayAllowCopying } from './may-allow-copying.ts';

const on = calendarDate('2026-06-15');
const personId = parseId<PersonId>('cccccccc-0000-4000-8000-000000000001');
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

test('the copies of an issue are numbered 1 to n, each once', () => {
  assert.deepEqual(numberCopies(3).map(printCopyNumber), [
    'Bản số: 01/03',
    'Bản số: 02/03',
    'Bản số: 03/03',
  ]);
  for (const wrong of [0, -1, 1.5, Number.NaN, 10_000]) assert.throws(() => numberCopies(wrong));
});

test('a copy sent out, destroyed or missing is in nobody’s hand', () => {
  assert.ok(personId);
  const by = { kind: 'person', personId } as const;
  assert.deepEqual(holderOf({ state: 'held', by, since: on }), by);
  assert.deepEqual(holderOf({ state: 'returned', to: by, returnedOn: on }), by);
  assert.equal(holderOf({ state: 'sent', recipient: 'Sở A', sentOn: on }), null);
  assert.equal(holderOf({ state: 'destroyed', minutesNo: '01/BB', destroyedOn: on }), null);
  assert.equal(holderOf({ state: 'missing', foundMissingOn: on }), null);
});

const ask = (legalPost: string, level: 'toi-mat' | 'mat', copyingAllowed: boolean) => {
  assert.ok(personId);
  const person: Authorised = { personId, status: 'active', legalPost, delegations: [] };
  const document = { level, copyingAllowed };
  return mayAllowCopying({ law: vn2026, document, person, requestedBy: null, on });
};

test('a document marked “không được sao, chụp” is copied by nobody', () => {
  assert.deepEqual(codes(ask('minister', 'mat', false)), ['copying-forbidden']);
  assert.ok(ask('minister', 'mat', true).ok);
});

test('a division head allows no Tối mật copy', () => {
  assert.ok(ask('department-division-head', 'mat', true).ok);
  assert.deepEqual(codes(ask('department-division-head', 'toi-mat', true)), ['no-authority']);
});
