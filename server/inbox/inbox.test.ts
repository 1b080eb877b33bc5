import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxKind } from '../../contract/inbox.ts';
import {
  addDays,
  addMs,
  type CalendarDate,
  calendarDate,
  startOfDayInHanoi,
} from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { PersonId } from '../../core/common/id.ts';
import { permit } from '../../core/common/refusal.ts';
import { as, type TestHouse, testHouse } from '../../testkit/house.ts';
import { determine, returnToDrafter } from '../determination/decide.ts';
import { draft } from '../determination/draft.ts';
import { propose } from '../determination/propose.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { allowAppeal, appeal, object } from '../publication/decide.ts';
import { planRelease } from '../publication/plan-release.ts';
import { submit } from '../publication/submit.ts';
import { listInbox } from './list-inbox.ts';

const PROPOSAL = {
  documentType: 'report',
  level: 'mat',
  summary: 'Phương án nhân sự của ủy ban bầu cử',
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Thành viên ủy ban',
  recipients: ['Chủ tịch ủy ban'],
  copies: 3,
  copyingAllowed: false,
  shorterPeriod: null,
};
const DAY_MS = 86_400_000;

async function inboxOf(house: TestHouse, personId: PersonId) {
  const inbox = await listInbox(house.parts, as(personId));
  assert.ok(inbox.ok, JSON.stringify(inbox));
  return inbox.value;
}

async function kindsOf(house: TestHouse, personId: PersonId): Promise<InboxKind[]> {
  return (await inboxOf(house, personId)).items.map(({ kind }) => kind);
}

const write = (house: TestHouse, ...rows: readonly RowChange[]) =>
  house.acts.perform({ kind: 'console' }, { verb: 'people.register' }, async () =>
    permit({ rows, value: null }),
  );

async function cast(house: TestHouse) {
  const drafter = await house.addPerson({ duties: ['drafter'], level: 'toi-mat' });
  const decider = await house.addPerson({
    level: 'tuyet-mat',
    legalPost: 'city-committee-chair',
  });
  const clerk = await house.addPerson({ duties: ['registry-clerk'], level: 'mat' });
  const begun = await draft(house.parts, as(drafter), PROPOSAL);
  assert.ok(begun.ok);
  return { drafter, decider, clerk, documentId: begun.value.documentId };
}

test('a document waits for one person after the other', async (t) => {
  const house = await testHouse(t);
  const { drafter, decider, clerk, documentId } = await cast(house);
  const all = async () => [
    await kindsOf(house, drafter),
    await kindsOf(house, decider),
    await kindsOf(house, clerk),
  ];
  assert.deepEqual(await all(), [['draft-in-work'], [], []]);
  assert.ok((await propose(house.parts, as(drafter), { documentId, to: decider })).ok);
  assert.deepEqual(await all(), [[], ['decide-proposal'], []]);
  const reason = 'Thiếu căn cứ';
  assert.ok((await returnToDrafter(house.parts, as(decider), { documentId, reason })).ok);
  assert.deepEqual(await all(), [['draft-returned'], [], []]);
  const [returned] = (await inboxOf(house, drafter)).items;
  assert.equal(returned?.facts.returnedOn, '2026-11-02');
});

test('a number is due on the next working day after the decision', async (t) => {
  const house = await testHouse(t);
  house.clock.set(startOfDayInHanoi(calendarDate('2026-11-06')));
  const { drafter, decider, clerk, documentId } = await cast(house);
  await propose(house.parts, as(drafter), { documentId, to: decider });
  assert.ok((await determine(house.parts, as(decider), documentId)).ok);
  const [item] = (await inboxOf(house, clerk)).items;
  assert.equal(item?.kind, 'number-needed');
  assert.deepEqual([item?.dueOn, item?.overdue], ['2026-11-09', false], 'Friday to Monday');
  house.clock.set(startOfDayInHanoi(calendarDate('2026-11-10')));
  assert.equal((await inboxOf(house, clerk)).items[0]?.overdue, true);
  assert.deepEqual(await kindsOf(house, decider), [], 'numbers are not the decider’s');
});

test('what a person may not see never waits for them', async (t) => {
  const house = await testHouse(t);
  const { drafter, decider, documentId } = await cast(house);
  await propose(house.parts, as(drafter), { documentId, to: decider });
  assert.ok((await determine(house.parts, as(decider), documentId)).ok);
  const uncleared = await house.addPerson({ duties: ['registry-clerk', 'registrar'] });
  const administrator = await house.addPerson({
    duties: ['administrator'],
    legalPost: 'city-committee-chair',
  });
  const stranger = await house.addPerson({ duties: ['drafter'], level: 'tuyet-mat' });
  for (const who of [uncleared, administrator, stranger]) {
    assert.deepEqual(await kindsOf(house, who), []);
  }
});

