import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../core/common/id.ts';
import { permit } from '../../core/common/refusal.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { rankOf } from '../../core/watch/rank.ts';
import { as } from '../../testkit/house.ts';
import {
  codesOf,
  granted,
  type LeakHouse,
  leakHouse,
  OTHER_SECRET_TEXT,
  SECRET_SENTENCE,
  SECRET_TEXT,
} from '../../testkit/leak.ts';
import { viewIncident } from '../incident/view-incident.ts';
import { put } from '../ports/rows.ts';
import { confirmMatch } from './confirm-match.ts';
import { doubtMatch } from './doubt-match.ts';
import { findEmbargoBroken } from './find-embargo-broken.ts';
import { importArticles } from './import-articles.ts';
import { listMatches } from './list-matches.ts';
import { viewMatch } from './view-match.ts';

type Page = { readonly after?: string; readonly limit?: number; readonly state?: 'unclear' };

const queueOf = async (house: LeakHouse, personId: PersonId, page: Page = {}) =>
  granted(
    await listMatches(house.parts, as(personId), {
      state: 'open',
      minScore: 0,
      limit: 100,
      ...page,
    }),
  );

let number = 0;
async function publish(house: LeakHouse, text: string, host = 'bao-lang.example') {
  number += 1;
  const line = { url: `https://${host}/${number}`, title: `Bài ${number}`, text };
  const file = utf8(JSON.stringify(line));
  const input = { fileName: 'bai.jsonl', file };
  return granted(await importArticles(house.parts, as(house.officer), input));
}

async function readerOf(house: LeakHouse): Promise<PersonId> {
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'mat' });
  await house.letRead(house.documentId, reader);
  return reader;
}

const around = (word: string) =>
  `Bài này mở đầu bằng ${word}. ${SECRET_SENTENCE} Kết thúc ${word}.`;

test('a story is one line of the queue, and its spread tells who had it when', async (t) => {
  const house = await leakHouse(t);
  for (const [at, host] of ['hai.example', 'ba.example', 'hai.example'].entries()) {
    await publish(house, around(`câu chuyện thứ ${at}`), host);
    house.clock.move(3_600_000);
  }
  const reader = await readerOf(house);
  await house.letRead(await house.addSecret(OTHER_SECRET_TEXT), reader);
  await publish(house, OTHER_SECRET_TEXT);
  const { matches } = await queueOf(house, reader);
  assert.deepEqual(matches.map(({ story }) => [story.articles, story.outlets]).toSorted(), [
    [1, 1],
    [3, 2],
  ]);
  const [line] = matches.filter(({ story }) => story.articles === 3);
  assert.ok(line);
  const matchId = line.matchId;
  const { spread } = granted(await viewMatch(house.parts, as(reader), { matchId }));
  assert.deepEqual(
    spread.map(({ source }) => source),
    ['hai.example', 'ba.example', 'hai.example'],
  );
  assert.equal(line.story.firstAt, spread[0]?.capturedAt);
});

test('one story is one incident: further outlets are evidence of it', async (t) => {
  const house = await leakHouse(t);
  for (const word of ['một', 'hai']) await publish(house, around(word));
  const incidents = new Set<string>();
  for (const _ of ['first', 'second']) {
    const [line] = (await queueOf(house, house.officer)).matches;
    assert.ok(line);
    const input = { matchId: line.matchId, reason: 'Trùng nguyên văn' };
    const { incidentId } = granted(await confirmMatch(house.parts, as(house.officer), input));
    incidents.add(incidentId);
  }
  const [incidentId, ...more] = incidents;
  assert.ok(incidentId && more.length === 0);
  const view = granted(await viewIncident(house.parts, as(house.officer), { incidentId }));
  assert.equal(view.evidence.length, 2);
  assert.equal((await queueOf(house, house.officer)).matches.length, 0);
});

test('what is unclear is kept, leaves the queue, and is judged later with its doubt', async (t) => {
  const house = await leakHouse(t);
  await publish(house, around('một'));
  const [line] = (await queueOf(house, house.officer)).matches;
  assert.ok(line);
  const input = { matchId: line.matchId, reason: 'Chờ hỏi đơn vị soạn' };
  granted(await doubtMatch(house.parts, as(house.officer), input));
  assert.deepEqual((await queueOf(house, house.officer)).matches, []);
  assert.equal((await queueOf(house, house.officer, { state: 'unclear' })).matches.length, 1);
  const again = await doubtMatch(house.parts, as(house.officer), input);
  assert.deepEqual(codesOf(again), ['verdict-given']);
  const other = await readerOf(house);
  granted(await confirmMatch(house.parts, as(other), { ...input, reason: 'Đã hỏi: đúng' }));
  const view = granted(await viewMatch(house.parts, as(other), input));
  assert.deepEqual([view.verdict?.kind, view.verdict?.by.personId], ['leak', other]);
  assert.deepEqual(
    view.earlier.map(({ kind, by, reason }) => [kind, by.personId, reason]),
    [['unclear', house.officer, 'Chờ hỏi đơn vị soạn']],
  );
  assert.ok(view.articleText);
});

test('an embargo is not found broken on a secret, nor by who may not read it', async (t) => {
  const house = await leakHouse(t);
  const reader = await readerOf(house);
  await publish(house, around('một'));
  const [line] = (await queueOf(house, reader)).matches;
  assert.ok(line);
  const input = { matchId: line.matchId, reason: 'Trước giờ' };
  for (const who of [house.officer, reader]) {
    const outcome = await findEmbargoBroken(house.parts, as(who), input);
    assert.deepEqual(codesOf(outcome), ['verdict-unfounded']);
  }
});

