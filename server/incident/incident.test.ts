import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '../../core/common/calendar-date.ts';
import { invariant } from '../../core/common/invariant.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import type { NoteKind } from '../../core/incident/incident.ts';
import { STATEMENT_KINDS } from '../../core/incident/statement.ts';
import { as } from '../../testkit/house.ts';
import {
  codesOf,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  OTHER_SECRET_TEXT,
  SECRET_SENTENCE,
} from '../../testkit/leak.ts';
import { readPage } from '../access/read-page.ts';
import { handOver } from '../transfer/hand-over.ts';
import { confirmMatch } from '../watch/confirm-match.ts';
import { importArticles } from '../watch/import-articles.ts';
import { listMatches } from '../watch/list-matches.ts';
import { viewMatch } from '../watch/view-match.ts';
import { listIncidents } from './list-incidents.ts';
import { noteProgress } from './note-progress.ts';
import { openIncident as openByHand } from './open-incident.ts';
import { checkStatement, draftStatement } from './press-statement.ts';
import { downloadEvidence, viewEvidence } from './view-evidence.ts';
import { viewIncident } from './view-incident.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const MINUTE_MS = 60_000;
const ARTICLE = utf8(`Hậu trường\n${LEAKING_NEWS}`);

/** `between`: what happens after the capture and before the verdict. */
async function openIncident(house: LeakHouse, between = async () => {}): Promise<string> {
  const { parts, officer } = house;
  const input = { fileName: 'bai.txt', file: ARTICLE };
  granted(await importArticles(parts, as(officer), input));
  const { matches } = granted(
    await listMatches(parts, as(officer), { state: 'open', minScore: 0, limit: 1 }),
  );
  const [match] = matches;
  invariant(match, 'the article matched');
  await between();
  const judged = { matchId: match.matchId, reason: 'Trùng nguyên văn' };
  return granted(await confirmMatch(parts, as(officer), judged)).incidentId;
}

async function onlyEvidence(house: LeakHouse, incidentId: string) {
  const view = granted(await viewIncident(house.parts, as(house.officer), { incidentId }));
  const [evidence, ...more] = view.evidence;
  assert.ok(evidence && more.length === 0);
  return { view, evidence, which: { incidentId, evidenceId: evidence.evidenceId } };
}

test('the evidence says who knew the document until the capture, and no later', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, decider, clerk } = house;
  house.clock.move(MINUTE_MS);
  granted(await readPage(parts, as(decider), { documentId, page: 1 }));
  const keeper = await house.addPerson({ level: 'mat' });
  const [copy] = await house.acts.read({ kind: 'clock' }, ({ documents }) =>
    documents.loadCopies(documentId),
  );
  assert.ok(copy);
  house.clock.move(MINUTE_MS);
  granted(await handOver(parts, as(clerk), { documentId, copyId: copy.id, to: keeper }));
  const stranger = await house.addPerson({ level: 'mat' });
  await readPage(parts, as(stranger), { documentId, page: 1 });
  house.clock.move(MINUTE_MS);
  const incidentId = await openIncident(house, async () => {
    house.clock.move(MINUTE_MS);
    granted(await readPage(parts, as(keeper), { documentId, page: 1 }));
  });
  const { evidence } = await onlyEvidence(house, incidentId);
  const known = evidence.holders.map(({ personId, way }) => `${way} ${personId}`);
  assert.deepEqual(
    known.toSorted(),
    [`held ${house.drafter}`, `held ${clerk}`, `held ${keeper}`, `read ${decider}`].toSorted(),
  );
  const reading = evidence.holders.find(({ way }) => way === 'read');
  assert.equal(reading?.firstAt, '2026-11-02T05:01:00.000Z');
  assert.match(reading?.name ?? '', /^Người /);
});

test('an incident has source, hash, places, acts, and no document for strangers', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const { view, evidence } = await onlyEvidence(house, incidentId);
  assert.equal(evidence.sha256, sha256(ARTICLE).toHex());
  assert.equal(evidence.source, 'bai.txt');
  assert.equal(evidence.title, 'Hậu trường');
  assert.deepEqual(evidence.spans, []);
  assert.deepEqual(
    [view.kind, view.state, view.openedBy.personId],
    ['exposure', 'open', house.officer],
  );
  assert.equal(view.document, null);
  assert.deepEqual(
    view.ask.map(({ personId }) => personId),
    [house.registrar],
  );
  assert.ok(!JSON.stringify(view).includes(house.documentId));
  assert.deepEqual(
    view.timeline.map(({ verb }) => verb),
    ['watch.confirm'],
  );
  const cleared = await house.addPerson({ duties: ['registrar'], level: 'mat' });
  const { incidents } = granted(await listIncidents(house.parts, as(cleared)));
  assert.equal(incidents[0]?.document?.documentId, house.documentId);
  assert.equal(incidents[0]?.source, 'bai.txt');
});

