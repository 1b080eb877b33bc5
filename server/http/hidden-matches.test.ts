/**
 * What an officer who may not read the documents learns of their matches: over the answers of the
 * API, in two houses that took in the same articles and have other secrets.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '../../core/common/sha256.ts';
import { testApp } from '../../testkit/app.ts';
import { as } from '../../testkit/house.ts';
import { granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { importArticles } from '../watch/import-articles.ts';

const BOTH =
  'Tổ giúp việc đề nghị thay bốn trưởng điểm bỏ phiếu ở bãi bồi Cồn Én trước hôm kiểm tra ' +
  'lần hai, không báo trước cho người được thay và không ghi vào biên bản.';
const FIRST =
  'Hai chuyến xe chở hòm phiếu dự phòng rời kho Gò Sỏi lúc ba giờ mười lăm, đi đường đê phía ' +
  'nam, mỗi xe một người áp tải đổi ca ở trạm bơm số sáu.';
const SECOND =
  'Danh sách mười chín cử tri phải xác minh lại nơi cư trú do đội quản lý hành chính giữ ' +
  'riêng, chỉ trao tay cho trưởng ban sau khi niêm yết xong.';
const ARTICLES = [`Tin từ bến. ${BOTH} ${FIRST} Trời mát.`, `Tin chợ. ${BOTH} ${SECOND} Hết tin.`];

type House = LeakHouse & { readonly matchIds: readonly string[] };

/** The articles are taken in; a second officer finds the first match unclear. */
async function houseWith(
  life: Parameters<typeof leakHouse>[0],
  secrets: readonly string[],
): Promise<House> {
  const house = await leakHouse(life);
  for (const secret of secrets) await house.addSecret(secret);
  for (const article of ARTICLES) {
    const input = { fileName: 'bai.txt', file: utf8(article) };
    assert.equal(granted(await importArticles(house.parts, as(house.officer), input)).matched, 1);
    house.clock.move(60_000);
  }
  const { rows } = await house.database.admin.query<{ id: string }>(
    'SELECT m.id FROM match m JOIN article a ON a.id = m.article_id ORDER BY a.captured_at, m.id',
  );
  return { ...house, matchIds: rows.map(({ id }) => id) };
}

/** One short sentence of one document, in both articles: one story. */
const fewSecrets = (life: Parameters<typeof leakHouse>[0]) => houseWith(life, [BOTH]);

/** Three documents, of the highest level, most of each article; found by searching back. */
async function manySecrets(life: Parameters<typeof leakHouse>[0]): Promise<House> {
  const house = await houseWith(life, [
    `${FIRST}\n${FIRST.toUpperCase()}`,
    `Ghi riêng. ${BOTH}\n${FIRST}`,
    SECOND,
  ]);
  assert.ok(house.matchIds.length > 2);
  const { admin } = house.database;
  await admin.query(
    `UPDATE document SET protection = jsonb_set(protection, '{level}', '"tuyet-mat"') - 'summary'`,
  );
  await admin.query(
    `UPDATE match SET spans = jsonb_set(spans, '{back}', 'true'), found_at = found_at + '1 day'`,
  );
  return house;
}

/** Ids differ from house to house; each becomes the number of its first appearance. */
function numbered(value: unknown): unknown {
  const seen = new Map<string, number>();
  const text = JSON.stringify(value).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!seen.has(id)) seen.set(id, seen.size);
    return `#${seen.get(id)}`;
  });
  // People of these houses are called after their ids.
  return JSON.parse(text.replace(/Người [0-9a-f]{4}/g, 'Người'));
}

type Answers = Readonly<Record<string, unknown>>;

/** What the uncleared officer is answered at each door of the desk. */
async function answersIn(life: Parameters<typeof testApp>[0], house: House): Promise<Answers> {
  const site = await testApp(life, house);
  const other = await house.addPerson({ duties: ['watch-officer'], level: null });
  const colleague = await site.signedIn(other);
  const officer = await site.signedIn(house.officer);
  const ask = async (url: string) => {
    const { status, json } = await officer.get(url);
    assert.equal(status, 200, url);
    return json;
  };
  const queue = await ask('/api/watch/matches');
  const answers: Record<string, unknown> = {
    queue,
    strong: await ask('/api/watch/matches?minScore=0.999'),
    level: await ask('/api/watch/matches?level=tuyet-mat'),
    page: await ask('/api/watch/matches?limit=1'),
    inbox: await ask('/api/inbox'),
  };
  const { next } = answers.page as { next: string };
  answers.nextPage = await ask(`/api/watch/matches?limit=1&after=${next}`);
  const ids = queue.matches.map(({ matchId }: { matchId: string }) => matchId) as string[];
  assert.equal(ids.length, ARTICLES.length, 'one line for each article');
  for (const id of ids) answers[`view ${ids.indexOf(id)}`] = await ask(`/api/watch/matches/${id}`);
  const [first = ''] = ids;
  await colleague.post(`/api/watch/matches/${first}/doubt`, { reason: 'Giống đoạn về hòm phiếu' });
  answers.doubted = await ask(`/api/watch/matches/${first}`);
  const leak = await colleague.post(`/api/watch/matches/${first}/confirm`, { reason: 'Trùng' });
  const incident = await ask(`/api/incidents/${leak.json.incidentId}`);
  const [piece] = incident.evidence;
  answers.damage = { passages: incident.damage.passages, characters: incident.damage.characters };
  answers.evidence = piece.spans;
  answers.contents = await ask(
    `/api/incidents/${leak.json.incidentId}/evidence/${piece.evidenceId}`,
  );
  return answers;
}

test('of a hidden match no answer tells score, places, level, number or story', async (t) => {
  const [few, many] = [await fewSecrets(t), await manySecrets(t)];
  const [one, other] = [await answersIn(t, few), await answersIn(t, many)];
  for (const [door, answer] of Object.entries(one)) {
    assert.deepEqual(numbered(other[door]), numbered(answer), door);
  }
  // And what they all say is nothing: equal answers could still be equally talkative.
  const said = JSON.stringify(one);
  for (const [, value] of said.matchAll(/"(?:score|foundAt|bits|background|shared)":([^,}]+)/g)) {
    assert.equal(value, 'null');
  }
  for (const [, value] of said.matchAll(/"spans":(\[[^\]]*\])/g)) assert.equal(value, '[]');
  assert.ok(!said.includes('Giống đoạn'), 'the reason of who could read');
});

test('who may read the documents goes on seeing score, places and story', async (t) => {
  const house = await fewSecrets(t);
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'tuyet-mat' });
  const { rows } = await house.database.admin.query<{ id: string }>(
    'SELECT DISTINCT document_id AS id FROM match',
  );
  for (const { id } of rows) await house.letRead(id, reader);
  const browser = await (await testApp(t, house)).signedIn(reader);
  const { matches } = (await browser.get('/api/watch/matches')).json;
  assert.deepEqual([matches.length, matches[0].story.articles], [1, 2]);
  assert.ok(matches[0].score > 0.5 && matches[0].bits > 0 && matches[0].foundAt !== null);
  const view = (await browser.get(`/api/watch/matches/${matches[0].matchId}`)).json;
  assert.ok(view.spans.length > 0 && view.spread.length === 2 && view.background !== null);
});
