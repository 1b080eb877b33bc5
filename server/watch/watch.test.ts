import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeZip } from '../../adapters/extract/testing/zip-maker.ts';
import type { ObjectName, PersonId } from '../../core/common/id.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import { as } from '../../testkit/house.ts';
import {
  CLEAN_NEWS,
  codesOf,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  OTHER_SECRET_TEXT,
  SECRET_SENTENCE,
  unmarked,
} from '../../testkit/leak.ts';
import { downloadEvidence } from '../incident/view-evidence.ts';
import { viewIncident } from '../incident/view-incident.ts';
import type { Actor } from '../ports/acts.ts';
import { confirmMatch } from './confirm-match.ts';
import { dismissMatch } from './dismiss-match.ts';
import { importArticles } from './import-articles.ts';
import { listMatches } from './list-matches.ts';
import { viewMatch } from './view-match.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const CONSOLE: Actor = { kind: 'console' };
const NOTHING = { taken: 0, matched: 0, duplicates: 0, rejected: [] };

const page = (body: string) => `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
  <title>Hậu trường kỳ bầu cử</title>
  <link rel="canonical" href="https://bao-lang.example/hau-truong"></head>
  <body><article><h1>Hậu trường kỳ bầu cử</h1><p>${body}</p></article></body></html>`;

const line = (text: string, number = 1) =>
  JSON.stringify({ url: `https://bao-lang.example/${number}`, title: `Bài ${number}`, text });

async function take(house: LeakHouse, text: string, fileName = 'bai.jsonl') {
  const file = utf8(text);
  return granted(await importArticles(house.parts, as(house.officer), { fileName, file }));
}

async function onlyMatch(house: LeakHouse): Promise<string> {
  const query = { state: 'open', minScore: 0, limit: 100 } as const;
  const { matches } = granted(await listMatches(house.parts, as(house.officer), query));
  const [match, ...more] = matches;
  assert.ok(match && more.length === 0);
  return match.matchId;
}

const queue = async (house: LeakHouse, personId: PersonId, filter: object = {}) =>
  granted(
    await listMatches(house.parts, as(personId), {
      state: 'open',
      minScore: 0,
      limit: 100,
      ...filter,
    }),
  );

/** Every row of every table, and every ledger entry, as text. */
async function everythingStored(house: LeakHouse): Promise<string> {
  const { admin } = house.database;
  const tables = await admin.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await admin.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`);
    texts.push(...rows.map(({ text }) => text));
  }
  const ledger = `SELECT convert_from(body, 'UTF8') AS text FROM ledger_entry`;
  const { rows } = await admin.query<{ text: string }>(ledger);
  return [...texts, ...rows.map(({ text }) => text)].join('\n');
}

type Stored = { id: string; object_name: string; sha256: string };

/** Of the articles themselves; the file that they came in is kept apart (keep-import.test.ts). */
async function articleObjects(house: LeakHouse): Promise<Stored[]> {
  const query = `SELECT id, object_name, sha256 FROM vault_object o WHERE document_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM kept_import WHERE o.id IN (content_object_id, texts_object_id))`;
  return (await house.database.admin.query<Stored>(query)).rows;
}

const stateOfObjects = async (house: LeakHouse, objects: readonly Stored[]) =>
  Promise.all(
    objects.map(({ object_name, sha256: hash }) =>
      house.parts.store.checkStored({ objectName: object_name as ObjectName, sha256: hash }),
    ),
  );

test('of an article that repeats nothing only source, address, hash and moment stay', async (t) => {
  const house = await leakHouse(t);
  const text = line(CLEAN_NEWS);
  assert.deepEqual(await take(house, text), { ...NOTHING, taken: 1 });
  const stored = await everythingStored(house);
  assert.ok(stored.includes('https://bao-lang.example/1'));
  assert.ok(stored.includes(sha256(utf8(text)).toHex()));
  for (const words of ['Bài 1', 'đua thuyền', 'Bến Lau', 'bai.jsonl']) {
    assert.ok(!stored.includes(words), words);
  }
  assert.deepEqual(await articleObjects(house), []);
});

test('a leaking article is kept sealed: none of its words is in the database', async (t) => {
  const house = await leakHouse(t);
  assert.deepEqual(await take(house, line(LEAKING_NEWS)), { ...NOTHING, taken: 1, matched: 1 });
  const stored = await everythingStored(house);
  for (const words of ['bảy ứng viên', 'phóng viên', 'bàn tán']) assert.ok(!stored.includes(words));
  const objects = await articleObjects(house);
  assert.deepEqual(await stateOfObjects(house, objects), ['good', 'good']);
});

const LEAKS: readonly (readonly [fileName: string, file: string | Uint8Array])[] = [
  ['bai.html', page(LEAKING_NEWS)],
  ['bai.txt', `Hậu trường\n${unmarked(LEAKING_NEWS)}`],
  ['bai.jsonl', line(LEAKING_NEWS)],
  [
    'tin.rss',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Báo Làng</title><item>
     <title>Hậu trường</title><link>https://bao-lang.example/2</link>
     <description>${LEAKING_NEWS}</description></item></channel></rss>`,
  ],
  ['tin.zip', makeZip([{ name: 'a/bai.html', bytes: page(LEAKING_NEWS) }])],
];

