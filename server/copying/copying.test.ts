import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../core/common/id.ts';
import { PERMIT_DAYS } from '../../core/copy/copying-permit.ts';
import { LONG_TEXT, pictureOf } from '../../testkit/copy-mark/mark-case.ts';
import { as } from '../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { revoke } from '../access/grant.ts';
import { viewDocument } from '../access/view-document.ts';
import { listInbox } from '../inbox/list-inbox.ts';
import { listMarkReadings } from '../incident/mark/list-mark-readings.ts';
import { readMark } from '../incident/mark/read-mark.ts';
import { requestMarkReading } from '../incident/mark/request-mark-reading.ts';
import { openIncident } from '../incident/open-incident.ts';
import { handOver } from '../transfer/hand-over.ts';
import { allowCopying, withdrawCopying } from './allow-copying.ts';
import { listPermits } from './list-permits.ts';
import { printCopy } from './print-copy.ts';
import { turnMarksOn } from './turn-marks.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const DAY_MS = 86_400_000;

type Copying = { readonly documentId: string; readonly executor: PersonId };

async function copyable(house: LeakHouse): Promise<Copying> {
  const documentId = await house.addSecret(LONG_TEXT, { copyingAllowed: true });
  const executor = await house.addPerson({ level: 'mat' });
  await house.letRead(documentId, executor);
  return { documentId, executor };
}

const allow = ({ parts, decider }: LeakHouse, { documentId, executor }: Copying, copies = 1) =>
  allowCopying(parts, as(decider), {
    documentId,
    executorId: executor,
    copies,
    recipient: 'Ban Tổ chức',
  });

const entriesOf = ({ acts }: LeakHouse, documentId: string) =>
  acts.read({ kind: 'clock' }, ({ ledger }) => ledger.listEntriesOf(documentId));

test('a printed copy is numbered, in hand, in the ledger, and its mark names it', async (t) => {
  const house = await leakHouse(t);
  const { parts, decider, officer } = house;
  const which = await copyable(house);
  const { documentId, executor } = which;
  granted(await turnMarksOn(parts, as(decider), { documentId }));
  await pictureOf(house, documentId, executor);
  const { permitId } = granted(await allow(house, which, 2));
  const waiting = granted(await listInbox(parts, as(executor))).items;
  assert.equal(waiting.find(({ kind }) => kind === 'copy-to-print')?.facts.left, 2);
  const printing = { documentId, permitId };
  const first = granted(await printCopy(parts, as(executor), printing));
  const second = granted(await printCopy(parts, as(executor), printing));
  assert.equal(Buffer.from(first.bytes.slice(0, 5)).toString(), '%PDF-');
  assert.deepEqual(codesOf(await printCopy(parts, as(executor), printing)), ['permit-ended']);
  const words = granted(await extracted(house, second.bytes));
  assert.match(words, /Bản sao số: 02/);
  assert.match(words, /BẢN SAO BÍ MẬT NHÀ NƯỚC/);
  assert.match(words, /Bản thứ 2 trong 2 bản được phép sao/);
  assert.match(words, /Ban Tổ chức/);
  assert.match(words, /Bản này mang dấu riêng/);

  const { copies } = granted(await viewDocument(parts, as(decider), documentId));
  const made = copies.filter(({ kind }) => kind === 'copy');
  assert.deepEqual(
    made.map(({ number, holderId, state }) => [number, holderId, state]),
    [
      [1, executor, 'held'],
      [2, executor, 'held'],
    ],
  );
  const prints = (await entriesOf(house, documentId)).filter(
    ({ entry }) => entry.verb === 'copying.print' && entry.refused === undefined,
  );
  assert.deepEqual(
    prints.map(({ entry }) => [entry.actor, entry.facts.number, entry.facts.markedCopy]),
    [
      [executor, 1, 2],
      [executor, 2, 3],
    ],
  );
  // The copy leaks on its way: the second one, scanned, is named and not the first.
  const reader = await house.addPerson({ duties: ['registrar'], level: 'mat' });
  const opening = { documentId, kind: 'exposure', text: 'Bản giấy bị quét' } as const;
  const { incidentId } = granted(await openIncident(parts, as(reader), opening));
  const input = { incidentId, page: 1, reason: 'Bản quét', file: second.bytes };
  const { requestId } = granted(await requestMarkReading(parts, as(officer), input));
  const read = granted(await readMark(parts, as(reader), { incidentId, requestId }));
  assert.equal(read.outcome, 'named');
  const { readings } = granted(await listMarkReadings(parts, as(reader), { incidentId }));
  assert.equal(readings[0]?.finding?.copy?.label, 'Bản sao số: 02');
});

