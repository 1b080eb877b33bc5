import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeDocx } from '../../adapters/extract/testing/office-maker.ts';
import { drawLines } from '../../adapters/extract/testing/picture-maker.ts';
import { addMs } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import { evidenceCase } from '../../testkit/evidence-case.ts';
import { as } from '../../testkit/house.ts';
import {
  CLEAN_NEWS,
  codesOf,
  granted,
  leakHouse,
  OTHER_LEAKING_NEWS,
  OTHER_SECRET_TEXT,
  rowsOf,
  SECRET_SENTENCE,
} from '../../testkit/leak.ts';
import { noteProgress } from '../incident/note-progress.ts';
import { viewIncident } from '../incident/view-incident.ts';
import type { Paper } from '../ports/evidence/paper-printer.ts';
import { planRelease } from '../publication/plan-release.ts';
import { addEvidence } from './add.ts';
import { compareEvidence } from './compare.ts';

/** The evidence of an incident, an officer who reads nothing, and one who reads its document. */
async function prepared(t: Parameters<typeof leakHouse>[0]) {
  const house = await leakHouse(t);
  const { parts, officer, documentId } = house;
  const { incidentId, evidenceId: articleId } = await evidenceCase(house);
  const reader = await house.addPerson({ duties: ['inspector'], level: 'toi-mat' });
  await house.letRead(documentId, reader);
  const add = async (file: Uint8Array) => {
    const find = { incidentId, source: 'Bảng tin phường', foundBy: house.drafter, what: '', file };
    return granted(await addEvidence(parts, as(officer), find)).evidenceId;
  };
  const compare = (who: PersonId, evidenceId: string) =>
    compareEvidence(parts, as(who), { incidentId, evidenceId });
  const placesOf = async (evidenceId: string) => {
    const rows = await rowsOf<{ id: string; spans: { passages: unknown[] } }>(
      house,
      'SELECT id, spans FROM evidence',
    );
    return rows.find(({ id }) => id === evidenceId)?.spans.passages.length;
  };
  return { house, parts, officer, reader, incidentId, articleId, add, compare, placesOf };
}

/** Each on its own line, as on a sheet. */
const LINES = SECRET_SENTENCE.split(', ');
const paper = (line: string): Paper => ({
  superiorBody: '',
  body: 'Tổ dân phố',
  number: '',
  placeAndDay: '',
  title: 'Ghi chép',
  subtitle: '',
  to: null,
  blocks: [{ kind: 'text', heading: 'Nghe được', lines: [line] }],
  signatures: [],
  notice: '',
});

test('PDF, Word and the photo of a sheet repeat the document: shown beside it', async (t) => {
  const { house, parts, reader, add, compare, placesOf, incidentId } = await prepared(t);
  const files = [
    await parts.paperPrinter.printPaper(paper(SECRET_SENTENCE)),
    makeDocx(['Tin nhặt được', SECRET_SENTENCE]),
    drawLines(LINES).toBuffer('image/png'),
  ];
  for (const file of files) {
    const evidenceId = await add(file);
    const verdict = granted(await compare(reader, evidenceId));
    assert.deepEqual([verdict.touchesProtected, verdict.hidden], [true, false]);
    const [shown] = verdict.documents;
    assert.deepEqual([shown?.line.documentId, shown?.ground], [house.documentId, 'secret']);
    const [passage] = shown?.passages ?? [];
    assert.ok(passage);
    assert.match(passage.documentText, /bảy ứng viên dự phòng/);
    assert.equal(passage.articleText, verdict.text.slice(passage.articleStart, passage.articleEnd));
    assert.ok(((await placesOf(evidenceId)) ?? 0) > 0, 'its places are kept');
  }
  const view = granted(await viewIncident(parts, as(reader), { incidentId }));
  assert.ok((view.damage.passages ?? 0) > files.length, 'and count as what came out');
});

test('who may not read learns that something is touched, and whom to ask; no more', async (t) => {
  const { house, officer, add, compare } = await prepared(t);
  const verdict = granted(await compare(officer, await add(utf8(`Nghe nói: ${SECRET_SENTENCE}`))));
  assert.deepEqual([verdict.touchesProtected, verdict.hidden, verdict.documents], [true, true, []]);
  assert.ok(verdict.ask.some(({ personId }) => personId === house.registrar));
});

