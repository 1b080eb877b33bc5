import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBookPrinter } from '../../adapters/pdf/typst-book.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { as } from '../../testkit/house.ts';
import { type TestWorld, testWorld } from '../../testkit/world.ts';
import { determine } from '../determination/decide.ts';
import { draft } from '../determination/draft.ts';
import { propose } from '../determination/propose.ts';
import { put } from '../ports/rows.ts';
import { handOver, send } from '../transfer/hand-over.ts';
import { takeBack } from '../transfer/take-back.ts';
import { issue } from './issue.ts';
import { listLines } from './list-lines.ts';
import { printBook } from './print-book.ts';
import { receive } from './receive.ts';
import { voidNumber } from './void-number.ts';

const PROPOSAL = {
  documentType: 'submission',
  level: 'mat',
  summary: 'Phương án nhân sự của ủy ban bầu cử',
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Thành viên ủy ban',
  recipients: ['Chủ tịch ủy ban'],
  copies: 2,
  copyingAllowed: false,
  shorterPeriod: null,
};

const ARRIVAL = {
  level: 'mat',
  issuingBody: 'Ủy ban bầu cử quận Sông Hoa',
  receivedOn: '2026-11-02',
  envelope: { addressee: null, seal: 'intact', urgent: false },
  content: {
    documentType: 'report',
    symbol: '07/BC-UBBC',
    datedOn: '2026-10-30',
    summary: 'Tình hình nhân sự',
    copyingAllowed: false,
  },
  receiver: 'Văn phòng',
  copies: 1,
  note: '',
} as const;

const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

async function cast(world: TestWorld) {
  const drafter = await world.addPerson({ duties: ['drafter'], level: 'toi-mat' });
  const decider = await world.addPerson({
    level: 'tuyet-mat',
    legalPost: 'city-committee-chair',
  });
  const clerk = await world.addPerson({ duties: ['registry-clerk'], level: 'toi-mat' });
  return { drafter, decider, clerk, parts: { acts: world.acts, clock: world.clock, law: vn2026 } };
}
type Cast = Awaited<ReturnType<typeof cast>>;

async function determined({ parts, drafter, decider }: Cast): Promise<string> {
  const begun = await draft(parts, as(drafter), PROPOSAL);
  assert.ok(begun.ok, JSON.stringify(begun));
  const { documentId } = begun.value;
  assert.ok((await propose(parts, as(drafter), { documentId, to: decider })).ok);
  assert.ok((await determine(parts, as(decider), documentId)).ok);
  return documentId;
}

const issueInput = (documentId: string, signedBy: PersonId) => ({
  documentId,
  symbol: 'TTr-UBBC',
  signedBy,
  keeper: 'Văn thư',
  note: '',
});

test('issuing gives the next number, a line in the book and numbered copies', async (t) => {
  const world = await testWorld(t);
  const people = await cast(world);
  const { parts, decider, clerk } = people;
  for (const expected of [1, 2]) {
    const documentId = await determined(people);
    const done = await issue(parts, as(clerk), issueInput(documentId, decider));
    assert.ok(done.ok, JSON.stringify(done));
    assert.equal(done.value.number, expected);
    assert.equal(done.value.numberAndSymbol, `0${expected}/TTr-UBBC`);
    const copies = await world.acts.read(as(clerk), ({ documents }) =>
      documents.loadCopies(documentId),
    );
    assert.deepEqual(
      copies.map(({ number, ofTotal }) => `${number}/${ofTotal}`),
      ['1/2', '2/2'],
    );
  }
});

test('only a clerk issues, only what is determined, and only once', async (t) => {
  const world = await testWorld(t);
  const people = await cast(world);
  const { parts, decider, drafter, clerk } = people;
  const documentId = await determined(people);
  const input = issueInput(documentId, decider);
  assert.deepEqual(codes(await issue(parts, as(drafter), input)), ['not-your-duty']);
  assert.ok((await issue(parts, as(clerk), input)).ok);
  assert.deepEqual(codes(await issue(parts, as(clerk), input)), ['already-done']);
  const begun = await draft(parts, as(drafter), PROPOSAL);
  assert.ok(begun.ok);
  const early = issueInput(begun.value.documentId, decider);
  assert.deepEqual(codes(await issue(parts, as(clerk), early)), ['not-found']);
});