async function endingDocument(house: TestHouse, deciderId: PersonId, until: CalendarDate) {
  const documentId = house.randomness.id();
  const protection = {
    ...PROPOSAL,
    state: 'determined',
    decidedBy: deciderId,
    authority: { by: 'post', post: 'city-committee-chair' },
    decidedOn: '2016-12-01',
    protectedUntil: until,
    issue: null,
  } as unknown as Json;
  const document = put('document', {
    id: documentId,
    origin: 'own',
    drafterId: null,
    deciderId,
    registered: true,
    createdAt: house.clock.now(),
    protection,
  });
  return { documentId, document };
}

test('the end of protection is told in time to registrar and decider alone', async (t) => {
  const house = await testHouse(t);
  const { decider, clerk, drafter } = await cast(house);
  const registrar = await house.addPerson({ duties: ['registrar'], level: 'tuyet-mat' });
  const today = calendarDate('2026-11-02');
  const ends = [addDays(today, 91), addDays(today, 90), addDays(today, 59), addDays(today, -1)];
  for (const until of ends) {
    const { documentId, document } = await endingDocument(house, decider, until);
    const grant = put('access_grant', {
      id: house.randomness.id(),
      documentId,
      personId: decider,
      kind: 'decider',
      fromAt: house.clock.now(),
      untilAt: addMs(house.clock.now(), 365 * DAY_MS),
      grantedBy: null,
      reason: 'proposed',
      revokedAt: null,
    });
    await write(house, document, grant);
  }
  for (const who of [decider, registrar]) {
    const { items } = await inboxOf(house, who);
    const ending = items.filter(({ kind }) => kind === 'protection-ends');
    assert.deepEqual(
      ending.map(({ dueOn, overdue, facts }) => [dueOn, overdue, facts.protectedUntil]),
      [
        ['2026-11-01', true, '2026-12-31'],
        ['2026-12-02', false, '2027-01-31'],
      ],
    );
  }
  assert.ok(!(await kindsOf(house, clerk)).includes('protection-ends'));
  assert.ok(!(await kindsOf(house, drafter)).includes('protection-ends'));
});

test('copies in hand and grants that end soon are told to the holder', async (t) => {
  const house = await testHouse(t);
  const { drafter, clerk, documentId } = await cast(house);
  const copyId = house.randomness.id();
  const custody = {
    state: 'held',
    by: { kind: 'person', personId: drafter },
    since: '2026-11-02',
  };
  const copy = { id: copyId, documentId, number: 2, ofTotal: 3, kind: 'original', custody };
  await write(house, put('copy', { ...copy, holderId: drafter }));
  const held = (await inboxOf(house, drafter)).items.find(({ kind }) => kind === 'copy-held');
  assert.equal(held?.copyId, copyId);
  assert.deepEqual(held?.facts, { number: 2, of: 3, since: '2026-11-02' });
  assert.equal(held?.line?.documentId, documentId);
  assert.deepEqual(await kindsOf(house, clerk), []);
  // The drafter's own grant lasts 180 days.
  house.clock.move(172 * DAY_MS);
  assert.ok(!(await kindsOf(house, drafter)).includes('grant-ends'));
  house.clock.move(2 * DAY_MS);
  assert.ok((await kindsOf(house, drafter)).includes('grant-ends'));
});

test('papers that end within 30 days are told to whoever reads secrets', async (t) => {
  const house = await testHouse(t);
  const reader = await house.addPerson({ level: 'mat' });
  const unready = await house.addPerson({ level: 'mat', ready: false });
  const nobody = await house.addPerson();
  assert.deepEqual(await kindsOf(house, reader), []);
  assert.deepEqual(await kindsOf(house, unready), ['commitment-ends', 'training-ends']);
  house.clock.set(startOfDayInHanoi(calendarDate('2027-12-01')));
  assert.deepEqual(await kindsOf(house, reader), [
    'commitment-ends',
    'training-ends',
    'clearance-ends',
  ]);
  assert.deepEqual(await kindsOf(house, nobody), []);
});

test('a sealed vault waits for its custodians', async (t) => {
  const house = await testHouse(t);
  const custodian = await house.addPerson({ duties: ['key-custodian'] });
  assert.deepEqual(await kindsOf(house, custodian), []);
  house.parts.seal.seal();
  const [item] = (await inboxOf(house, custodian)).items;
  assert.deepEqual([item?.kind, item?.facts], ['vault-sealed', { given: 0, threshold: 1 }]);
  assert.deepEqual(await kindsOf(house, await house.addPerson({ duties: ['registrar'] })), []);
});