/** An officer who may read the document: only to such a one its places are told. */
async function readerOf(house: LeakHouse): Promise<PersonId> {
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'mat' });
  await house.letRead(house.documentId, reader);
  return reader;
}

for (const [fileName, content] of LEAKS) {
  test(`the leak is found in ${fileName}, down to the sentence`, async (t) => {
    const house = await leakHouse(t);
    const file = typeof content === 'string' ? utf8(content) : content;
    const input = { fileName, file };
    const done = granted(await importArticles(house.parts, as(house.officer), input));
    assert.deepEqual(done, { ...NOTHING, taken: 1, matched: 1 });
    const matchId = await onlyMatch(house);
    const view = granted(await viewMatch(house.parts, as(await readerOf(house)), { matchId }));
    assert.ok((view.score ?? 0) > 0.8, String(view.score));
    const repeated = view.spans.map(({ articleStart, articleEnd }) =>
      view.articleText?.slice(articleStart, articleEnd),
    );
    assert.ok(unmarked(repeated.join(' ')).includes('hoan cong bo danh sach'));
  });
}

test('what was taken is skipped when the same articles come again', async (t) => {
  const house = await leakHouse(t);
  const both = `${line(LEAKING_NEWS, 1)}\n${line(CLEAN_NEWS, 2)}`;
  assert.equal((await take(house, line(LEAKING_NEWS, 1))).taken, 1);
  assert.deepEqual(await take(house, both), { ...NOTHING, taken: 1, duplicates: 1 });
  assert.deepEqual(await take(house, both), { ...NOTHING, duplicates: 2 });
  const twice = `${line(CLEAN_NEWS, 3)}\n${line(CLEAN_NEWS, 3)}`;
  assert.deepEqual(await take(house, twice), { ...NOTHING, taken: 1, duplicates: 1 });
  assert.equal((await queue(house, house.officer)).matches.length, 1);
});

test('the same file twice at once is taken once', async (t) => {
  const house = await leakHouse(t);
  const [one, other] = await Promise.all([
    take(house, line(LEAKING_NEWS)),
    take(house, line(LEAKING_NEWS)),
  ]);
  assert.deepEqual([one.taken + other.taken, one.duplicates + other.duplicates], [1, 1]);
  const objects = await articleObjects(house);
  assert.deepEqual(await stateOfObjects(house, objects), ['good', 'good']);
});

test('members that cannot be read are named, the rest is taken', async (t) => {
  const house = await leakHouse(t);
  const done = await take(house, `${line(CLEAN_NEWS)}\n{"broken"`);
  assert.deepEqual(done, {
    ...NOTHING,
    taken: 1,
    rejected: [{ name: 'bai.jsonl:2', code: 'file-unreadable' }],
  });
  const input = { fileName: 'a.pdf', file: utf8('%PDF-1.7') };
  const whole = await importArticles(house.parts, as(house.officer), input);
  assert.deepEqual(codesOf(whole), ['article-unreadable']);
});

test('hostile words of a capture break neither the row nor the ledger', async (t) => {
  const house = await leakHouse(t);
  const hostile = JSON.stringify({
    url: `https://bao-lang.example/${'a'.repeat(5_000)}`,
    title: `\ud800 \0 ${'x'.repeat(2_000)}`,
    text: `\ufeff${LEAKING_NEWS}\ud800`,
  });
  assert.equal((await take(house, hostile)).matched, 1);
  const matchId = await onlyMatch(house);
  const view = granted(await viewMatch(house.parts, as(await readerOf(house)), { matchId }));
  assert.ok((view.article.title?.length ?? 0) <= 500);
  const [span] = view.spans;
  assert.ok(span);
  assert.ok(view.articleText?.slice(span.articleStart, span.articleEnd).startsWith('Ủy ban'));
});

