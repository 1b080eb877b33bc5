import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../core/common/id.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { type TestWorld, testWorld } from '../../testkit/world.ts';
import type { Actor } from '../ports/acts.ts';
import { determine, findNotSecret, returnToDrafter } from './decide.ts';
import { draft } from './draft.ts';
import { propose } from './propose.ts';
import { giveUp, revise } from './revise.ts';

const as = (personId: PersonId): Actor => ({ kind: 'person', personId });

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

const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

async function people(world: TestWorld) {
  const drafter = await world.addPerson({ duties: ['drafter'], level: 'toi-mat' });
  const decider = await world.addPerson({
    level: 'tuyet-mat',
    legalPost: 'city-committee-chair',
  });
  const parts = { acts: world.acts, law: vn2026 };
  return { drafter, decider, parts };
}

async function proposed(world: TestWorld) {
  const cast = await people(world);
  const begun = await draft(cast.parts, as(cast.drafter), PROPOSAL);
  assert.ok(begun.ok, JSON.stringify(begun));
  const { documentId } = begun.value;
  const put = await propose(cast.parts, as(cast.drafter), { documentId, to: cast.decider });
  assert.ok(put.ok, JSON.stringify(put));
  return { ...cast, documentId };
}

test('a proposal that a competent person determines is protected for its period', async (t) => {
  const world = await testWorld(t);
  const { parts, decider, documentId } = await proposed(world);
  const done = await determine(parts, as(decider), documentId);
  assert.ok(done.ok, JSON.stringify(done));
  const file = await world.acts.read(as(decider), ({ documents }) =>
    documents.loadDocument(documentId),
  );
  assert.equal(file?.protection.state, 'determined');
  assert.ok(file?.protection.state === 'determined');
  assert.equal(file.protection.protectedUntil, '2036-11-02');
});

test('nobody decides what they proposed, and nobody else learns of it', async (t) => {
  const world = await testWorld(t);
  const { parts, drafter, documentId } = await proposed(world);
  const stranger = await world.addPerson({ level: 'tuyet-mat', legalPost: 'city-committee-chair' });
  assert.ok(codes(await determine(parts, as(drafter), documentId)).includes('proposer-decides'));
  assert.deepEqual(codes(await determine(parts, as(stranger), documentId)), ['not-found']);
  const absent = '00000000-0000-4000-8000-000000000000';
  assert.deepEqual(codes(await determine(parts, as(stranger), absent)), ['not-found']);
});

test('nothing is proposed without a guide item', async (t) => {
  const world = await testWorld(t);
  const { parts, drafter, decider } = await people(world);
  const begun = await draft(parts, as(drafter), { ...PROPOSAL, guideItem: null });
  assert.ok(begun.ok);
  const put = await propose(parts, as(drafter), { ...begun.value, to: decider });
  assert.deepEqual(codes(put), ['guide-item-missing']);
});

test('a proposal cannot be put to somebody without the power', async (t) => {
  const world = await testWorld(t);
  const { parts, drafter } = await people(world);
  const clerk = await world.addPerson({ duties: ['registry-clerk'], level: 'mat' });
  const begun = await draft(parts, as(drafter), PROPOSAL);
  assert.ok(begun.ok);
  const put = await propose(parts, as(drafter), { ...begun.value, to: clerk });
  assert.deepEqual(codes(put), ['no-authority']);
});

test('a Tuyệt mật summary is refused and reaches neither table nor ledger', async (t) => {
  const world = await testWorld(t);
  const { parts, drafter } = await people(world);
  const summary = 'canary-7361';
  const begun = await draft(parts, as(drafter), { ...PROPOSAL, level: 'tuyet-mat', summary });
  assert.ok(codes(begun).includes('summary-forbidden'));
  const { rows } = await world.database.admin.query(
    `SELECT (SELECT count(*) FROM document WHERE protection::text LIKE '%canary%')
      + (SELECT count(*) FROM ledger_entry WHERE convert_from(body, 'UTF8') LIKE '%canary%') AS n`,
  );
  assert.equal(rows[0].n, 0);
});

test('a returned draft can be revised, proposed again or given up', async (t) => {
  const world = await testWorld(t);
  const { parts, drafter, decider, documentId } = await proposed(world);
  const back = await returnToDrafter(parts, as(decider), { documentId, reason: 'Thiếu căn cứ' });
  assert.ok(back.ok);
  const again = await revise(parts, as(drafter), { documentId, proposal: PROPOSAL });
  assert.ok(again.ok, JSON.stringify(again));
  assert.ok((await giveUp(parts, as(drafter), { documentId, reason: 'Không cần nữa' })).ok);
});

test('a finding that it is no secret needs a reason', async (t) => {
  const world = await testWorld(t);
  const { parts, decider, documentId } = await proposed(world);
  const bare = await findNotSecret(parts, as(decider), { documentId, reason: ' ' });
  assert.deepEqual(codes(bare), ['reason-missing']);
  assert.ok((await findNotSecret(parts, as(decider), { documentId, reason: 'Đã công khai' })).ok);
});