test('nobody without the duty sees an incident, whether it exists or not', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const { which } = await onlyEvidence(house, incidentId);
  for (const who of [house.drafter, house.decider, house.clerk].map(as)) {
    for (const id of [incidentId, ABSENT]) {
      for (const outcome of [
        await listIncidents(house.parts, who),
        await viewIncident(house.parts, who, { incidentId: id }),
        await noteProgress(house.parts, who, { incidentId: id, kind: 'measure', text: 'a' }),
        await viewEvidence(house.parts, who, { ...which, incidentId: id }),
        await downloadEvidence(house.parts, who, { ...which, incidentId: id }),
      ]) {
        assert.deepEqual(codesOf(outcome), ['not-your-duty']);
      }
    }
  }
  const absent = await viewIncident(house.parts, as(house.officer), { incidentId: ABSENT });
  assert.deepEqual(codesOf(absent), ['not-found']);
});

test('the original comes out byte for byte, and each viewing is in the ledger first', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const { evidence, which } = await onlyEvidence(house, incidentId);
  const original = granted(await downloadEvidence(house.parts, as(house.registrar), which));
  assert.ok(Buffer.from(original.bytes).equals(ARTICLE));
  assert.equal(sha256(original.bytes).toHex(), evidence.sha256);
  granted(await viewEvidence(house.parts, as(house.officer), which));
  const { view } = await onlyEvidence(house, incidentId);
  assert.deepEqual(
    view.timeline.map(({ verb, actor }) => [verb, actor?.personId]),
    [
      ['watch.confirm', house.officer],
      ['incident.view-evidence', house.registrar],
      ['incident.view-evidence', house.officer],
    ],
  );
  const { rows } = await house.database.admin.query(
    `SELECT convert_from(body, 'UTF8')::jsonb -> 'facts' AS facts FROM ledger_entry
     WHERE verb = 'incident.view-evidence' ORDER BY index`,
  );
  const { evidenceId } = which;
  assert.deepEqual(
    rows.map(({ facts }) => facts),
    [
      { part: 'original', evidence: evidenceId },
      { part: 'text', evidence: evidenceId },
    ],
  );
  const foreign = { incidentId, evidenceId: ABSENT };
  const outcome = await downloadEvidence(house.parts, as(house.officer), foreign);
  assert.deepEqual(codesOf(outcome), ['not-found']);
});

test('once it is evidence, a look at the match is a look at evidence', async (t) => {
  const house = await leakHouse(t);
  const { parts, officer } = house;
  const looks = async () => {
    const [match] = await house.acts.read({ kind: 'clock' }, ({ watch }) =>
      watch.listMatches({ limit: 1 }),
    );
    invariant(match, 'the article matched');
    granted(await viewMatch(parts, as(officer), { matchId: match.id }));
    const { rows } = await house.database.admin.query(
      `SELECT convert_from(body, 'UTF8')::jsonb AS entry FROM ledger_entry
       WHERE verb = 'incident.view-evidence'`,
    );
    return rows.map(({ entry }) => entry);
  };
  const incidentId = await openIncident(house, async () => {
    assert.deepEqual(await looks(), []);
  });
  const { which } = await onlyEvidence(house, incidentId);
  const [entry, ...more] = await looks();
  assert.deepEqual(more, []);
  assert.deepEqual([entry.actor, entry.subject.incident], [officer, incidentId]);
  assert.deepEqual(entry.facts, { part: 'text', evidence: which.evidenceId });
});

test('both sides are shown to a reader of the document, one side to the others', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const { which } = await onlyEvidence(house, incidentId);
  const one = granted(await viewEvidence(house.parts, as(house.officer), which));
  assert.deepEqual([one.shared, one.spans], [null, []]);
  assert.ok(one.articleText.includes('hoãn công bố danh sách'));
  const reader = await house.addPerson({ duties: ['inspector'], level: 'mat' });
  await house.letRead(house.documentId, reader);
  const both = granted(await viewEvidence(house.parts, as(reader), which));
  assert.ok(both.spans.length > 0);
  assert.ok(both.shared?.passages.some((passage) => passage.documentText.includes('bảy ứng viên')));
});

