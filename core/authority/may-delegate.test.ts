import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { calendarDate } from '../common/calendar-date.ts';
import type { PersonId } from '../common/id.ts';
import { LEVELS } from '../level/level.ts';
import { POWERS } from './legal-post.ts';
import { mayDecide } from './may-decide.ts';
import { type DelegationQuestion, mayDelegate } from './may-delegate.ts';

const on = calendarDate('2026-11-02');
const term = { from: on, until: calendarDate('2026-12-31') };
const person = (name: string, legalPost: string | null) =>
  ({ personId: name as PersonId, status: 'active', legalPost }) as const;
const chair = person('chair', 'city-committee-chair');
const deputy = person('deputy', 'city-committee-deputy-chair');
const QUESTION: DelegationQuestion = {
  law: vn2026,
  from: chair,
  to: deputy,
  power: 'determine',
  upToLevel: 'toi-mat',
  term,
  on,
};

const codes = (change: Partial<DelegationQuestion>) => {
  const may = mayDelegate({ ...QUESTION, ...change });
  return may.ok ? [] : may.refusals.map(({ code }) => code);
};

test('a chair delegates to the own deputy, in writing, for a term', () => {
  assert.deepEqual(codes({}), []);
});

test('a deputy passes nothing on, and nobody delegates to somebody who is no deputy', () => {
  const second = person('second', 'city-committee-deputy-chair');
  assert.deepEqual(codes({ from: deputy, to: second }), ['no-authority', 'delegation-not-lawful']);
  assert.deepEqual(codes({ to: person('clerk', null) }), ['delegation-not-lawful']);
  assert.deepEqual(codes({ to: chair }), ['delegation-not-lawful']);
});

test('nobody who left delegates or is delegated to, and the term lies ahead', () => {
  assert.deepEqual(codes({ from: { ...chair, status: 'retired' } }), ['no-authority']);
  assert.deepEqual(codes({ to: { ...deputy, status: 'moved' } }), ['delegation-not-lawful']);
  const yesterday = calendarDate('2026-11-01');
  assert.deepEqual(codes({ term: { from: yesterday, until: yesterday } }), ['invalid-input']);
  assert.deepEqual(codes({ term: { from: on, until: yesterday } }), ['invalid-input']);
});

test('whatever may be delegated can be used, and nothing else, for every pair of posts', () => {
  let lawful = 0;
  for (const giving of vn2026.posts) {
    for (const taking of vn2026.posts.filter(({ group }) => group === null)) {
      for (const power of POWERS) {
        for (const upToLevel of LEVELS) {
          const [from, to] = [person('from', giving.code), person('to', taking.code)];
          const may = mayDelegate({ ...QUESTION, from, to, power, upToLevel });
          const delegation = {
            documentNo: '05/UQ',
            fromPerson: from.personId,
            fromPost: from.legalPost,
            toPerson: to.personId,
            power,
            upToLevel,
            from: term.from,
            until: term.until,
            revokedOn: null,
          };
          const used = mayDecide({
            law: vn2026,
            person: { ...to, delegations: [delegation] },
            power,
            level: upToLevel,
            on,
            proposedBy: null,
          });
          assert.equal(may.ok, used.ok, `${giving.code} → ${taking.code}: ${power} ${upToLevel}`);
          if (may.ok) lawful += 1;
        }
      }
    }
  }
  assert.ok(lawful > 50, String(lawful));
});
