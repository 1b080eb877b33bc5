import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDate, type Instant } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { as, type TestHouse, testHouse } from '../../testkit/house.ts';
import { put } from '../ports/rows.ts';
import type { Passwords } from '../ports/sessions.ts';
import { assignDuty, endDuty } from './assign-duty.ts';
import { changeStatus } from './change-status.ts';
import { clearPerson, endClearance } from './clear-person.ts';
import { delegatePower, revokeDelegation } from './delegate.ts';
import { formOptions } from './form-options.ts';
import { listPeople } from './list-people.ts';
import { recordCommitment, recordTraining } from './record-paper.ts';
import { registerPerson, resetPassword } from './register-person.ts';
import { viewPerson } from './view-person.ts';

const TODAY = '2026-11-02';
const ABSENT = '00000000-0000-4000-8000-000000000000';
const quick: Passwords = { hash: async () => 'quick', check: async () => false };

const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

async function staffed(t: Parameters<typeof testHouse>[0]) {
  const house = await testHouse(t);
  const registrar = await house.addPerson({ duties: ['registrar'], level: 'tuyet-mat' });
  return { house, parts: { ...house.parts, passwords: quick }, registrar };
}

const subjectOf = (house: TestHouse, personId: string) =>
  house.acts.read({ kind: 'console' }, ({ people }) => people.loadSubject(personId));

const duty = (personId: string, name: 'drafter' | 'administrator' | 'registrar') => ({
  personId,
  duty: name,
  decisionNo: '05/QĐ',
  fromOn: TODAY,
  untilOn: null,
});
const clearance = (personId: string, level: 'mat' | 'toi-mat' | 'tuyet-mat') => ({
  personId,
  level,
  decisionNo: '06/QĐ',
  fromOn: TODAY,
  untilOn: null,
});

async function newPerson(house: TestHouse) {
  const units = await house.acts.read({ kind: 'console' }, ({ people }) => people.listUnits());
  return {
    fullName: 'Lê Thị Mới',
    login: 'le.moi',
    positionTitle: 'Chuyên viên',
    unitId: units[0]?.id ?? '',
    legalPost: null,
    password: 'mật khẩu ban đầu',
  };
}

test('a registered person has an account whose password waits to be changed', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const done = await registerPerson(parts, as(registrar), await newPerson(house));
  assert.ok(done.ok, JSON.stringify(done));
  const credential = await house.acts.read({ kind: 'console' }, ({ people }) =>
    people.loadCredential(done.value.personId),
  );
  assert.equal(credential?.mustChange, true);
  assert.deepEqual((await subjectOf(house, done.value.personId))?.duties, []);
});

test('a login belongs to one person; what does not fit is refused by field', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const input = await newPerson(house);
  assert.ok((await registerPerson(parts, as(registrar), input)).ok);
  const again = await registerPerson(parts, as(registrar), { ...input, login: ' LE.MOI ' });
  assert.deepEqual(codes(again), ['login-taken']);
  const unfit = { ...input, login: '?', unitId: ABSENT, legalPost: 'king', password: 'ngắn' };
  const refused = await registerPerson(parts, as(registrar), unfit);
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.refusals.map(({ facts }) => facts?.field),
    ['login', 'unitId', 'legalPost', 'password'],
  );
});

test('nobody but the registrar manages people, whatever else they hold', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const input = await newPerson(house);
  for (const held of ['administrator', 'inspector', 'registry-clerk'] as const) {
    const actor = as(await house.addPerson({ duties: [held] }));
    const tries = [
      await registerPerson(parts, actor, input),
      await assignDuty(parts, actor, duty(registrar, 'drafter')),
      await clearPerson(parts, actor, clearance(registrar, 'mat')),
      await resetPassword(parts, actor, { personId: registrar, password: 'mật khẩu ban đầu' }),
      await changeStatus(parts, actor, { personId: registrar, status: 'moved' }),
    ];
    for (const tried of tries) assert.deepEqual(codes(tried), ['not-your-duty'], held);
  }
});