test('of a file that repeats nothing, or another document, nothing is kept', async (t) => {
  const { house, officer, add, compare, placesOf } = await prepared(t);
  await house.addSecret(OTHER_SECRET_TEXT);
  const count = 'SELECT count(*)::integer AS objects FROM vault_object';
  for (const [words, touches] of [
    [CLEAN_NEWS, false],
    [OTHER_LEAKING_NEWS, true],
  ] as const) {
    const evidenceId = await add(utf8(words));
    const before = await rowsOf(house, count);
    const row = `SELECT * FROM evidence WHERE id = '${evidenceId}'`;
    const was = await rowsOf(house, row);
    assert.equal(granted(await compare(officer, evidenceId)).touchesProtected, touches);
    assert.deepEqual(await rowsOf(house, count), before);
    assert.deepEqual(await rowsOf(house, row), was);
    assert.equal(await placesOf(evidenceId), 0);
  }
  const entries = await house.acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntries({ limit: 100 }),
  );
  const facts = entries.flatMap(({ entry }) =>
    entry.verb === 'evidence.compare' ? [Object.keys(entry.facts).toSorted().join()] : [],
  );
  assert.deepEqual(facts, Array(2).fill('characters,evidence,touches'));
});

test('it is weighed as of the moment it was found, not as of today', async (t) => {
  const { house, parts, officer, reader, incidentId, compare } = await prepared(t);
  const { documentId, decider, drafter } = house;
  const before = house.clock.now();
  const plan = { title: 'Công bố', releaserId: decider, basis: '12/QĐ-UBBC', documentId };
  const releaseAt = addMs(before, 3_600_000);
  granted(await planRelease(parts, as(drafter), { ...plan, releaseAt }));
  house.clock.move(2 * 3_600_000);
  const find = { incidentId, source: 'Bảng tin', foundBy: drafter, what: '' };
  const touches = async (words: string, foundAt: string) => {
    const file = utf8(words);
    const { evidenceId } = granted(
      await addEvidence(parts, as(officer), { ...find, file, foundAt }),
    );
    return granted(await compare(reader, evidenceId)).touchesProtected;
  };
  assert.equal(await touches(`${SECRET_SENTENCE} Trước.`, before), true);
  assert.equal(await touches(`${SECRET_SENTENCE} Sau.`, house.clock.now()), false);
});

test('an article, an unreadable file, a closed incident, a sealed vault, a stranger', async (t) => {
  const { house, parts, officer, incidentId, articleId, add, compare } = await prepared(t);
  assert.deepEqual(codesOf(await compare(officer, articleId)), ['not-found']);
  const locked = await add(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 1, 0, 99, 0, 1, 2, 3, 4]));
  assert.deepEqual(codesOf(await compare(officer, locked)), ['file-unreadable']);
  const evidenceId = await add(utf8(SECRET_SENTENCE));
  assert.deepEqual(codesOf(await compare(house.clerk, evidenceId)), ['not-your-duty']);
  parts.seal.seal();
  assert.deepEqual(codesOf(await compare(officer, evidenceId)), ['vault-sealed']);
  const view = granted(await viewIncident(parts, as(officer), { incidentId }));
  const required = view.clock.filter((line) => line.required).map(({ code }) => code);
  for (const kind of [...required, 'result'] as const) {
    const note = { incidentId, kind, text: 'Đã làm' };
    granted(await noteProgress(parts, as(house.registrar), note));
  }
  assert.deepEqual(codesOf(await compare(officer, evidenceId)), ['state-forbids']);
});

test('a file that was changed on the disk is not compared', async (t) => {
  const { house, officer, add, compare } = await prepared(t);
  const evidenceId = await add(utf8(SECRET_SENTENCE));
  const other = sha256(utf8('khác')).toHex();
  await house.database.admin.query('UPDATE evidence SET sha256 = $1 WHERE id = $2', [
    other,
    evidenceId,
  ]);
  await assert.rejects(compare(officer, evidenceId), /not what was given/);
});
