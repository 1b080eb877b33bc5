import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONG_TEXT, pictureOf } from '../../testkit/copy-mark/mark-case.ts';
import { as } from '../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { draft } from '../determination/draft.ts';
import { handOver } from '../transfer/hand-over.ts';
import { turnMarksOff, turnMarksOn, viewMarks } from './turn-marks.ts';

async function lastReading({ acts }: LeakHouse, documentId: string) {
  const entries = await acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntriesOf(documentId),
  );
  return entries.findLast(({ entry }) => entry.verb === 'access.read')?.entry.facts;
}

test('copies are marked only once it was turned on, each with its number', async (t) => {
  const house = await leakHouse(t);
  const { parts, decider, clerk } = house;
  const documentId = await house.addSecret(LONG_TEXT);
  const [one, two] = [
    await house.addPerson({ level: 'mat' }),
    await house.addPerson({ level: 'mat' }),
  ];
  for (const reader of [one, two]) await house.letRead(documentId, reader);
  const plain = await pictureOf(house, documentId, one);
  assert.equal((await lastReading(house, documentId))?.markedCopy, undefined);
  granted(await turnMarksOn(parts, as(decider), { documentId }));
  const marked = await pictureOf(house, documentId, one);
  // The notice makes the picture taller by a line of the band.
  const heightOf = (png: Uint8Array) => Buffer.from(png).readUInt32BE(20);
  assert.ok(heightOf(marked) > heightOf(plain));
  const numbers = [];
  for (const reader of [one, two, one, two]) {
    await pictureOf(house, documentId, reader);
    numbers.push((await lastReading(house, documentId))?.markedCopy);
  }
  assert.deepEqual(numbers, [1, 2, 1, 2]);
  // Who takes a numbered copy in hand is shown that copy, whoever had it before.
  const [copy] = await parts.acts.read({ kind: 'clock' }, ({ documents }) =>
    documents.loadCopies(documentId),
  );
  assert.ok(copy);
  for (const to of [one, two]) {
    const giver = to === one ? clerk : one;
    const giving = { documentId, copyId: copy.id, to };
    granted(await handOver(parts, as(giver), giving));
    await pictureOf(house, documentId, to);
    assert.equal((await lastReading(house, documentId))?.markedCopy, 3);
  }
  const seen = granted(await viewMarks(parts, as(one), { documentId }));
  assert.deepEqual(seen, { on: true, markedCopies: 3 });
});

test('who may not grant may not turn marks on or off; a stranger learns nothing', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, decider, drafter } = house;
  const stranger = await house.addPerson({ level: 'mat' });
  assert.deepEqual(codesOf(await turnMarksOn(parts, as(stranger), { documentId })), ['not-found']);
  assert.deepEqual(codesOf(await viewMarks(parts, as(stranger), { documentId })), ['not-found']);
  assert.deepEqual(codesOf(await turnMarksOn(parts, as(drafter), { documentId })), [
    'not-your-duty',
  ]);
  assert.deepEqual(codesOf(await turnMarksOff(parts, as(decider), { documentId })), [
    'already-done',
  ]);
  const { documentId: begun } = granted(
    await draft(parts, as(drafter), {
      documentType: 'submission',
      level: 'mat',
      summary: 'Việc khác',
      guideItem: '2500/QĐ-TTg:3.2.b',
      conditionAttested: true,
      circulation: 'Thành viên',
      recipients: ['Chủ tịch'],
      copies: 1,
      copyingAllowed: false,
      shorterPeriod: null,
    }),
  );
  const early = await turnMarksOn(parts, as(decider), { documentId: begun });
  assert.deepEqual(codesOf(early), ['not-found']);
});

test('turned off, new readings are plain; on again, the copies keep their numbers', async (t) => {
  const house = await leakHouse(t);
  const { parts, decider } = house;
  const documentId = await house.addSecret(LONG_TEXT);
  const reader = await house.addPerson({ level: 'mat' });
  await house.letRead(documentId, reader);
  const numberShown = async () => {
    await pictureOf(house, documentId, reader);
    return (await lastReading(house, documentId))?.markedCopy;
  };
  granted(await turnMarksOn(parts, as(decider), { documentId }));
  assert.deepEqual(codesOf(await turnMarksOn(parts, as(decider), { documentId })), [
    'already-done',
  ]);
  assert.equal(await numberShown(), 1);
  granted(await turnMarksOff(parts, as(decider), { documentId }));
  assert.equal(await numberShown(), undefined);
  granted(await turnMarksOn(parts, as(decider), { documentId }));
  assert.equal(await numberShown(), 1);
});

test('the first time needs the vault open: the secret rests there', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, decider } = house;
  parts.seal.seal();
  assert.deepEqual(codesOf(await turnMarksOn(parts, as(decider), { documentId })), [
    'vault-sealed',
  ]);
});

test('what is declassified is shown without a mark', async (t) => {
  const house = await leakHouse(t);
  const { parts, decider } = house;
  const documentId = await house.addSecret(LONG_TEXT, { until: '2026-11-04' });
  const reader = await house.addPerson({ level: 'mat' });
  await house.letRead(documentId, reader);
  granted(await turnMarksOn(parts, as(decider), { documentId }));
  await pictureOf(house, documentId, reader);
  assert.equal((await lastReading(house, documentId))?.markedCopy, 1);
  house.clock.move(4 * 86_400_000);
  await pictureOf(house, documentId, reader);
  assert.equal((await lastReading(house, documentId))?.markedCopy, undefined);
});
