import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import { evidenceCase, packageFiles, RECEIVER } from '../../testkit/evidence-case.ts';
import { as } from '../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { readPage } from '../access/read-page.ts';
import { noteProgress } from '../incident/note-progress.ts';
import { printReport } from '../incident/print-report.ts';
import { downloadEvidence } from '../incident/view-evidence.ts';
import { viewIncident } from '../incident/view-incident.ts';
import type { Paper } from '../ports/evidence/paper-printer.ts';
import { addEvidence } from './add.ts';
import { packageEvidence } from './package.ts';
import { preserveEvidence } from './preserve.ts';
import { viewCustody } from './view-custody.ts';
import { viewPage } from './view-page.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const NOTE = utf8('Biên bản ghi lời người làm chứng, trang duy nhất.');
/** A ZIP file with a password cannot be shown, and may be evidence all the same. */
const LOCKED = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 1, 0, 99, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
const PNG_START = [0x89, 0x50, 0x4e, 0x47];

async function prepared(t: Parameters<typeof leakHouse>[0]) {
  const house = await leakHouse(t);
  const { parts, officer } = house;
  const { incidentId } = await evidenceCase(house);
  const find = {
    incidentId,
    source: 'Bảng tin nhà văn hóa phường',
    foundBy: house.drafter,
    what: 'Ảnh chụp bản giấy',
    file: NOTE,
  };
  const add = (part: Partial<typeof find> & { foundAt?: string; url?: string } = {}) =>
    addEvidence(parts, as(officer), { ...find, ...part });
  return { house, parts, officer, incidentId, add };
}

const entriesOf = ({ acts }: LeakHouse) =>
  acts.read({ kind: 'clock' }, ({ ledger }) => ledger.listEntries({ limit: 100 }));

test('what was found is kept byte for byte, with where, when and by whom', async (t) => {
  const { house, parts, officer, incidentId, add } = await prepared(t);
  const foundAt = '2026-01-05T03:00:00.000Z';
  const url = 'https://vidu.example/bai';
  const { evidenceId, unread } = granted(await add({ foundAt, url }));
  assert.equal(unread, null);
  const view = granted(await viewIncident(parts, as(officer), { incidentId }));
  const seen = view.evidence.find((piece) => piece.evidenceId === evidenceId);
  assert.ok(seen?.found);
  assert.deepEqual(
    [seen.articleId, seen.source, seen.url, seen.capturedAt, seen.sha256, seen.pages],
    [null, 'Bảng tin nhà văn hóa phường', url, foundAt, sha256(NOTE).toHex(), 1],
  );
  assert.deepEqual(
    [seen.found.by.personId, seen.found.addedBy.personId, seen.found.what, seen.found.unread],
    [house.drafter, officer, 'Ảnh chụp bản giấy', null],
  );
  const which = { incidentId, evidenceId };
  const original = granted(await downloadEvidence(parts, as(officer), which));
  assert.deepEqual(Buffer.from(original.bytes), Buffer.from(NOTE));
  const added = (await entriesOf(house)).filter(({ entry }) => entry.verb === 'evidence.add');
  assert.deepEqual(
    added.map(({ entry }) => entry.facts),
    [{ evidence: evidenceId, pages: 1 }],
  );
});