test('a voided number stays in the book with its reason and is not given again', async (t) => {
  const world = await testWorld(t);
  const people = await cast(world);
  const { parts, decider, clerk } = people;
  const documentId = await determined(people);
  const first = await issue(parts, as(clerk), issueInput(documentId, decider));
  assert.ok(first.ok);
  const { lineId } = first.value;
  const silent = await voidNumber(parts, as(clerk), { lineId, reason: ' ' });
  assert.deepEqual(codes(silent), ['reason-missing']);
  assert.ok((await voidNumber(parts, as(clerk), { lineId, reason: 'Ghi nhầm ký hiệu' })).ok);
  const again = await voidNumber(parts, as(clerk), { lineId, reason: 'Lần nữa' });
  assert.deepEqual(codes(again), ['state-forbids']);
  const second = await issue(parts, as(clerk), issueInput(documentId, decider));
  assert.ok(second.ok, JSON.stringify(second));
  assert.equal(second.value.number, 2);
  const page = await listLines(parts, as(clerk), { register: 'out', year: 2026, limit: 50 });
  assert.ok(page.ok);
  assert.deepEqual(
    page.value.lines.map(({ number, voided }) => [number, voided?.reason ?? null]),
    [
      [2, null],
      [1, 'Ghi nhầm ký hiệu'],
    ],
  );
});

test('an arriving document gets the next incoming number and its period', async (t) => {
  const world = await testWorld(t);
  const { parts, clerk } = await cast(world);
  const done = await receive(parts, as(clerk), ARRIVAL);
  assert.ok(done.ok, JSON.stringify(done));
  assert.equal(done.value.number, 1);
  const file = await world.acts.read(as(clerk), ({ documents }) =>
    documents.loadDocument(done.value.documentId),
  );
  assert.ok(file?.protection.state === 'received');
  assert.equal(file.protection.protectedUntil, '2036-10-30');
});

test('a named envelope is registered by its outside alone', async (t) => {
  const world = await testWorld(t);
  const { parts, clerk } = await cast(world);
  const envelope = { ...ARRIVAL.envelope, addressee: 'Chủ tịch ủy ban' };
  const opened = await receive(parts, as(clerk), { ...ARRIVAL, envelope });
  assert.deepEqual(codes(opened), ['envelope-not-yours']);
  const closed = await receive(parts, as(clerk), { ...ARRIVAL, envelope, content: null });
  assert.ok(closed.ok, JSON.stringify(closed));
});

test('a Tuyệt mật line has no summary, and only a clerk cleared for it enters it', async (t) => {
  const world = await testWorld(t);
  const { parts, clerk } = await cast(world);
  const top = await world.addPerson({ duties: ['registry-clerk'], level: 'tuyet-mat' });
  const arrival = { ...ARRIVAL, level: 'tuyet-mat' as const };
  assert.ok(codes(await receive(parts, as(clerk), arrival)).includes('clearance-too-low'));
  assert.deepEqual(codes(await receive(parts, as(top), arrival)), ['summary-forbidden']);
  const content = { ...ARRIVAL.content, summary: null };
  const done = await receive(parts, as(top), { ...arrival, content });
  assert.ok(done.ok, JSON.stringify(done));
  const lines = await listLines(parts, as(clerk), { register: 'in', year: 2026, limit: 50 });
  assert.ok(lines.ok);
  assert.deepEqual(lines.value.lines, []);
});

test('a copy goes to a cleared person, who then holds it and may read', async (t) => {
  const world = await testWorld(t);
  const people = await cast(world);
  const { parts, decider, clerk } = people;
  const documentId = await determined(people);
  assert.ok((await issue(parts, as(clerk), issueInput(documentId, decider))).ok);
  const [one, two] = await world.acts.read(as(clerk), ({ documents }) =>
    documents.loadCopies(documentId),
  );
  assert.ok(one && two);
  const holder = await world.addPerson({ level: 'mat' });
  const unready = await world.addPerson({ level: 'mat', ready: false });
  const toUnready = await handOver(parts, as(clerk), { documentId, copyId: one.id, to: unready });
  assert.deepEqual(codes(toUnready), ['commitment-missing', 'training-missing']);
  assert.ok((await handOver(parts, as(clerk), { documentId, copyId: one.id, to: holder })).ok);
  const twice = await handOver(parts, as(clerk), { documentId, copyId: one.id, to: decider });
  assert.deepEqual(codes(twice), ['copy-not-held']);
  const sent = { documentId, copyId: two.id, recipient: 'Ủy ban bầu cử quận Sông Hoa' };
  assert.ok((await send(parts, as(clerk), sent)).ok);
  const held = await world.acts.read(as(holder), ({ documents }) =>
    documents.listCopiesHeldBy(holder),
  );
  assert.deepEqual(
    held.map(({ id }) => id),
    [one.id],
  );
});

