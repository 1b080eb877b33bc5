import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { addDays, calendarDate } from '../common/calendar-date.ts';
import { type PersonId, parseId } from '../common/id.ts';
import type { Outcome } from '../common/refusal.ts';
import { LEVELS, type Level } from '../level/level.ts';
import { POWERS, type Power } from './legal-post.ts';
import { type Authorised, type Delegation, mayDecide } from './may-decide.ts';

const on = calendarDate('2026-06-15');
const person = (count: number): PersonId => {
  const id = parseId<PersonId>(`cccccccc-0000-4000-8000-00000000000${count}`);
  assert.ok(id);
  return id;
};
const me = person(1);
const chair = person(2);

const holder = (legalPost: string | null, delegations: readonly Delegation[] = []) =>
  ({ personId: me, status: 'active', legalPost, delegations }) satisfies Authorised;
const ask = (who: Authorised, power: Power = 'determine', level: Level = 'mat') =>
  mayDecide({ law: vn2026, person: who, power, level, on, proposedBy: null });
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

const LEVELS_OF_GROUP: Record<string, readonly Level[]> = {
  '11.1': ['tuyet-mat', 'toi-mat', 'mat'],
  '11.2': ['toi-mat', 'mat'],
  '11.3': ['mat'],
};

test('every post has the power of its group at every level, and nothing more', () => {
  for (const post of vn2026.posts) {
    for (const power of POWERS) {
      for (const level of LEVELS) {
        const levels = LEVELS_OF_GROUP[post.group ?? ''] ?? [];
        const mayDestroy = power !== 'destroy' || post.group !== '11.3';
        const expected = levels.includes(level) && mayDestroy;
        const outcome = ask(holder(post.code), power, level);
        assert.equal(outcome.ok, expected, `${post.code} ${power} ${level}`);
        if (outcome.ok) assert.equal(outcome.value.by, 'post');
        else assert.deepEqual(codes(outcome), ['no-authority']);
      }
    }
  }
});

test('a committee member, an unknown post and a clerk have no power at all', () => {
  for (const post of [null, 'election-committee-member', 'registry-clerk', '']) {
    assert.deepEqual(codes(ask(holder(post))), ['no-authority']);
  }
});

test('who has moved, retired or died decides nothing any more', () => {
  for (const status of ['moved', 'retired', 'dead'] as const) {
    const former = { ...holder('city-committee-chair'), status };
    assert.deepEqual(codes(ask(former)), ['no-authority']);
  }
});

test('nobody decides what they proposed, whatever their post', () => {
  const question = { law: vn2026, power: 'determine', level: 'mat', on, proposedBy: me } as const;
  const own = mayDecide({ ...question, person: holder('minister') });
  assert.deepEqual(codes(own), ['proposer-decides']);
  const both = mayDecide({ ...question, person: holder(null) });
  assert.deepEqual(codes(both), ['proposer-decides', 'no-authority']);
});

const delegation: Delegation = {
  documentNo: '12/UQ-UBND',
  fromPerson: chair,
  fromPost: 'city-committee-chair',
  toPerson: me,
  power: 'determine',
  upToLevel: 'toi-mat',
  from: on,
  until: on,
  revokedOn: null,
};
const deputy = (...delegations: readonly Delegation[]) =>
  holder('city-committee-deputy-chair', delegations);

test('a deputy decides by a written delegation in force, within its power and level', () => {
  const outcome = ask(deputy(delegation), 'determine', 'toi-mat');
  assert.ok(outcome.ok && outcome.value.by === 'delegation');
  assert.equal(outcome.value.documentNo, '12/UQ-UBND');
  assert.equal(outcome.value.fromPerson, chair);
  assert.deepEqual(codes(ask(deputy(delegation), 'determine', 'tuyet-mat')), [
    'delegation-out-of-scope',
  ]);
  assert.deepEqual(codes(ask(deputy(delegation), 'allow-copying', 'mat')), ['no-authority']);
});

test('a deputy without a delegation, or with one not in force, is refused', () => {
  assert.deepEqual(codes(ask(deputy())), ['no-authority']);
  const faults: readonly Partial<Delegation>[] = [
    { from: addDays(on, 1), until: addDays(on, 2) },
    { from: addDays(on, -2), until: addDays(on, -1) },
    { revokedOn: on },
  ];
  for (const fault of faults) {
    const refused = codes(ask(deputy({ ...delegation, ...fault })));
    assert.deepEqual(refused, ['delegation-not-in-force']);
  }
  assert.ok(ask(deputy({ ...delegation, revokedOn: addDays(on, 1) })).ok);
});

test('a second-step delegate is refused: a delegate cannot pass the power on', () => {
  const second = { ...delegation, fromPost: 'city-committee-deputy-chair' };
  assert.deepEqual(codes(ask(deputy(second))), ['delegation-not-lawful']);
  assert.deepEqual(codes(ask(deputy({ ...delegation, fromPost: null }))), [
    'delegation-not-lawful',
  ]);
});

test('power goes only to a deputy of the post that gives it', () => {
  for (const post of [null, 'department-deputy-director', 'department-division-head-assistant']) {
    assert.deepEqual(codes(ask(holder(post, [delegation]))), ['delegation-not-lawful']);
  }
});

test('a division head cannot delegate: art. 11.3 has no delegation', () => {
  const fromHead = { ...delegation, fromPost: 'department-division-head' };
  const refused = codes(ask(holder('department-deputy-division-head', [fromHead])));
  assert.deepEqual(refused, ['delegation-not-lawful']);
});

test('nobody delegates more than their own post holds', () => {
  const wide = { ...delegation, fromPost: 'department-director', upToLevel: 'tuyet-mat' } as const;
  const who = holder('department-deputy-director', [wide]);
  assert.ok(ask(who, 'determine', 'toi-mat').ok);
  assert.deepEqual(codes(ask(who, 'determine', 'tuyet-mat')), ['delegation-not-lawful']);
});

test("another person's delegation helps nobody; one good one among bad ones does", () => {
  assert.deepEqual(codes(ask(deputy({ ...delegation, toPerson: chair }))), ['no-authority']);
  assert.ok(ask(deputy({ ...delegation, revokedOn: on }, delegation)).ok);
});
