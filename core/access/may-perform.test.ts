import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessMatrix } from '../../testkit/access-matrix.ts';
import { addMs, dateInHanoi } from '../common/calendar-date.ts';
import type { Refusal } from '../common/refusal.ts';
import { dominates } from '../level/level.ts';
import { DUTIES, type Duty } from '../person/duty.ts';
import type { AccessGrant, DocumentFacts, Subject } from './access-facts.ts';
import {
  ACTIONS,
  type ActionRule,
  DOCUMENT_ACTIONS,
  GENERAL_ACTION_RULES,
  GENERAL_ACTIONS,
} from './action.ts';
import { LONGEST_GRANT_DAYS, mayReceiveGrant } from './may-grant.ts';
import { mayPerform } from './may-perform.ts';
import { maySee } from './see.ts';

const matrix = accessMatrix();
const { at } = matrix;
const today = dateInHanoi(at);

type Case = {
  readonly subject: Subject;
  readonly object: DocumentFacts;
  readonly grants: readonly AccessGrant[];
};

function buildCases(): readonly Case[] {
  const byPair = new Map(
    matrix.grants.map((grant) => [`${grant.documentId} ${grant.personId}`, grant]),
  );
  return matrix.subjects.flatMap((subject) =>
    matrix.objects.map((object) => {
      const grant = byPair.get(`${object.documentId} ${subject.personId}`);
      return { subject, object, grants: grant ? [grant] : [] };
    }),
  );
}

const cases = buildCases();
const nameOf = ({ subject, object }: Case) => `${subject.personId} ${object.documentId}`;

const inForce = (grants: readonly AccessGrant[]) =>
  grants.some(
    ({ fromAt, untilAt, revokedAt }) =>
      fromAt <= at && untilAt > at && !(revokedAt !== null && revokedAt <= at),
  );

const cleared = ({ subject: { clearance }, object: { level } }: Case) => {
  if (level === null) return true;
  if (clearance === null || clearance.from > today) return false;
  return (clearance.until ?? today) >= today && dominates(clearance.level, level);
};

/** The rule once more, as the truth table of `see.ts` says it in words. */
function expectedToSee(one: Case): boolean {
  const { subject, object, grants } = one;
  if (subject.status !== 'active' || subject.duties.includes('administrator')) return false;
  const grounds = [
    object.protectedUntil !== null && object.protectedUntil < today,
    object.drafterId === subject.personId,
    inForce(grants),
    cleared(one) && subject.duties.includes('registrar'),
    cleared(one) &&
      subject.duties.includes('registry-clerk') &&
      ['determined', 'received'].includes(object.state),
  ];
  return grounds.includes(true);
}

const codesOf = (refusals: readonly Refusal[]) => refusals.map(({ code }) => code);
const ask = (action: (typeof DOCUMENT_ACTIONS)[number], one: Case) => {
  const outcome = mayPerform({ action, ...one, at });
  return outcome.ok ? [] : codesOf(outcome.refusals);
};

test('the see-rule agrees with its truth table over the whole matrix', () => {
  let seen = 0;
  let all = 0;
  for (const one of cases) {
    const sees = maySee({ ...one, at });
    assert.equal(sees, expectedToSee(one), nameOf(one));
    assert.equal(ask('see', one).length === 0, sees);
    all += 1;
    if (sees) seen += 1;
  }
  assert.ok(all > 10_000 && seen > all / 20 && seen < all / 2, `${seen} of ${all}`);
});

const NOT_FOUND = JSON.stringify({ ok: false, refusals: [{ code: 'not-found' }] });

test('whoever may not see gets not-found alone, for every action, as if it were not there', () => {
  for (const one of cases) {
    if (maySee({ ...one, at })) continue;
    for (const action of DOCUMENT_ACTIONS) {
      const outcome = mayPerform({ action, ...one, at });
      const absent = mayPerform({ action, ...one, object: null, at });
      assert.equal(JSON.stringify(outcome), NOT_FOUND, nameOf(one));
      assert.equal(JSON.stringify(absent), NOT_FOUND, nameOf(one));
    }
  }
});

test('reading needs clearance, need-to-know, commitment and training; each lack is named', () => {
  for (const one of cases) {
    if (!maySee({ ...one, at })) continue;
    const { subject, object, grants } = one;
    const expected: string[] = [];
    const isOpen = object.protectedUntil !== null && object.protectedUntil < today;
    if (!isOpen) {
      if (!cleared(one)) expected.push('clearance-too-low');
      if (!inForce(grants)) expected.push(grants[0] ? 'grant-expired' : 'no-need-to-know');
      if ((subject.commitmentUntil ?? '') < today) expected.push('commitment-missing');
      if ((subject.trainingUntil ?? '') < today) expected.push('training-missing');
    }
    assert.deepEqual(ask('read', one), expected, nameOf(one));
  }
});

test('the administrator reads and sees nothing, not even what is declassified or granted', () => {
  for (const one of cases) {
    if (!one.subject.duties.includes('administrator')) continue;
    for (const action of DOCUMENT_ACTIONS) assert.deepEqual(ask(action, one), ['not-found']);
  }
  const administrator = matrix.subjects.find(({ duties }) => duties[0] === 'administrator');
  assert.ok(administrator);
  for (const action of GENERAL_ACTIONS) {
    if (!GENERAL_ACTION_RULES[action].touchesSecrets) continue;
    const subject: Subject = { ...administrator, duties: DUTIES };
    const outcome = mayPerform({ action, subject, at });
    assert.ok(!outcome.ok && codesOf(outcome.refusals).includes('administrator-reads-nothing'));
  }
});