test('matches and incidents wait for those whose duty they are, naming no document', async (t) => {
  const house = await testHouse(t);
  const { documentId } = await cast(house);
  const [articleId, matchId, incidentId] = [1, 2, 3].map(() => house.randomness.id());
  assert.ok(articleId && matchId && incidentId);
  const officer = await house.addPerson({ duties: ['watch-officer'], level: 'mat' });
  const now = house.clock.now();
  await write(
    house,
    put('article', {
      id: articleId,
      source: 'bao.example',
      url: null,
      title: 'Bài',
      publishedAt: null,
      capturedAt: now,
      sha256: 'a'.repeat(64),
      mediaType: 'text/html',
      matched: true,
      rawObjectId: null,
      textObjectId: null,
    }),
    put('match', {
      id: matchId,
      articleId,
      documentId,
      score: 812,
      spans: [],
      verdict: { state: 'open' },
      foundAt: now,
    }),
    put('incident', {
      id: incidentId,
      kind: 'exposure',
      documentId,
      matchId,
      openedAt: now,
      openedBy: officer,
      progress: [],
      state: 'open',
    }),
  );
  const { items } = await inboxOf(house, officer);
  assert.deepEqual(
    items.map(({ kind, matchId: match, incidentId: incident }) => [kind, match ?? incident]),
    [
      ['match-open', matchId],
      ['incident-open', incidentId],
    ],
  );
  assert.ok(!JSON.stringify(items).includes(documentId));
  const clerk = await house.addPerson({ duties: ['registry-clerk'], level: 'tuyet-mat' });
  assert.deepEqual(await kindsOf(house, clerk), []);
});

test('of each kind a hundred are shown, and that there are more', async (t) => {
  const house = await testHouse(t);
  const drafter = await house.addPerson({ duties: ['drafter'], level: 'mat' });
  for (let count = 0; count < 101; count += 1) {
    assert.ok((await draft(house.parts, as(drafter), PROPOSAL)).ok);
  }
  const { items, more } = await inboxOf(house, drafter);
  assert.equal(items.length, 100);
  assert.deepEqual(more, ['draft-in-work']);
});

test('a text waits for its deciders, then for who asked; a release for its releaser', async (t) => {
  const house = await testHouse(t);
  const press = await house.addPerson({ duties: ['press-officer'] });
  const registrar = await house.addPerson({ duties: ['registrar'] });
  const head = await house.addPerson({ duties: ['head'] });
  const words = { text: 'Thành phố cảm ơn toàn thể cử tri.' };
  const asking = { medium: 'reply', title: 'Trả lời', words } as const;
  const asked = await submit(house.parts, as(press), asking);
  assert.ok(asked.ok);
  const { requestId } = asked.value;
  const all = async () => [
    await kindsOf(house, press),
    await kindsOf(house, registrar),
    await kindsOf(house, head),
  ];
  assert.deepEqual(await all(), [[], ['decide-publication'], ['decide-publication']]);
  assert.ok((await object(house.parts, as(registrar), { requestId, reason: 'Chưa' })).ok);
  assert.deepEqual(await all(), [['publication-objected'], [], []]);
  await house.database.admin.query(
    `WITH made AS (
       INSERT INTO publication_request
         (id, submitter_id, medium, title, created_at, progress, entry_index, row_salt)
       SELECT gen_random_uuid(), submitter_id, medium, title, created_at + interval '1 day',
         jsonb_build_object('state', 'cleared', 'decidedBy', $1::text), entry_index, row_salt
       FROM publication_request, generate_series(1, 150) RETURNING id)
     INSERT INTO publication_record
     SELECT gen_random_uuid(), made.id, t.id, 'Cổng', NULL, now(), 'same', 0, 0, t.added_by, now(),
       t.entry_index, t.row_salt FROM made, publication_text t`,
    [head],
  );
  const behind = 'behind a hundred that were published long ago';
  assert.deepEqual(await all(), [['publication-objected'], [], []], behind);
  assert.ok((await appeal(house.parts, as(press), { requestId, reason: 'Nên' })).ok);
  assert.deepEqual(await all(), [[], [], ['review-publication']]);
  assert.ok((await allowAppeal(house.parts, as(head), { requestId, note: '' })).ok);
  assert.deepEqual(await all(), [['record-publication'], [], []]);
  const releaseAt = addMs(house.clock.now(), 3 * DAY_MS);
  const plan = { title: 'Kết quả', releaseAt, releaserId: head, basis: '', documentId: null };
  assert.ok((await planRelease(house.parts, as(press), plan)).ok);
  assert.deepEqual(await kindsOf(house, head), []);
  house.clock.move(DAY_MS);
  assert.deepEqual(await kindsOf(house, head), ['release-due']);
});