async function extracted({ parts }: LeakHouse, pdf: Uint8Array) {
  const read = await parts.extractor.extract(pdf);
  assert.ok(read.ok, JSON.stringify(read));
  return { ok: true, value: read.value.text } as const;
}

test('a copy goes on by hand like any other, and whoever holds it is shown its mark', async (t) => {
  const house = await leakHouse(t);
  const { parts, decider } = house;
  const which = await copyable(house);
  const { documentId, executor } = which;
  granted(await turnMarksOn(parts, as(decider), { documentId }));
  const { permitId } = granted(await allow(house, which));
  granted(await printCopy(parts, as(executor), { documentId, permitId }));
  const { copies } = granted(await viewDocument(parts, as(decider), documentId));
  const copy = copies.find(({ kind }) => kind === 'copy');
  assert.ok(copy);
  const to = await house.addPerson({ level: 'mat' });
  granted(await handOver(parts, as(executor), { documentId, copyId: copy.copyId, to }));
  await pictureOf(house, documentId, to);
  const reading = (await entriesOf(house, documentId)).at(-1);
  assert.deepEqual([reading?.entry.verb, reading?.entry.facts.markedCopy], ['access.read', 1]);
  const knowers = await house.acts.read({ kind: 'clock' }, ({ access }) =>
    access.listKnowers(documentId, house.clock.now()),
  );
  const ways = knowers.filter(({ personId }) => personId === executor).map(({ way }) => way);
  assert.deepEqual(ways, ['held']);
});

test('where copies are not marked, the print is numbered and bears no notice', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const which = await copyable(house);
  const { permitId } = granted(await allow(house, which));
  const printing = { documentId: which.documentId, permitId };
  const { bytes } = granted(await printCopy(parts, as(which.executor), printing));
  const words = granted(await extracted(house, bytes));
  assert.match(words, /Bản sao số: 01/);
  assert.doesNotMatch(words, /dấu riêng/);
});

test('only the competent person allows, never to themselves, never the forbidden', async (t) => {
  const house = await leakHouse(t);
  const { parts, decider, drafter, documentId: forbidden } = house;
  const which = await copyable(house);
  const { documentId, executor } = which;
  const input = { documentId, executorId: executor as string, copies: 1, recipient: 'Lưu' };
  const ask = async (who: PersonId, part: Partial<typeof input> = {}) =>
    codesOf(await allowCopying(parts, as(who), { ...input, ...part }));
  assert.deepEqual(await ask(drafter), ['no-authority']);
  assert.deepEqual(await ask(decider, { executorId: decider }), ['proposer-decides']);
  assert.deepEqual(await ask(decider, { recipient: ' ' }), ['invalid-input']);
  assert.deepEqual(await ask(decider, { copies: 0 }), ['copies-out-of-range']);
  assert.deepEqual(await ask(decider, { executorId: ABSENT }), ['invalid-input']);
  const stranger = await house.addPerson({ level: 'mat' });
  assert.deepEqual(await ask(decider, { executorId: stranger }), ['no-need-to-know']);
  assert.deepEqual(await ask(stranger), ['not-found']);
  assert.deepEqual(await ask(decider, { documentId: forbidden }), ['copying-forbidden']);
  const { againstAllowing } = granted(
    await listPermits(parts, as(decider), { documentId: forbidden }),
  );
  assert.deepEqual(
    againstAllowing.map(({ code }) => code),
    ['copying-forbidden'],
  );
  assert.deepEqual(codesOf(await listPermits(parts, as(stranger), { documentId })), ['not-found']);
});