test('it is preserved and handed over like what was captured, with its find', async (t) => {
  const { house, parts, officer, incidentId, add } = await prepared(t);
  const { evidenceId } = granted(await add());
  const which = { incidentId, evidenceId };
  const input = { incidentId, ...RECEIVER };
  const early = await packageEvidence(parts, as(officer), input);
  assert.ok(codesOf(early).includes('evidence-not-kept'));
  const { warnings } = granted(await preserveEvidence(parts, as(officer), which));
  assert.deepEqual(warnings, ['no-authority']);
  const { evidence } = granted(await viewCustody(parts, as(officer), which));
  const custody = evidence.find((piece) => piece.evidenceId === evidenceId);
  assert.deepEqual(
    custody?.items.map(({ kind }) => kind),
    ['original', 'sums'],
  );
  assert.deepEqual([custody?.custodian?.personId, custody?.unbroken], [officer, true]);
  const papers: Paper[] = [];
  const paperPrinter = {
    printPaper: (paper: Paper) => {
      papers.push(paper);
      return parts.paperPrinter.printPaper(paper);
    },
  };
  const files = await packageFiles({ ...parts, paperPrinter }, officer, which);
  const minutes = JSON.stringify(papers);
  assert.match(
    minutes,
    /\(Ảnh chụp bản giấy\): .* phát hiện lúc .* tại Bảng tin nhà văn hóa phường;/,
  );
  const about = JSON.parse(Buffer.from(files.get('data/incident.json') ?? []).toString());
  const piece = about.evidence.find((one: { evidence: string }) => one.evidence === evidenceId);
  const query = 'SELECT full_name AS name FROM person WHERE id = $1';
  const { rows } = await house.database.admin.query<{ name: string }>(query, [house.drafter]);
  assert.deepEqual(
    [piece.kind, piece.what, piece.foundBy, piece.capturedAt],
    ['added-file', 'Ảnh chụp bản giấy', rows[0]?.name, undefined],
  );
  const momentOf = (one: object) => ['foundAt', 'capturedAt'].filter((at) => at in one);
  assert.deepEqual(about.evidence.flatMap(momentOf).toSorted(), ['capturedAt', 'foundAt']);
  assert.deepEqual(momentOf(piece), ['foundAt']);
  const kept = files.get(`data/${piece.folder}/original.bin`) ?? new Uint8Array();
  assert.deepEqual(Buffer.from(kept), Buffer.from(NOTE));
});

test('who knew is asked at the moment of the find, and no later', async (t) => {
  const { house, parts, officer, incidentId, add } = await prepared(t);
  const foundAt = house.clock.now();
  house.clock.move(60_000);
  const reader = await house.addPerson({ duties: ['drafter'], level: 'mat' });
  await house.letRead(house.documentId, reader);
  granted(await readPage(parts, as(reader), { documentId: house.documentId, page: 1 }));
  const later = { foundAt: house.clock.now(), file: utf8('Một tệp khác, thấy sau đó.') };
  const pieces = [granted(await add({ foundAt })), granted(await add(later))];
  const { evidence } = granted(await viewIncident(parts, as(officer), { incidentId }));
  const knew = pieces.map(({ evidenceId }) => {
    const { holders = [] } = evidence.find((piece) => piece.evidenceId === evidenceId) ?? {};
    return holders.some(({ personId }) => personId === reader);
  });
  assert.deepEqual(knew, [false, true]);
});

test('the report says when a file was found, and when an article was captured', async (t) => {
  const { parts, officer, incidentId, add } = await prepared(t);
  granted(await add({ foundAt: '2026-01-05T03:00:00.000Z' }));
  const blank = { recipient: '', cause: '', proposal: '' };
  const papers: Paper[] = [];
  const paperPrinter = {
    printPaper: (paper: Paper) => {
      papers.push(paper);
      return parts.paperPrinter.printPaper(paper);
    },
  };
  const printing = { ...parts, paperPrinter };
  granted(await printReport(printing, as(officer), { incidentId, ...blank }));
  const words = JSON.stringify(papers);
  assert.match(words, /Chứng cứ \d: bai.html, thu lúc /);
  assert.match(words, /Chứng cứ \d: Bảng tin nhà văn hóa phường, phát hiện lúc 10:00 05\/01\/2026/);
});

test('a file that cannot be shown is kept and said; an empty one is refused', async (t) => {
  const { parts, officer, incidentId, add } = await prepared(t);
  const { evidenceId, unread } = granted(await add({ file: LOCKED }));
  assert.notEqual(unread, null);
  const page = await viewPage(parts, as(officer), { incidentId, evidenceId, page: 1 });
  assert.deepEqual(page, {
    ok: false,
    refusals: [{ code: 'file-unreadable', facts: { code: unread } }],
  });
  assert.deepEqual(await add({ file: new Uint8Array() }), {
    ok: false,
    refusals: [{ code: 'file-unreadable', facts: { code: 'file-empty' } }],
  });
});