test('only who may read the document learns the reasons of the score', async (t) => {
  const house = await leakHouse(t);
  const reader = await readerOf(house);
  await publish(house, around('một'));
  const [line] = (await queueOf(house, reader)).matches;
  assert.ok(line);
  const which = { matchId: line.matchId };
  const seen = granted(await viewMatch(house.parts, as(reader), which));
  const [reason] = seen.reasons ?? [];
  assert.ok(reason && reason.bits > 100 && reason.exactTokens >= 30 && reason.longestRow >= 30);
  assert.equal(seen.ground, 'secret');
  const [passage] = seen.shared?.passages ?? [];
  assert.ok(passage && passage.rare.length > 0);
  for (const { start, end } of passage.rare)
    assert.ok(passage.documentText.includes(seen.articleText?.slice(start, end) ?? '-'));
  const blind = granted(await viewMatch(house.parts, as(house.officer), which));
  assert.deepEqual([blind.reasons, blind.ground, blind.shared], [null, null, null]);
  assert.deepEqual([blind.spans, blind.score], [[], null]);
  assert.ok(blind.ask.length > 0);
  assert.ok(!JSON.stringify(blind).includes('rare'));
});

/** Matches as rows: what is counted here is the queue, not the matcher. */
async function fill(house: LeakHouse, count: number): Promise<void> {
  await publish(house, SECRET_SENTENCE);
  const articles = Array.from({ length: count }, (_, at) => ({
    id: house.randomness.id(),
    match: house.randomness.id(),
    sha256: at.toString(16).padStart(64, '0'),
    bits: 40 + ((at * 37) % 900),
  }));
  for (let from = 0; from < count; from += 200) {
    const some = articles.slice(from, from + 200);
    await house.acts.perform({ kind: 'console' }, { verb: 'watch.import' }, async (world) =>
      permit({
        rows: some.flatMap(({ id, match, sha256, bits }) => [
          put('article', {
            id,
            source: 'bao.example',
            url: null,
            title: null,
            publishedAt: null,
            capturedAt: world.now,
            sha256,
            mediaType: 'text/plain',
            matched: true,
            rawObjectId: null,
            textObjectId: null,
          }),
          put('match', {
            id: match,
            articleId: id,
            documentId: house.documentId,
            score: 900,
            spans: { textVersion: 1, passages: [], bits },
            verdict: { state: 'open' },
            foundAt: world.now,
          }),
        ]),
        value: null,
      }),
    );
  }
}

test('a thousand matches come page by page: each once, best first, as many queries', async (t) => {
  const house = await leakHouse(t);
  const reader = await readerOf(house);
  await fill(house, 1_000);
  const pool = house.database.app;
  let queries = 0;
  pool.on('acquire', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      queries += 1;
      return query(...args);
    }) as typeof client.query;
    pool.once('release', () => {
      client.query = query as typeof client.query;
    });
  });
  const counts: number[] = [];
  const seen: { matchId: string; bits: number | null }[] = [];
  for (let after: string | undefined | null; after !== null; ) {
    queries = 0;
    const page = await queueOf(house, reader, { limit: 100, ...(after ? { after } : {}) });
    counts.push(queries);
    seen.push(...page.matches);
    after = page.next;
  }
  assert.equal(seen.length, 1_001);
  assert.equal(new Set(seen.map(({ matchId }) => matchId)).size, 1_001);
  const ranks = seen.map(({ bits }) => rankOf(bits ?? 0, 'mat'));
  assert.deepEqual(
    ranks,
    ranks.toSorted((one, other) => other - one),
  );
  assert.ok(Math.min(...counts) > 3 && Math.max(...counts) <= 20, `${counts.join(' ')} queries`);
  queries = 0;
  await queueOf(house, reader, { limit: 1 });
  assert.equal(queries, counts[0], 'a page of a hundred asks as often as a page of one');
});

test('the level of a document moves a line only for who may read the document', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(OTHER_SECRET_TEXT);
  // Most of the document: Mật it ranks below what is hidden, Tuyệt mật above.
  await publish(house, SECRET_TEXT.slice(SECRET_TEXT.indexOf('Thực hiện')));
  await publish(house, OTHER_SECRET_TEXT);
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'tuyet-mat' });
  await house.letRead(house.documentId, reader);
  // Sees by duty that every registered document exists, and reads none.
  const duties = ['watch-officer', 'registry-clerk'] as const;
  const seeing = await house.addPerson({ duties, level: 'tuyet-mat' });
  const orders = async () =>
    Promise.all(
      [house.officer, seeing, reader].map(async (who) =>
        (await queueOf(house, who)).matches.map(({ article }) => article.title),
      ),
    );
  const [blind, sees, reads] = await orders();
  assert.deepEqual(sees, blind);
  await house.database.admin.query(
    `UPDATE document SET protection = jsonb_set(protection, '{level}', '"tuyet-mat"') - 'summary'
     WHERE id = $1`,
    [house.documentId],
  );
  const [blindAfter, seesAfter, readsAfter] = await orders();
  assert.deepEqual([blindAfter, seesAfter], [blind, blind]);
  assert.deepEqual(readsAfter, reads?.toReversed());
});