test('the operator at the machine imports and learns counts', async (t) => {
  const house = await leakHouse(t);
  const input = { fileName: 'bai.jsonl', file: utf8(line(LEAKING_NEWS)) };
  const done = granted(await importArticles(house.parts, CONSOLE, input));
  assert.deepEqual(done, { ...NOTHING, taken: 1, matched: 1 });
  const seen = await listMatches(house.parts, CONSOLE, { state: 'open', minScore: 0, limit: 10 });
  assert.deepEqual(codesOf(seen), ['not-your-duty']);
});

test('an officer without need-to-know sees the article and no document', async (t) => {
  const house = await leakHouse(t);
  await take(house, line(LEAKING_NEWS));
  const { matches, ask, articles } = await queue(house, house.officer);
  assert.equal(matches[0]?.document, null);
  assert.equal(matches[0]?.article.title, 'Bài 1');
  assert.deepEqual(
    ask.map(({ personId }) => personId),
    [house.registrar],
  );
  assert.deepEqual(articles, { taken: 1, matched: 1 });
  const matchId = await onlyMatch(house);
  const view = granted(await viewMatch(house.parts, as(house.officer), { matchId }));
  assert.deepEqual([view.document, view.shared], [null, null]);
  assert.equal(view.articleText, LEAKING_NEWS);
  for (const answer of [matches, view]) {
    assert.ok(!JSON.stringify(answer).includes(house.documentId));
    assert.ok(!JSON.stringify(answer).includes('TTr-UBBC'));
  }
  assert.deepEqual((await queue(house, house.officer, { level: 'mat' })).matches, []);
});

test('an officer who may read sees both sides, and that is a reading', async (t) => {
  const house = await leakHouse(t);
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'mat' });
  await house.letRead(house.documentId, reader);
  await take(house, line(LEAKING_NEWS));
  const matchId = await onlyMatch(house);
  const view = granted(await viewMatch(house.parts, as(reader), { matchId }));
  assert.equal(view.document?.documentId, house.documentId);
  assert.ok(view.shared?.passages.some((one) => one.documentText.includes('hoãn công bố')));
  assert.equal((await queue(house, reader, { level: 'mat' })).matches.length, 1);
  assert.equal((await queue(house, reader, { level: 'toi-mat' })).matches.length, 0);
  const knowers = await house.acts.read({ kind: 'clock' }, ({ access }) =>
    access.listKnowers(house.documentId, house.clock.now()),
  );
  assert.ok(knowers.some(({ personId, way }) => personId === reader && way === 'read'));
});

test('nobody without the duty sees, imports or judges; an absent match is not found', async (t) => {
  const house = await leakHouse(t);
  await take(house, line(LEAKING_NEWS));
  const matchId = await onlyMatch(house);
  const input = { matchId, reason: 'Trùng nguyên văn' };
  for (const who of [house.clerk, house.registrar].map(as)) {
    for (const outcome of [
      await importArticles(house.parts, who, { fileName: 'a.txt', file: utf8('a') }),
      await viewMatch(house.parts, who, { matchId }),
      await viewMatch(house.parts, who, { matchId: ABSENT }),
      await confirmMatch(house.parts, who, input),
      await dismissMatch(house.parts, who, { ...input, kind: 'lawful' }),
    ]) {
      assert.deepEqual(codesOf(outcome), ['not-your-duty']);
    }
  }
  const officer = as(house.officer);
  for (const outcome of [
    await viewMatch(house.parts, officer, { matchId: ABSENT }),
    await confirmMatch(house.parts, officer, { ...input, matchId: ABSENT }),
  ]) {
    assert.deepEqual(codesOf(outcome), ['not-found']);
  }
});