test('an administrator gets no other duty or clearance; nobody with one becomes one', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const administrator = await house.addPerson({ duties: ['administrator'] });
  const cleared = await house.addPerson({ level: 'mat' });
  const drafter = await house.addPerson({ duties: ['drafter'] });
  const actor = as(registrar);
  for (const tried of [
    await assignDuty(parts, actor, duty(administrator, 'drafter')),
    await clearPerson(parts, actor, clearance(administrator, 'mat')),
    await assignDuty(parts, actor, duty(cleared, 'administrator')),
    await assignDuty(parts, actor, duty(drafter, 'administrator')),
  ]) {
    assert.deepEqual(codes(tried), ['duties-incompatible']);
  }
  const free = await house.addPerson();
  assert.ok((await assignDuty(parts, actor, duty(free, 'administrator'))).ok);
});

test('an ended duty lets a person become administrator the day after', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const drafter = await house.addPerson({ duties: ['drafter'] });
  const view = await viewPerson(parts, as(registrar), drafter);
  assert.ok(view.ok);
  const assignmentId = view.value.record?.assignments[0]?.assignmentId ?? '';
  const end = (untilOn: string) =>
    endDuty(parts, as(registrar), { personId: drafter, assignmentId, untilOn });
  assert.deepEqual(codes(await end('2026-10-31')), ['invalid-input'], 'not in the past');
  assert.ok((await end('2026-11-01')).ok);
  assert.deepEqual(codes(await end('2026-11-01')), ['already-done']);
  assert.ok((await assignDuty(parts, as(registrar), duty(drafter, 'administrator'))).ok);
  assert.deepEqual((await subjectOf(house, drafter))?.duties, ['administrator']);
});

test('the last registrar stays until there is a second', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const view = await viewPerson(parts, as(registrar), registrar);
  assert.ok(view.ok);
  const assignmentId = view.value.record?.assignments[0]?.assignmentId ?? '';
  const end = () =>
    endDuty(parts, as(registrar), { personId: registrar, assignmentId, untilOn: TODAY });
  const leave = () => changeStatus(parts, as(registrar), { personId: registrar, status: 'moved' });
  assert.deepEqual(codes(await end()), ['last-registrar']);
  assert.deepEqual(codes(await leave()), ['last-registrar']);
  const second = await house.addPerson();
  assert.ok((await assignDuty(parts, as(registrar), duty(second, 'registrar'))).ok);
  assert.ok((await end()).ok);
});

test('the highest clearance in force counts, and a new decision replaces it', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const person = await house.addPerson({ level: 'mat' });
  const second = { id: house.randomness.id(), personId: person, decisionNo: '9', untilOn: null };
  const coming = { id: house.randomness.id(), personId: person, decisionNo: '10', untilOn: null };
  await house.acts.perform({ kind: 'console' }, { verb: 'people.clear' }, async () =>
    permit({
      rows: [
        put('clearance', { ...second, level: 'toi-mat', fromOn: calendarDate('2026-06-01') }),
        put('clearance', { ...coming, level: 'tuyet-mat', fromOn: calendarDate('2026-11-03') }),
      ],
      value: null,
    }),
  );
  assert.equal((await subjectOf(house, person))?.clearance?.level, 'toi-mat');
  house.clock.move(86_400_000);
  assert.equal((await subjectOf(house, person))?.clearance?.level, 'tuyet-mat');
  const lower = { ...clearance(person, 'mat'), fromOn: '2026-11-03' };
  const done = await clearPerson(parts, as(registrar), lower);
  assert.ok(done.ok, JSON.stringify(done));
  assert.equal((await subjectOf(house, person))?.clearance?.level, 'mat');
  const { clearanceId } = done.value;
  const end = { personId: person, clearanceId, untilOn: '2026-11-02' };
  assert.deepEqual(codes(await endClearance(parts, as(registrar), end)), []);
  assert.equal((await subjectOf(house, person))?.clearance, null);
});

test('papers are of the past and good for a time', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const personId = await house.addPerson({ ready: false });
  const actor = as(registrar);
  const future = { personId, signedOn: '2026-11-03', untilOn: '2027-01-01' };
  assert.deepEqual(codes(await recordCommitment(parts, actor, future)), ['date-in-future']);
  const signed = { personId, signedOn: TODAY, untilOn: '2027-11-02' };
  assert.ok((await recordCommitment(parts, actor, signed)).ok);
  const course = { personId, course: 'Luật', passedOn: TODAY, untilOn: '2026-11-01' };
  assert.deepEqual(codes(await recordTraining(parts, actor, course)), ['invalid-input']);
  assert.ok((await recordTraining(parts, actor, { ...course, untilOn: '2027-11-02' })).ok);
  const subject = await subjectOf(house, personId);
  assert.equal(subject?.commitmentUntil, '2027-11-02');
  assert.equal(subject?.trainingUntil, '2027-11-02');
});