test('a copy that comes back ends the need-to-know of holding it', async (t) => {
  const world = await testWorld(t);
  const people = await cast(world);
  const { parts, decider, clerk } = people;
  const documentId = await determined(people);
  assert.ok((await issue(parts, as(clerk), issueInput(documentId, decider))).ok);
  const [copy] = await world.acts.read(as(clerk), ({ documents }) =>
    documents.loadCopies(documentId),
  );
  assert.ok(copy);
  const holder = await world.addPerson({ level: 'mat' });
  const one = { documentId, copyId: copy.id };
  assert.ok((await handOver(parts, as(clerk), { ...one, to: holder })).ok);
  assert.deepEqual(codes(await takeBack(parts, as(holder), one)), ['not-your-duty']);
  assert.ok((await takeBack(parts, as(clerk), one)).ok);
  assert.deepEqual(codes(await takeBack(parts, as(clerk), one)), ['already-done']);
  const seen = await world.acts.read(as(holder), ({ documents }) =>
    documents.loadDocument(documentId),
  );
  assert.equal(seen, null);
  assert.ok((await handOver(parts, as(clerk), { ...one, to: decider })).ok);
});

test('a book is printed whole or not at all', async (t) => {
  const world = await testWorld(t);
  const { parts, clerk } = await cast(world);
  const printing = { ...parts, bookPrinter: createBookPrinter() };
  const top = await world.addPerson({ duties: ['registry-clerk'], level: 'tuyet-mat' });
  const inspector = await world.addPerson({ duties: ['inspector'], level: 'tuyet-mat' });
  await world.acts.perform({ kind: 'console' }, { verb: 'admin.set-up' }, async (all) =>
    permit({
      rows: [
        put('agency', {
          id: all.newId(),
          name: 'Ủy ban bầu cử thành phố Sông Hoa',
          superiorName: 'Ủy ban nhân dân thành phố Sông Hoa',
          place: 'Sông Hoa',
          symbol: 'UBBC',
          demo: false,
        }),
      ],
      value: null,
    }),
  );
  assert.ok((await receive(parts, as(clerk), ARRIVAL)).ok);
  const book = { register: 'in', year: 2026 } as const;
  assert.ok((await printBook(printing, as(clerk), book)).ok);
  const secret = { ...ARRIVAL, level: 'tuyet-mat' as const };
  const arrival = { ...secret, content: { ...ARRIVAL.content, summary: null } };
  assert.ok((await receive(parts, as(top), arrival)).ok);
  assert.ok((await printBook(printing, as(top), book)).ok);
  assert.deepEqual(codes(await printBook(printing, as(clerk), book)), ['clearance-too-low']);
  assert.deepEqual(codes(await printBook(printing, as(inspector), book)), ['clearance-too-low']);
});

test('among many at once a faulty act fails alone, and numbers run on without gap', async (t) => {
  const world = await testWorld(t);
  const { clerk } = await cast(world);
  const parts = { acts: world.acts, law: vn2026 };
  const fault = () =>
    world.acts.perform(as(clerk), { verb: 'people.register' }, async ({ mine }) => {
      await mine.registry.nextNumber('in', 2026);
      return permit({
        rows: [put('unit', { id: 'no uuid', name: 'Phòng', parentId: null })],
        value: { number: 0 },
      });
    });
  const attempts = await Promise.allSettled(
    Array.from({ length: 90 }, (_, n) =>
      n % 15 === 7 ? fault() : receive(parts, as(clerk), ARRIVAL),
    ),
  );
  const numbers = attempts.flatMap((attempt) =>
    attempt.status === 'fulfilled' && attempt.value.ok ? [attempt.value.value.number] : [],
  );
  assert.equal(attempts.filter(({ status }) => status === 'rejected').length, 6);
  assert.deepEqual(
    numbers,
    Array.from({ length: 84 }, (_, n) => n + 1),
  );
  const { rows } = await world.database.admin.query(
    `SELECT number, entry_index FROM register_line ORDER BY entry_index`,
  );
  assert.deepEqual(
    rows.map(({ number }) => number),
    numbers,
  );
});