test('a verdict needs a reason and is given once', async (t) => {
  const house = await leakHouse(t);
  await take(house, line(LEAKING_NEWS));
  const matchId = await onlyMatch(house);
  const officer = as(house.officer);
  const silent = { matchId, reason: '  ' };
  assert.deepEqual(codesOf(await confirmMatch(house.parts, officer, silent)), ['reason-missing']);
  const silently = await dismissMatch(house.parts, officer, { ...silent, kind: 'lawful' });
  assert.deepEqual(codesOf(silently), ['reason-missing']);
  const input = { matchId, reason: 'Trùng nguyên văn một câu' };
  granted(await confirmMatch(house.parts, officer, input));
  assert.deepEqual(codesOf(await confirmMatch(house.parts, officer, input)), ['verdict-given']);
  const dismissing = await dismissMatch(house.parts, officer, { ...input, kind: 'lawful' });
  assert.deepEqual(codesOf(dismissing), ['verdict-given']);
  const { verdict } = granted(await viewMatch(house.parts, officer, { matchId }));
  assert.equal(verdict?.reason, 'Trùng nguyên văn một câu');
  assert.ok(!(await ledgerText(house)).includes('Trùng nguyên văn'));
});

async function ledgerText(house: LeakHouse): Promise<string> {
  const query = `SELECT convert_from(body, 'UTF8') AS text FROM ledger_entry`;
  const { rows } = await house.database.admin.query<{ text: string }>(query);
  return rows.map(({ text }) => text).join('\n');
}

test('dismissing destroys what was kept of the article', async (t) => {
  const house = await leakHouse(t);
  await take(house, line(LEAKING_NEWS));
  const matchId = await onlyMatch(house);
  const objects = await articleObjects(house);
  const input = { matchId, reason: 'Đã được công bố hôm trước', kind: 'lawful' } as const;
  granted(await dismissMatch(house.parts, as(house.officer), input));
  assert.deepEqual(await stateOfObjects(house, objects), ['missing', 'missing']);
  const view = granted(await viewMatch(house.parts, as(house.officer), { matchId }));
  assert.deepEqual([view.state, view.articleText, view.article.title], ['dismissed', null, null]);
  assert.equal(view.verdict?.kind, 'lawful');
  assert.ok(!(await everythingStored(house)).includes('Bài 1'));
  assert.deepEqual(await take(house, line(LEAKING_NEWS)), { ...NOTHING, duplicates: 1 });
});

test('an article with another open match is kept until that is judged too', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(OTHER_SECRET_TEXT);
  await take(house, line(`${LEAKING_NEWS}\n${OTHER_SECRET_TEXT}`));
  const objects = await articleObjects(house);
  const states: string[][] = [];
  for (const _ of ['first', 'second']) {
    // One line for all that the officer may not read of an article; then what is left of it.
    const { matches } = await queue(house, house.officer);
    assert.equal(matches.length, 1);
    const matchId = matches[0]?.matchId ?? '';
    const input = { matchId, reason: 'Văn mẫu', kind: 'common-wording' } as const;
    granted(await dismissMatch(house.parts, as(house.officer), input));
    states.push(await stateOfObjects(house, objects));
  }
  assert.deepEqual(states, [
    ['good', 'good'],
    ['missing', 'missing'],
  ]);
});

test('a sealed vault refuses import, view and verdict', async (t) => {
  const house = await leakHouse(t);
  await take(house, line(LEAKING_NEWS));
  const matchId = await onlyMatch(house);
  house.parts.seal.seal();
  const officer = as(house.officer);
  const input = { matchId, reason: 'Trùng' };
  for (const outcome of [
    await importArticles(house.parts, officer, { fileName: 'a.txt', file: utf8(CLEAN_NEWS) }),
    await viewMatch(house.parts, officer, { matchId }),
    await confirmMatch(house.parts, officer, input),
    await dismissMatch(house.parts, officer, { ...input, kind: 'lawful' }),
  ]) {
    assert.deepEqual(codesOf(outcome), ['vault-sealed']);
  }
});

test('confirming opens an incident whose evidence is the original, byte for byte', async (t) => {
  const house = await leakHouse(t);
  const original = page(SECRET_SENTENCE);
  const imported = await take(house, original, 'bai.html');
  assert.equal(imported.matched, 1);
  const matchId = await onlyMatch(house);
  const { incidentId } = granted(
    await confirmMatch(house.parts, as(house.officer), { matchId, reason: 'Trùng' }),
  );
  const officer = as(house.officer);
  const view = granted(await viewIncident(house.parts, officer, { incidentId }));
  const [evidence, ...more] = view.evidence;
  assert.ok(evidence && more.length === 0);
  assert.equal(evidence.sha256, sha256(utf8(original)).toHex());
  const which = { incidentId, evidenceId: evidence.evidenceId };
  const { bytes } = granted(await downloadEvidence(house.parts, officer, which));
  assert.equal(Buffer.from(bytes).toString(), original);
});