test('a chair delegates to the deputy, who then may decide, until it is revoked', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const plan = { level: 'tuyet-mat' } as const;
  const chair = await house.addPerson({ ...plan, legalPost: 'city-committee-chair' });
  const deputy = await house.addPerson({ ...plan, legalPost: 'city-committee-deputy-chair' });
  const input = {
    personId: chair,
    to: deputy,
    power: 'determine',
    level: 'toi-mat',
    documentNo: '12/UQ',
    scope: 'Hồ sơ nhân sự',
    fromOn: TODAY,
    untilOn: '2026-12-31',
  } as const;
  const deciders = async (level: string) => {
    const options = await formOptions(parts, as(registrar));
    assert.ok(options.ok);
    const found = options.value.deciders.find((row) => row.level === level)?.people ?? [];
    return found.map(({ personId, by }) => [personId, by]);
  };
  assert.deepEqual(await deciders('toi-mat'), [[chair, 'post']]);
  assert.deepEqual(codes(await delegatePower(parts, as(deputy), input)), ['not-your-duty']);
  const own = await delegatePower(parts, as(chair), input);
  assert.ok(own.ok, JSON.stringify(own));
  assert.equal((await deciders('toi-mat')).length, 2);
  assert.deepEqual(await deciders('tuyet-mat'), [[chair, 'post']]);
  const passedOn = { ...input, personId: deputy, to: chair };
  assert.deepEqual(codes(await delegatePower(parts, as(registrar), passedOn)), [
    'no-authority',
    'delegation-not-lawful',
  ]);
  const revoke = { personId: chair, delegationId: own.value.delegationId };
  assert.deepEqual(codes(await revokeDelegation(parts, as(deputy), revoke)), ['not-your-duty']);
  assert.ok((await revokeDelegation(parts, as(registrar), revoke)).ok);
  assert.deepEqual(codes(await revokeDelegation(parts, as(chair), revoke)), ['already-done']);
  assert.deepEqual(await deciders('toi-mat'), [[chair, 'post']]);
});

async function givenCopy(house: TestHouse, holder: PersonId): Promise<{ copyId: string }> {
  const [documentId, copyId] = [house.randomness.id(), house.randomness.id()];
  const custody = { state: 'held', by: { kind: 'person', personId: holder }, since: TODAY };
  const copy = { id: copyId, documentId, number: 1, ofTotal: 1, kind: 'original', custody };
  const grant = {
    id: house.randomness.id(),
    documentId,
    personId: holder,
    kind: 'reader',
    fromAt: house.clock.now(),
    untilAt: '2027-06-01T00:00:00.000Z' as Instant,
    grantedBy: null,
    reason: 'x',
    revokedAt: null,
  };
  const protection = { state: 'not-secret', decidedBy: holder, decidedOn: TODAY, reason: 'x' };
  await house.acts.perform({ kind: 'console' }, { verb: 'registry.issue' }, async () =>
    permit({
      rows: [
        put('document', {
          id: documentId,
          origin: 'own',
          drafterId: null,
          deciderId: null,
          registered: true,
          createdAt: house.clock.now(),
          protection,
        }),
        put('copy', { ...copy, holderId: holder }),
        put('access_grant', grant),
      ],
      value: null,
    }),
  );
  return { copyId };
}

