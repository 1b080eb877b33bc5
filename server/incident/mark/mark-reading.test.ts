import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePng } from '../../../adapters/extract/testing/picture-maker.ts';
import { sha256, utf8 } from '../../../core/common/sha256.ts';
import { markCase, pictureOf } from '../../../testkit/copy-mark/mark-case.ts';
import { as } from '../../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse } from '../../../testkit/leak.ts';
import { listMarkReadings } from './list-mark-readings.ts';
import { readMark } from './read-mark.ts';
import { declineMarkReading, requestMarkReading } from './request-mark-reading.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const reason = 'Ảnh trên mạng xã hội';

const entriesOf = ({ acts }: LeakHouse, documentId: string) =>
  acts.read({ kind: 'clock' }, ({ ledger }) => ledger.listEntriesOf(documentId));

test('the leaked picture names its copy, by two officers, in the ledger', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { documentId, incidentId, readers, first, second } = await markCase(house);
  await pictureOf(house, documentId, readers[0]);
  const file = await pictureOf(house, documentId, readers[1]);
  const input = { incidentId, page: 1, reason, file };
  const { requestId } = granted(await requestMarkReading(parts, as(first), input));
  const alone = await readMark(parts, as(first), { incidentId, requestId });
  assert.deepEqual(codesOf(alone), ['second-officer-needed']);
  const read = granted(await readMark(parts, as(second), { incidentId, requestId }));
  assert.equal(read.outcome, 'named');

  const { readings } = granted(await listMarkReadings(parts, as(second), { incidentId }));
  const finding = readings[0]?.finding;
  assert.deepEqual(finding?.copy, { label: null, number: 2, copyId: null });
  assert.ok(
    finding && finding.certainty >= 6 && finding.nextCertainty < 6,
    JSON.stringify(finding),
  );
  // Who may not see the document learns that a copy was named, not which.
  const unseen = granted(await listMarkReadings(parts, as(first), { incidentId }));
  assert.equal(unseen.readings[0]?.finding?.outcome, 'named');
  assert.equal(unseen.readings[0]?.finding?.copy, null);

  const again = await readMark(parts, as(second), { incidentId, requestId });
  assert.deepEqual(codesOf(again), ['already-done']);
  const entries = await entriesOf(house, documentId);
  const [asked, named] = ['incident.request-mark-reading', 'incident.read-mark'].map((verb) =>
    entries.find(({ entry }) => entry.verb === verb && entry.refused === undefined),
  );
  assert.equal(asked?.entry.facts.sha256, sha256(file).toHex());
  assert.deepEqual([asked?.entry.actor, named?.entry.actor], [first, second]);
  assert.equal(named?.entry.facts.outcome, 'named');
  assert.equal(named?.entry.subject.person, undefined, 'a copy is named, never a person');
});

test('a picture that bears no mark is inconclusive, and that is a result', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { documentId, incidentId, readers, first, second } = await markCase(house);
  await pictureOf(house, documentId, readers[0]);
  const store = await entriesOf(house, documentId);
  assert.ok(store.length > 0);
  const objects = await house.acts.read({ kind: 'clock' }, ({ documents }) =>
    documents.loadObjects(documentId),
  );
  const content = objects.find(({ kind }) => kind === 'content');
  assert.ok(content);
  const label = { documentId, kind: 'content', version: content.version } as const;
  const { objectName, sha256: hash } = content;
  const bytes = await parts.store.get(label, { objectName: objectName as never, sha256: hash });
  const plain = await parts.extractor.renderPage(bytes, { page: 1, widthPx: 1_240, mark: [] });
  assert.ok(plain.ok);
  const input = { incidentId, page: 1, reason, file: plain.value.png };
  const { requestId } = granted(await requestMarkReading(parts, as(first), input));
  const read = granted(await readMark(parts, as(second), { incidentId, requestId }));
  assert.equal(read.outcome, 'nothing-fits');
  const { readings } = granted(await listMarkReadings(parts, as(second), { incidentId }));
  assert.equal(readings[0]?.finding?.copy, null);
});

test('what forbids asking is named: no case, no marked copy, no reason, who knew', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { documentId, incidentId, readers, first } = await markCase(house);
  const input = { incidentId, page: 1, reason, file: makePng({ width: 9, height: 9 }) };
  const ask = async (who: typeof first, part: Partial<typeof input> = {}) =>
    codesOf(await requestMarkReading(parts, as(who), { ...input, ...part }));
  assert.deepEqual(await ask(first), ['no-marked-copies']);
  const knower = await house.addPerson({ duties: ['inspector'], level: 'mat' });
  await house.letRead(documentId, knower);
  await pictureOf(house, documentId, knower);
  assert.deepEqual(await ask(first, { incidentId: ABSENT }), ['not-found']);
  assert.deepEqual(await ask(readers[0]), ['not-your-duty']);
  assert.deepEqual(await ask(knower), ['knew-the-document']);
  assert.deepEqual(await ask(first, { reason: ' \0' }), ['reason-missing']);
  parts.seal.seal();
  assert.deepEqual(await ask(first), ['vault-sealed']);
});

test('a picture that cannot be read or lies about its size is not kept', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { documentId, incidentId, readers, first } = await markCase(house);
  await pictureOf(house, documentId, readers[0]);
  const files = [
    ['file-kind-unknown', utf8('không phải ảnh')],
    ['file-too-large', makePng({ width: 60_000, height: 60_000 })],
    ['file-empty', new Uint8Array()],
  ] as const;
  for (const [code, file] of files) {
    const asked = await requestMarkReading(parts, as(first), { incidentId, page: 1, reason, file });
    assert.ok(!asked.ok);
    assert.deepEqual(asked.refusals, [{ code: 'file-unreadable', facts: { code } }]);
  }
  const { readings } = granted(await listMarkReadings(parts, as(first), { incidentId }));
  assert.deepEqual(readings, []);
});

test('a request is declined with a reason or taken back, and then never read', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { documentId, incidentId, readers, first, second } = await markCase(house);
  const file = await pictureOf(house, documentId, readers[0]);
  const input = { incidentId, page: 1, reason, file };
  const { requestId } = granted(await requestMarkReading(parts, as(first), input));
  const which = { incidentId, requestId };
  const decline = (who: typeof first, words: string) =>
    declineMarkReading(parts, as(who), { ...which, reason: words });
  assert.deepEqual(codesOf(await decline(second, '')), ['reason-missing']);
  const other = await declineMarkReading(parts, as(first), { ...which, requestId: ABSENT, reason });
  assert.deepEqual(codesOf(other), ['not-found']);
  granted(await decline(first, 'Ảnh của tài liệu khác'));
  assert.deepEqual(codesOf(await readMark(parts, as(second), which)), ['already-done']);
  const { readings } = granted(await listMarkReadings(parts, as(second), { incidentId }));
  assert.equal(readings[0]?.declined, 'Ảnh của tài liệu khác');
});
