import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../core/common/id.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { as, type TestHouse, testHouse } from '../../testkit/house.ts';
import { draft } from '../determination/draft.ts';
import { propose } from '../determination/propose.ts';
import { attach } from '../vault/attach.ts';
import { grant, revoke } from './grant.ts';
import { listDocuments } from './list-documents.ts';
import { readPage } from './read-page.ts';
import { viewDocument } from './view-document.ts';

const PROPOSAL = {
  documentType: 'to-trinh',
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
const FILE = utf8('Nội dung dự thảo phương án nhân sự dự kiến trình ngày mười lăm.');
const ABSENT = '00000000-0000-4000-8000-000000000000';
const DAY_MS = 86_400_000;

const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

async function withProposal(house: TestHouse) {
  const drafter = await house.addPerson({ duties: ['drafter'], level: 'toi-mat' });
  const decider = await house.addPerson({
    level: 'tuyet-mat',
    legalPost: 'city-committee-chair',
  });
  const begun = await draft(house.parts, as(drafter), PROPOSAL);
  assert.ok(begun.ok);
  const { documentId } = begun.value;
  const attached = await attach(house.parts, as(drafter), { documentId, file: FILE });
  assert.ok(attached.ok, JSON.stringify(attached));
  assert.ok((await propose(house.parts, as(drafter), { documentId, to: decider })).ok);
  return { drafter, decider, documentId };
}

async function entriesOf(house: TestHouse, documentId: string) {
  return house.acts.read({ kind: 'clock' }, ({ ledger }) => ledger.listEntriesOf(documentId));
}

test('a page is read as a picture, and the reading is in the ledger', async (t) => {
  const house = await testHouse(t);
  const { decider, documentId } = await withProposal(house);
  const page = await readPage(house.parts, as(decider), { documentId, page: 1 });
  assert.ok(page.ok, JSON.stringify(page));
  assert.deepEqual([...page.value.bytes.slice(1, 4)], [...utf8('PNG')]);
  const last = (await entriesOf(house, documentId)).at(-1);
  assert.equal(last?.entry.verb, 'access.read');
  assert.equal(last?.entry.actor, decider);
});

test('who may not see a document gets the answer for one that does not exist', async (t) => {
  const house = await testHouse(t);
  const { documentId } = await withProposal(house);
  const stranger = await house.addPerson({ duties: ['drafter'], level: 'tuyet-mat' });
  for (const id of [documentId, ABSENT]) {
    assert.deepEqual(await viewDocument(house.parts, as(stranger), id), {
      ok: false,
      refusals: [{ code: 'not-found' }],
    });
    const looked = (await entriesOf(house, id)).at(-1);
    assert.deepEqual([looked?.entry.verb, looked?.entry.actor], ['access.look', stranger]);
    assert.deepEqual(looked?.entry.refused, ['not-found']);
    const read = await readPage(house.parts, as(stranger), { documentId: id, page: 1 });
    assert.deepEqual(codes(read), ['not-found']);
  }
  const list = await listDocuments(house.parts, as(stranger), { limit: 50 });
  assert.deepEqual(list, { ok: true, value: { documents: [], next: null } });
});

test('a grant lets a ready person read until its last day, and no longer', async (t) => {
  const house = await testHouse(t);
  const { decider, documentId } = await withProposal(house);
  const reader = await house.addPerson({ level: 'mat' });
  const given = await grant(house.parts, as(decider), {
    documentId,
    personId: reader,
    untilOn: '2026-11-05',
    reason: 'Chuẩn bị phiên họp',
  });
  assert.ok(given.ok, JSON.stringify(given));
  const read = () => readPage(house.parts, as(reader), { documentId, page: 1 });
  assert.ok((await read()).ok);
  house.clock.move(3 * DAY_MS);
  assert.ok((await read()).ok);
  house.clock.move(DAY_MS);
  assert.deepEqual(codes(await read()), ['not-found']);
});

test('nobody unready is let in, and every reason is named', async (t) => {
  const house = await testHouse(t);
  const { decider, documentId } = await withProposal(house);
  const unready = await house.addPerson({ level: null, ready: false });
  const input = { documentId, untilOn: '2026-11-05', reason: 'Cần biết' };
  const toUnready = await grant(house.parts, as(decider), { ...input, personId: unready });
  assert.deepEqual(codes(toUnready), [
    'clearance-too-low',
    'commitment-missing',
    'training-missing',
  ]);
  const administrator = await house.addPerson({ duties: ['administrator'], level: 'tuyet-mat' });
  const toAdministrator = await grant(house.parts, as(decider), {
    ...input,
    personId: administrator,
  });
  assert.deepEqual(codes(toAdministrator), ['administrator-reads-nothing']);
});

test('a revoked grant ends at once', async (t) => {
  const house = await testHouse(t);
  const { decider, documentId } = await withProposal(house);
  const reader: PersonId = await house.addPerson({ level: 'mat' });
  const given = await grant(house.parts, as(decider), {
    documentId,
    personId: reader,
    untilOn: '2026-11-05',
    reason: 'Cần biết',
  });
  assert.ok(given.ok);
  const { grantId } = given.value;
  assert.ok((await revoke(house.parts, as(decider), { documentId, grantId })).ok);
  const view = await viewDocument(house.parts, as(reader), documentId);
  assert.deepEqual(codes(view), ['not-found']);
  const again = await revoke(house.parts, as(decider), { documentId, grantId });
  assert.deepEqual(codes(again), ['already-done']);
});

test('the page tells what is open to the person and every reason for what is not', async (t) => {
  const house = await testHouse(t);
  const { drafter, decider, documentId } = await withProposal(house);
  const own = await viewDocument(house.parts, as(drafter), documentId);
  assert.ok(own.ok);
  assert.ok(own.value.may.decide.some(({ code }) => code === 'proposer-decides'));
  const deciding = await viewDocument(house.parts, as(decider), documentId);
  assert.ok(deciding.ok);
  assert.deepEqual(deciding.value.may.decide, []);
  assert.deepEqual(
    deciding.value.timeline.map(({ verb }) => verb),
    ['determination.draft', 'vault.attach', 'determination.propose'],
  );
});

test('with the vault sealed nothing is read, attached or compared', async (t) => {
  const house = await testHouse(t);
  const { decider, documentId } = await withProposal(house);
  house.parts.seal.seal();
  await assert.rejects(readPage(house.parts, as(decider), { documentId, page: 1 }), {
    name: 'VaultSealed',
  });
  await assert.rejects(house.parts.compareIndex.find('x'), { name: 'VaultSealed' });
});