test('nobody leaves with a copy in hand; who leaves loses everything at once', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const person = await house.addPerson({ duties: ['drafter'], level: 'toi-mat' });
  const { copyId } = await givenCopy(house, person);
  const tokenHash = new Uint8Array(32);
  const now = house.clock.now();
  const session = {
    personId: person,
    seenAt: now,
    expiresAt: '2026-11-03T00:00:00.000Z' as Instant,
  };
  await parts.sessions.create(tokenHash, session);
  const leave = () => changeStatus(parts, as(registrar), { personId: person, status: 'retired' });
  assert.deepEqual(codes(await leave()), ['copies-still-held']);
  await house.acts.perform({ kind: 'console' }, { verb: 'transfer.return' }, async (world) => {
    const copy = await world.all.documents.loadCopy(copyId);
    assert.ok(copy);
    return permit({ rows: [put('copy', { ...copy, holderId: null })], value: null });
  });
  assert.deepEqual(codes(await leave()), []);
  assert.equal(await parts.sessions.find(tokenHash), null);
  const grants = await house.acts.read({ kind: 'console' }, ({ access }) =>
    access.listGrantsOf(person),
  );
  assert.ok(grants.every(({ revokedAt }) => revokedAt !== null));
  house.clock.move(86_400_000);
  const subject = await subjectOf(house, person);
  assert.deepEqual([subject?.status, subject?.duties, subject?.clearance], ['retired', [], null]);
  assert.deepEqual(codes(await leave()), ['state-forbids']);
  assert.deepEqual(codes(await assignDuty(parts, as(registrar), duty(person, 'drafter'))), [
    'state-forbids',
  ]);
});

test('more grants than one entry holds end all the same', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const person = await house.addPerson({ level: 'toi-mat' });
  for (let batch = 0; batch < 2; batch += 1) {
    const base = await givenCopy(house, registrar);
    await house.acts.perform({ kind: 'console' }, { verb: 'access.grant' }, async (world) => {
      const copy = await world.all.documents.loadCopy(base.copyId);
      const rows = Array.from({ length: 310 }, () =>
        put('access_grant', {
          id: house.randomness.id(),
          documentId: copy?.documentId ?? '',
          personId: person,
          kind: 'reader',
          fromAt: world.now,
          untilAt: '2027-06-01T00:00:00.000Z' as Instant,
          grantedBy: null,
          reason: 'x',
          revokedAt: null,
        }),
      );
      return permit({ rows, value: null });
    });
  }
  const done = await changeStatus(parts, as(registrar), { personId: person, status: 'moved' });
  assert.ok(done.ok);
  const grants = await house.acts.read({ kind: 'console' }, ({ access }) =>
    access.listGrantsOf(person),
  );
  assert.equal(grants.length, 620);
  assert.ok(grants.every(({ revokedAt }) => revokedAt !== null));
});

test('papers and login are for the registrar and oneself, not for colleagues', async (t) => {
  const { house, parts, registrar } = await staffed(t);
  const [one, other] = [await house.addPerson({ level: 'mat' }), await house.addPerson()];
  const standings = async (actor: PersonId) => {
    const list = await listPeople(parts, as(actor));
    assert.ok(list.ok);
    assert.equal(list.value.people.length, 3);
    const known = list.value.people.filter(({ standing }) => standing !== null);
    return known.map(({ personId }) => personId).sort();
  };
  assert.deepEqual(await standings(registrar), [registrar, one, other].sort());
  assert.deepEqual(await standings(one), [one]);
  const seen = await viewPerson(parts, as(other), one);
  assert.ok(seen.ok && seen.value.record === null && !seen.value.may.manage);
  const own = await viewPerson(parts, as(one), one);
  assert.equal(own.ok && own.value.record?.clearances[0]?.level, 'mat');
  assert.deepEqual(codes(await viewPerson(parts, as(one), ABSENT)), ['not-found']);
});

test('forms offer what is in force, and never myself as decider of my own', async (t) => {
  const { house, parts } = await staffed(t);
  const chair = await house.addPerson({ legalPost: 'city-committee-chair', level: 'tuyet-mat' });
  const unready = await house.addPerson({ legalPost: 'minister', ready: false });
  await house.addPerson({ legalPost: 'minister', duties: ['administrator'] });
  await house.addPerson({ legalPost: 'minister', status: 'retired' });
  const options = await formOptions(parts, as(chair));
  assert.ok(options.ok);
  const { deciders, guideItems, levels, duties } = options.value;
  for (const { people } of deciders) {
    assert.deepEqual(
      people.map(({ personId, ready }) => [personId, ready]),
      [[unready, false]],
    );
  }
  assert.equal(levels.length, 3);
  assert.ok(duties.every(({ vi, en }) => vi !== '' && en !== ''));
  assert.ok(guideItems.length > 10);
  const law = parts.law.guideItems;
  const offered = new Set(guideItems.map(({ ref }) => ref));
  for (const item of law.filter(({ validFrom }) => validFrom === null)) {
    assert.ok(!offered.has(item.ref), item.ref);
  }
});