test('a division head may allow, a deputy without a delegation may not', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const which = await copyable(house);
  const { documentId, executor } = which;
  const input = { documentId, executorId: executor, copies: 1, recipient: 'Lưu' };
  const head = await house.addPerson({ level: 'mat', legalPost: 'department-division-head' });
  const deputy = await house.addPerson({ level: 'mat', legalPost: 'city-committee-deputy-chair' });
  for (const who of [head, deputy]) await house.letRead(documentId, who);
  assert.deepEqual(codesOf(await allowCopying(parts, as(deputy), input)), ['no-authority']);
  granted(await allowCopying(parts, as(head), input));
});

test('what was allowed ends: withdrawn, after its days, with the need to know', async (t) => {
  const house = await leakHouse(t);
  const { parts, decider, registrar } = house;
  const which = await copyable(house);
  const { documentId, executor } = which;
  const permitted = async () => {
    const { permitId } = granted(await allow(house, which));
    return { documentId, permitId };
  };
  const print = async (who: PersonId, printing: { documentId: string; permitId: string }) =>
    codesOf(await printCopy(parts, as(who), printing));
  const one = await permitted();
  assert.deepEqual(await print(decider, one), ['not-your-duty']);
  assert.deepEqual(await print(executor, { ...one, permitId: ABSENT }), ['not-found']);
  assert.deepEqual(await print(registrar, one), ['not-found']);
  assert.deepEqual(codesOf(await withdrawCopying(parts, as(executor), one)), ['no-authority']);
  granted(await withdrawCopying(parts, as(decider), one));
  assert.deepEqual(codesOf(await withdrawCopying(parts, as(decider), one)), ['permit-ended']);
  assert.deepEqual(await print(executor, one), ['permit-ended']);
  const two = await permitted();
  house.clock.move((PERMIT_DAYS - 1) * DAY_MS);
  const { permits } = granted(await listPermits(parts, as(executor), { documentId }));
  const open = permits.find(({ permitId }) => permitId === two.permitId);
  assert.deepEqual([open?.state, open?.againstPrinting], ['open', []]);
  house.clock.move(DAY_MS);
  assert.deepEqual(await print(executor, two), ['permit-ended']);
  const three = await permitted();
  parts.seal.seal();
  assert.deepEqual(await print(executor, three), ['vault-sealed']);
  const { grants } = granted(await viewDocument(parts, as(decider), documentId));
  const own = grants.find(({ person }) => person.personId === executor);
  assert.ok(own);
  granted(await revoke(parts, as(decider), { documentId, grantId: own.grantId }));
  assert.deepEqual(await print(executor, three), ['not-found']);
  const { copies } = granted(await viewDocument(parts, as(decider), documentId));
  assert.ok(copies.every(({ kind }) => kind === 'original'));
});

test('what is declassified needs no permission and gets none', async (t) => {
  const house = await leakHouse(t);
  const terms = { until: '2026-11-04', copyingAllowed: true };
  const documentId = await house.addSecret(LONG_TEXT, terms);
  const executor = await house.addPerson({ level: 'mat' });
  await house.letRead(documentId, executor);
  house.clock.move(4 * DAY_MS);
  assert.deepEqual(codesOf(await allow(house, { documentId, executor })), ['state-forbids']);
});

test('of two prints of the last permitted copy at once, one is refused', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const which = await copyable(house);
  const { documentId, executor } = which;
  const { permitId } = granted(await allow(house, which));
  const printing = { documentId, permitId };
  const both = await Promise.all([
    printCopy(parts, as(executor), printing),
    printCopy(parts, as(executor), printing),
  ]);
  assert.deepEqual(both.flatMap(codesOf), ['permit-ended']);
});