test("another person's grant and a grant on another document open nothing", () => {
  for (const one of cases) {
    if (!inForce(one.grants)) continue;
    const [grant] = one.grants;
    const [other] = matrix.subjects.filter(({ personId }) => personId !== one.subject.personId);
    assert.ok(grant && other);
    const foreign = [{ ...grant, personId: other.personId }];
    assert.equal(maySee({ ...one, grants: foreign, at }), maySee({ ...one, grants: [], at }));
  }
});

test('a grant counts from its first instant and not in its last', () => {
  const one = cases.find(
    ({ subject, object, grants }) =>
      subject.status === 'active' && object.state === 'draft' && inForce(grants),
  );
  const [grant] = one?.grants ?? [];
  assert.ok(one && grant);
  assert.ok(maySee({ ...one, at: grant.fromAt }));
  assert.ok(!maySee({ ...one, at: addMs(grant.fromAt, -1) }));
  assert.ok(!maySee({ ...one, at: grant.untilAt }));
});

test('only the drafter revises, only the addressee decides, never both', () => {
  for (const one of cases) {
    if (ask('revise', one).length === 0) {
      assert.equal(one.object.drafterId, one.subject.personId);
    }
    if (ask('decide', one).length > 0) continue;
    assert.equal(one.grants[0]?.kind, 'decider');
    assert.notEqual(one.object.drafterId, one.subject.personId);
  }
  const reached = cases.some((one) => ask('decide', one).length === 0);
  assert.ok(reached);
});

test('only a registry clerk gives and voids numbers, and a number is given once', () => {
  for (const one of cases) {
    const issues = ask('issue', one).length === 0;
    if (issues) assert.ok(!one.object.registered && one.subject.duties.includes('registry-clerk'));
    if (ask('void-number', one).length === 0) {
      assert.ok(one.object.registered && one.subject.duties.includes('registry-clerk'));
    }
  }
  assert.ok(cases.some((one) => ask('issue', one).length === 0));
});

test('every general action belongs to its duties and to nobody else', () => {
  const [base] = matrix.subjects.filter(({ status, commitmentUntil, trainingUntil }) => {
    return status === 'active' && commitmentUntil === today && trainingUntil === today;
  });
  assert.ok(base);
  for (const action of GENERAL_ACTIONS) {
    const { duties }: ActionRule = GENERAL_ACTION_RULES[action];
    const expected = (duty: Duty) => duties === 'everyone' || duties.includes(duty);
    for (const duty of DUTIES) {
      const subject: Subject = { ...base, duties: [duty] };
      assert.equal(mayPerform({ action, subject, at }).ok, expected(duty), action);
      const former = { ...subject, status: 'retired' } as const;
      assert.equal(mayPerform({ action, subject: former, at }).ok, false);
    }
    const dutiless = mayPerform({ action, subject: { ...base, duties: [] }, at });
    assert.equal(dutiless.ok, duties === 'everyone');
  }
});

test('what touches protected wording needs commitment, training and clearance', () => {
  const [base] = matrix.subjects.filter(({ status }) => status === 'active');
  assert.ok(base);
  const subject: Subject = {
    ...base,
    duties: ['drafter'],
    clearance: null,
    commitmentUntil: null,
    trainingUntil: null,
  };
  const outcome = mayPerform({ action: 'draft', subject, level: 'mat', at });
  assert.ok(!outcome.ok);
  assert.deepEqual(codesOf(outcome.refusals), [
    'clearance-too-low',
    'commitment-missing',
    'training-missing',
  ]);
});

test('the list of actions is closed: each is on one document or general', () => {
  assert.equal(new Set(ACTIONS).size, DOCUMENT_ACTIONS.length + GENERAL_ACTIONS.length);
});

test('a grant has an end, not too far, and goes only to a cleared active person', () => {
  const day = 86_400_000;
  const active = (subject: Subject) =>
    subject.status === 'active' && subject.duties.length === 0 && subject.clearance !== null;
  const receiver = matrix.subjects.find(active);
  assert.ok(receiver);
  const base = { receiver, level: 'mat', fromAt: at, untilAt: addMs(at, day) } as const;
  const codes = (part: Partial<Parameters<typeof mayReceiveGrant>[0]>) => {
    const outcome = mayReceiveGrant({ ...base, ...part });
    return outcome.ok ? [] : codesOf(outcome.refusals);
  };
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ untilAt: at }), ['invalid-input']);
  assert.deepEqual(codes({ untilAt: addMs(at, LONGEST_GRANT_DAYS * day + 1) }), ['grant-too-long']);
  assert.deepEqual(codes({ receiver: { ...receiver, clearance: null } }), ['clearance-too-low']);
  assert.deepEqual(codes({ receiver: { ...receiver, status: 'moved' } }), ['clearance-too-low']);
  const administrator = { ...receiver, duties: ['administrator'] as const };
  assert.deepEqual(codes({ receiver: administrator }), ['administrator-reads-nothing']);
});