test('notes keep who was told and when; the words stay out of the ledger', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const note = (kind: NoteKind, text: string, at?: string) =>
    noteProgress(house.parts, as(house.registrar), { incidentId, kind, text, at });
  house.clock.move(MINUTE_MS);
  granted(await note('told-head', '', '2026-11-02T05:00:30Z'));
  assert.deepEqual(codesOf(await note('measure', ' ')), ['reason-missing']);
  const future = await note('measure', 'Gỡ bài', '2026-11-03T05:00:00.000Z' as Instant);
  assert.deepEqual(codesOf(future), ['date-in-future']);
  granted(await note('measure', 'Đề nghị gỡ bài viết'));
  assert.deepEqual(codesOf(await note('result', 'Bài đã gỡ')), ['steps-missing']);
  for (const kind of ['told-originator', 'told-police', 'reported'] as const) {
    granted(await note(kind, ''));
  }
  granted(await note('result', 'Bài đã gỡ'));
  assert.deepEqual(codesOf(await note('measure', 'Thêm')), ['state-forbids']);
  const { view } = await onlyEvidence(house, incidentId);
  assert.equal(view.state, 'closed');
  assert.deepEqual(
    view.notes.map(({ kind, at, text, by }) => [kind, at, text, by.personId]),
    [
      ['told-head', '2026-11-02T05:00:30.000Z', '', house.registrar],
      ['measure', '2026-11-02T05:01:00.000Z', 'Đề nghị gỡ bài viết', house.registrar],
      ['told-originator', '2026-11-02T05:01:00.000Z', '', house.registrar],
      ['told-police', '2026-11-02T05:01:00.000Z', '', house.registrar],
      ['reported', '2026-11-02T05:01:00.000Z', '', house.registrar],
      ['result', '2026-11-02T05:01:00.000Z', 'Bài đã gỡ', house.registrar],
    ],
  );
  const query = `SELECT convert_from(body, 'UTF8') AS text FROM ledger_entry`;
  const { rows } = await house.database.admin.query<{ text: string }>(query);
  assert.ok(!rows.some(({ text }) => /gỡ bài|Bài đã/u.test(text)));
});

test('the file opens while the vault is sealed, the evidence does not', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const { which } = await onlyEvidence(house, incidentId);
  house.parts.seal.seal();
  await onlyEvidence(house, incidentId);
  const officer = as(house.officer);
  const view = await viewEvidence(house.parts, officer, which);
  const original = await downloadEvidence(house.parts, officer, which);
  assert.deepEqual([codesOf(view), codesOf(original)], [['vault-sealed'], ['vault-sealed']]);
});

test('a closed incident opens again with a reason, and is found to be both', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const note = (kind: NoteKind, text: string, found?: 'both') =>
    noteProgress(house.parts, as(house.registrar), { incidentId, kind, text, found });
  for (const kind of ['told-head', 'told-originator', 'told-police', 'reported'] as const) {
    granted(await note(kind, ''));
  }
  granted(await note('result', 'Xong'));
  assert.deepEqual(codesOf(await note('reopened', '')), ['reason-missing']);
  granted(await note('reopened', 'Có bài mới'));
  assert.deepEqual(codesOf(await note('qualified', 'Bản số 2 không còn')), ['invalid-input']);
  granted(await note('qualified', 'Bản số 2 không còn', 'both'));
  const officer = await noteProgress(house.parts, as(house.officer), {
    incidentId,
    kind: 'result',
    text: 'Xong',
  });
  assert.deepEqual(codesOf(officer), ['not-your-duty']);
  const { view } = await onlyEvidence(house, incidentId);
  assert.deepEqual([view.state, view.kind], ['open', 'both']);
});

test('the clock runs from the opening, and says what was done and what waits', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  house.clock.move(90 * MINUTE_MS);
  const told = { incidentId, kind: 'told-head', text: '' } as const;
  granted(await noteProgress(house.parts, as(house.officer), told));
  house.clock.move(24 * 60 * MINUTE_MS);
  const { view } = await onlyEvidence(house, incidentId);
  assert.deepEqual(
    view.clock.map(({ code, state, minutes }) => [code, state, minutes]),
    [
      ['told-head', 'done', 90],
      ['told-originator', 'due', 1_530],
      ['told-police', 'due', 1_530],
      ['reported', 'due', 1_530],
      ['stated', 'overdue', 1_530],
    ],
  );
});