test('the same file is evidence of an incident once, and where it is is said', async (t) => {
  const { add } = await prepared(t);
  granted(await add());
  assert.deepEqual(await add({ source: 'Nơi khác' }), {
    ok: false,
    refusals: [{ code: 'evidence-there', facts: { source: 'Bảng tin nhà văn hóa phường' } }],
  });
});

test('every thing that is wrong with a find is named at once', async (t) => {
  const { add } = await prepared(t);
  const wrong = await add({
    source: ' \0 ',
    url: 'javascript:alert(1)',
    foundBy: ABSENT as never,
    foundAt: '2999-01-01T00:00:00.000Z',
  });
  assert.ok(!wrong.ok);
  assert.deepEqual(
    wrong.refusals.map(({ code, facts }) => facts?.field ?? code),
    ['source', 'url', 'foundBy', 'date-in-future'],
  );
});

test('a closed incident, a sealed vault and a stranger each forbid it', async (t) => {
  const { house, parts, officer, incidentId, add } = await prepared(t);
  const find = { source: 's', foundBy: house.drafter, what: '', file: NOTE };
  for (const id of [incidentId, ABSENT]) {
    const strange = await addEvidence(parts, as(house.clerk), { ...find, incidentId: id });
    assert.deepEqual(codesOf(strange), ['not-your-duty']);
  }
  assert.deepEqual(codesOf(await add({ incidentId: ABSENT })), ['not-found']);
  parts.seal.seal();
  assert.deepEqual(codesOf(await add()), ['vault-sealed']);
  const view = granted(await viewIncident(parts, as(officer), { incidentId }));
  const required = view.clock.filter((line) => line.required).map(({ code }) => code);
  for (const kind of [...required, 'result'] as const) {
    const note = { incidentId, kind, text: 'Đã làm' };
    granted(await noteProgress(parts, as(house.registrar), note));
  }
  assert.deepEqual(codesOf(await add()), ['state-forbids']);
});

test('a page is seen as a picture, and every viewing is in the ledger before it', async (t) => {
  const { house, parts, officer, incidentId, add } = await prepared(t);
  const { evidenceId } = granted(await add());
  const which = { incidentId, evidenceId, page: 1 };
  for (const _ of [1, 2]) {
    const { bytes } = granted(await viewPage(parts, as(officer), which));
    assert.deepEqual([...bytes.subarray(0, 4)], PNG_START);
  }
  const beyond = await viewPage(parts, as(officer), { ...which, page: 2 });
  assert.deepEqual(codesOf(beyond), ['file-unreadable']);
  const strange = await viewPage(parts, as(house.clerk), which);
  assert.deepEqual(codesOf(strange), ['not-your-duty']);
  const viewings = (await entriesOf(house)).filter(
    ({ entry }) => entry.verb === 'incident.view-evidence' && entry.refused === undefined,
  );
  assert.deepEqual(viewings.map(({ entry }) => [entry.facts.part, entry.facts.page]).toSorted(), [
    ['page', 1],
    ['page', 1],
    ['page', 2],
  ]);
  parts.seal.seal();
  assert.deepEqual(codesOf(await viewPage(parts, as(officer), which)), ['vault-sealed']);
});

test('of a captured page the picture is seen once it was made', async (t) => {
  const house = await leakHouse(t);
  const { officer } = house;
  const png = Uint8Array.from([...PNG_START, 1, 2, 3]);
  const photographer = { photograph: async () => ({ png, warnings: [] }) };
  const parts = { ...house.parts, photographer };
  const which = { ...(await evidenceCase(house)), page: 1 };
  const pages = async () =>
    granted(await viewIncident(parts, as(officer), which)).evidence.map((piece) => piece.pages);
  assert.deepEqual(codesOf(await viewPage(parts, as(officer), which)), ['evidence-not-kept']);
  assert.deepEqual(await pages(), [0]);
  granted(await preserveEvidence(parts, as(officer), which));
  assert.deepEqual(await pages(), [1]);
  const { bytes } = granted(await viewPage(parts, as(officer), which));
  assert.deepEqual(Buffer.from(bytes), Buffer.from(png));
  const beyond = await viewPage(parts, as(officer), { ...which, page: 2 });
  assert.deepEqual(codesOf(beyond), ['not-found']);
});
