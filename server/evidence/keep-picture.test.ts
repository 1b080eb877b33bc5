import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../core/common/id.ts';
import { sha256 } from '../../core/common/sha256.ts';
import { type MarkCase, markCase, pictureOf } from '../../testkit/copy-mark/mark-case.ts';
import { packageFiles } from '../../testkit/evidence-case.ts';
import { as } from '../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { listInbox } from '../inbox/list-inbox.ts';
import { listMarkReadings } from '../incident/mark/list-mark-readings.ts';
import { readMark } from '../incident/mark/read-mark.ts';
import { requestMarkReading } from '../incident/mark/request-mark-reading.ts';
import { downloadEvidence } from '../incident/view-evidence.ts';
import { viewIncident } from '../incident/view-incident.ts';
import { keepPicture } from './keep-picture.ts';
import { viewCustody } from './view-custody.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';

type Asked = MarkCase & { readonly requestId: string; readonly file: Uint8Array };

async function asked(house: LeakHouse): Promise<Asked> {
  const { parts } = house;
  const found = await markCase(house);
  const { documentId, incidentId, readers, first } = found;
  const file = await pictureOf(house, documentId, readers[0]);
  const input = { incidentId, page: 1, reason: 'Ảnh trên mạng xã hội', file };
  const { requestId } = granted(await requestMarkReading(parts, as(first), input));
  return { ...found, requestId, file };
}

test('the read picture becomes evidence and goes into the package', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { incidentId, first, second, requestId, file } = await asked(house);
  const which = { incidentId, requestId };
  const early = await keepPicture(parts, as(first), which);
  assert.deepEqual(early, {
    ok: false,
    refusals: [{ code: 'state-forbids', facts: { state: 'requested' } }],
  });
  granted(await readMark(parts, as(second), which));
  const { evidenceId, warnings } = granted(await keepPicture(parts, as(first), which));
  assert.deepEqual(warnings, ['no-authority']);
  assert.deepEqual(codesOf(await keepPicture(parts, as(second), which)), ['already-done']);

  const { evidence } = granted(await viewCustody(parts, as(second), which));
  assert.equal(evidence[0]?.custodian?.personId, first);
  assert.deepEqual(
    evidence[0]?.items.map(({ kind }) => kind),
    ['original', 'sums', 'mark-reading'],
  );
  const { readings } = granted(await listMarkReadings(parts, as(second), which));
  assert.equal(readings[0]?.isEvidence, true);
  const [seen] = granted(await viewIncident(parts, as(second), which)).evidence;
  assert.deepEqual([seen?.articleId, seen?.sha256], [null, sha256(file).toHex()]);
  const original = granted(await downloadEvidence(parts, as(second), { ...which, evidenceId }));
  assert.deepEqual(Buffer.from(original.bytes), Buffer.from(file));

  const files = await packageFiles(parts, first, { incidentId, evidenceId });
  assert.deepEqual(Buffer.from(files.get('data/evidence/1/original.bin') ?? []), Buffer.from(file));
  const text = Buffer.from(files.get('data/evidence/1/mark-reading.json') ?? []).toString();
  const reading = JSON.parse(text);
  assert.deepEqual(reading.copy, { label: null, markedCopy: 1, copyId: null });
  assert.deepEqual([reading.outcome, reading.pictureSha256], ['named', sha256(file).toHex()]);
  assert.ok(reading.mistakeAtMostOnceIn10ToThe >= 6);
  const sums = Buffer.from(files.get('data/evidence/1/SHA256SUMS') ?? []).toString();
  assert.deepEqual(sums.match(/\S+$/gm), ['mark-reading.json', 'original.bin']);
  const entries = await house.acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntries({ limit: 50 }),
  );
  const kept = entries.find(
    ({ entry }) => entry.verb === 'evidence.keep-picture' && entry.refused === undefined,
  );
  assert.equal(kept?.entry.facts.sums, sha256(Buffer.from(sums)).toHex());
});

test('what forbids keeping the picture is named; a stranger learns nothing', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { incidentId, second, requestId, readers } = await asked(house);
  const which = { incidentId, requestId };
  granted(await readMark(parts, as(second), which));
  const keep = async (who: PersonId, part: Partial<typeof which> = {}) =>
    codesOf(await keepPicture(parts, as(who), { ...which, ...part }));
  assert.deepEqual(await keep(readers[0]), ['not-your-duty']);
  assert.deepEqual(await keep(readers[0], { incidentId: ABSENT }), ['not-your-duty']);
  assert.deepEqual(await keep(second, { requestId: ABSENT }), ['not-found']);
  parts.seal.seal();
  assert.deepEqual(await keep(second), ['vault-sealed']);
});

test('who read the document before the picture was given does not keep it', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { documentId, incidentId, readers, first, second } = await markCase(house);
  const knower = await house.addPerson({ duties: ['inspector'], level: 'mat' });
  await house.letRead(documentId, knower);
  await pictureOf(house, documentId, knower);
  const file = await pictureOf(house, documentId, readers[0]);
  const input = { incidentId, page: 1, reason: 'Ảnh', file };
  const { requestId } = granted(await requestMarkReading(parts, as(first), input));
  const which = { incidentId, requestId };
  granted(await readMark(parts, as(second), which));
  assert.deepEqual(codesOf(await keepPicture(parts, as(knower), which)), ['knew-the-document']);
});

test('the second officer is told that a picture waits, and nobody else is', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const { documentId, incidentId, requestId, first, second, readers } = await asked(house);
  const knower = await house.addPerson({ duties: ['inspector'], level: 'mat' });
  await house.letRead(documentId, knower);
  await pictureOf(house, documentId, knower);
  const waitingFor = async (who: PersonId) =>
    granted(await listInbox(parts, as(who))).items.filter(
      ({ kind }) => kind === 'mark-reading-waits',
    );
  const [item] = await waitingFor(second);
  assert.deepEqual(
    [item?.incidentId, item?.requestId, item?.facts.page],
    [incidentId, requestId, 1],
  );
  assert.ok(!JSON.stringify(item).includes(documentId));
  for (const who of [first, knower, readers[0], house.clerk]) {
    assert.deepEqual(await waitingFor(who), []);
  }
  granted(await readMark(parts, as(second), { incidentId, requestId }));
  assert.deepEqual(await waitingFor(second), []);
});