test('the damage is told in numbers; those of the document only to who may know it', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const { view } = await onlyEvidence(house, incidentId);
  const { articles, outlets, passages, characters, knowers, level, copies } = view.damage;
  assert.deepEqual([articles, outlets, knowers], [1, 1, 2]);
  assert.deepEqual([passages, characters, level, copies], [null, null, null, null]);
  const cleared = await house.addPerson({ duties: ['registrar'], level: 'mat' });
  const seen = granted(await viewIncident(house.parts, as(cleared), { incidentId }));
  assert.deepEqual([seen.damage.level, seen.damage.copies], ['mat', 2]);
  await house.letRead(house.documentId, cleared);
  const { damage } = granted(await viewIncident(house.parts, as(cleared), { incidentId }));
  assert.ok((damage.passages ?? 0) > 0);
  assert.ok((damage.characters ?? 0) > 100 && (damage.characters ?? 0) < ARTICLE.length);
});

test('the damage counts what is of its document, behind however many other matches', async (t) => {
  const house = await leakHouse(t);
  const other = await house.addSecret(OTHER_SECRET_TEXT);
  const incidentId = await openIncident(house);
  await house.database.admin.query(
    `WITH made AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 1001) AS n),
     articles AS (
       INSERT INTO article
         (id, source, captured_at, sha256, media_type, matched, entry_index, row_salt)
       SELECT id, 'Báo khác', now(), encode(sha256(id::text::bytea), 'hex'), 'text/html', true, 0,
         '\\x00000000000000000000000000000000' FROM made)
     INSERT INTO match
       (id, article_id, document_id, score, spans, verdict, found_at, entry_index, row_salt)
     SELECT gen_random_uuid(), id, $1, 1000, '{"textVersion":1,"passages":[]}',
       '{"state":"open"}', now(), 0, '\\x00000000000000000000000000000000' FROM made`,
    [other],
  );
  const late = utf8(`Chuyện bên lề\n${LEAKING_NEWS} Bài thứ hai.`);
  granted(await importArticles(house.parts, as(house.officer), { fileName: 'b.txt', file: late }));
  const { view } = await onlyEvidence(house, incidentId);
  assert.deepEqual([view.damage.articles, view.damage.outlets], [2, 2]);
});

test('a loss is opened by hand on a document one sees; a stranger learns nothing', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId } = house;
  const keeper = await house.addPerson({ duties: ['registrar'], level: 'mat' });
  const lost = { documentId, kind: 'loss', text: 'Không thấy bản số 2 khi kiểm kê' } as const;
  const { incidentId } = granted(await openByHand(parts, as(keeper), lost));
  const view = granted(await viewIncident(parts, as(keeper), { incidentId }));
  assert.deepEqual([view.kind, view.matchId, view.notes.length], ['loss', null, 1]);
  assert.ok(!view.clock.some(({ code }) => code === 'stated'));
  for (const id of [documentId, ABSENT]) {
    const hidden = await openByHand(parts, as(house.registrar), { ...lost, documentId: id });
    assert.deepEqual(codesOf(hidden), ['not-found']);
  }
  const clerk = await openByHand(parts, as(house.clerk), lost);
  assert.deepEqual(codesOf(clerk), ['not-your-duty']);
  const silent = await openByHand(parts, as(keeper), { ...lost, text: ' ' });
  assert.deepEqual(codesOf(silent), ['reason-missing']);
});

test('a statement is ready when it confirms nothing and repeats nothing protected', async (t) => {
  const house = await leakHouse(t);
  const incidentId = await openIncident(house);
  const officer = as(house.officer);
  const check = async (text: string) =>
    granted(await checkStatement(house.parts, officer, { incidentId, text }));
  for (const kind of STATEMENT_KINDS) {
    const { vi, en } = granted(await draftStatement(house.parts, officer, { incidentId, kind }));
    assert.equal((await check(vi)).ready, true);
    assert.equal((await check(en)).ready, true);
  }
  const confirming = await check('Chúng tôi xác nhận đây là tài liệu thật.');
  assert.deepEqual([confirming.ready, confirming.confirming.length], [false, 2]);
  const repeating = await check(`Ủy ban cho biết: ${SECRET_SENTENCE}`);
  assert.deepEqual([repeating.ready, repeating.touchesProtected], [false, true]);
  house.parts.seal.seal();
  const sealed = await checkStatement(house.parts, officer, { incidentId, text: 'a' });
  assert.deepEqual(codesOf(sealed), ['vault-sealed']);
});
