import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPairComparer } from '../../adapters/extract/pair-comparer.ts';
import { testApp } from '../../testkit/app.ts';
import { as } from '../../testkit/house.ts';
import { CLEAN_NEWS, codesOf, granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { longPair } from '../../testkit/shards/invented-texts.ts';
import { checkText } from './check.ts';
import { compareLoosely } from './compare-loosely.ts';

/** What the secret sentences say, told otherwise: no five words in a row are theirs. */
const RETOLD =
  'Danh sách tạm hoãn công bố, chờ thẩm tra xong lý lịch từng người. Tại quận Núi Trầm và ' +
  'quận Sông Hoa, số ứng viên dự phòng được giới thiệu thêm là bảy, theo ý kiến thống nhất ' +
  'của Ủy ban. Mức chi cho thẩm tra kinh phí tối đa là bốn trăm hai mươi triệu, đồng tiền ' +
  'trích ở nguồn dự phòng. Phiên họp kín vào ngày mười chín, trước đó Thường trực cho ý kiến ' +
  'chỉ đạo.';
const ARTICLE = `${CLEAN_NEWS} ${RETOLD}`;

async function readings(house: LeakHouse) {
  const entries = await house.acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntries({ limit: 50 }),
  );
  return entries.map(({ entry }) => entry).filter(({ verb }) => verb === 'access.read');
}

test('words told otherwise are shown beside the document to who may read it', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, drafter } = house;
  const verdict = granted(await checkText(parts, as(drafter), { text: ARTICLE }));
  assert.equal(verdict.touchesProtected, false, 'the matcher finds no row of words here');
  const { passages } = granted(
    await compareLoosely(parts, as(drafter), { documentId, text: ARTICLE }),
  );
  const [passage] = passages;
  assert.ok(passage, 'a resemblance');
  assert.equal(passage.kind, 'place');
  assert.equal(ARTICLE.slice(passage.articleStart, passage.articleEnd), passage.articleText);
  assert.ok(
    passage.articleText.includes('Núi Trầm') && !passage.articleText.includes('đua thuyền'),
  );
  // Stored texts are wrapped; the last three sentences are what was retold.
  const shown = passage.documentText.replace(/\s+/g, ' ');
  assert.ok(shown.startsWith('Ủy ban thống nhất') && shown.endsWith('ngày mười chín.'), shown);
  assert.ok(passage.documentBefore.length <= 80 && passage.documentBefore !== '');
});

test('each comparison is one reading in the ledger, without a word of either text', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, drafter } = house;
  for (const text of [ARTICLE, CLEAN_NEWS]) {
    granted(await compareLoosely(parts, as(drafter), { documentId, text }));
  }
  const entries = await readings(house);
  assert.equal(entries.length, 2);
  for (const { actor, subject, facts, rows } of entries) {
    assert.deepEqual([actor, subject, rows], [drafter, { document: documentId }, []]);
    assert.deepEqual(Object.keys(facts).toSorted(), ['characters', 'version']);
  }
});

test('who may not read it is answered as for a document that does not exist', async (t) => {
  const house = await leakHouse(t);
  const absent = '00000000-0000-4000-8000-000000000000';
  const ask = (documentId: string) =>
    compareLoosely(house.parts, as(house.officer), { documentId, text: ARTICLE });
  const [hidden, none] = [await ask(house.documentId), await ask(absent)];
  assert.equal(hidden.ok, false);
  assert.deepEqual(hidden, none);
});

test('who sees the document but may not read it is refused with the reason', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, clerk } = house;
  const refused = await compareLoosely(parts, as(clerk), { documentId, text: ARTICLE });
  assert.deepEqual(codesOf(refused), ['no-need-to-know']);
  const [entry] = await readings(house);
  assert.deepEqual([entry?.refused, entry?.facts], [['no-need-to-know'], {}]);
});

test('it opens nothing: no match, no incident', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, drafter } = house;
  const count = () =>
    house.acts.read({ kind: 'clock' }, async ({ ledger }) =>
      (await ledger.listEntries({ limit: 200 })).filter(({ entry }) => entry.rows.length > 0),
    );
  const before = await count();
  granted(await compareLoosely(parts, as(drafter), { documentId, text: ARTICLE }));
  assert.equal((await count()).length, before.length);
});

test('while the vault is sealed nothing is compared and no reading is recorded', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId, drafter } = house;
  parts.seal.seal();
  const sealed = await compareLoosely(parts, as(drafter), { documentId, text: ARTICLE });
  assert.deepEqual(codesOf(sealed), ['vault-sealed']);
  assert.deepEqual(await readings(house), []);
});

test('a long pair holds up no other request', async (t) => {
  const house = await leakHouse(t);
  const { document, text } = longPair(5_000);
  const documentId = await house.addSecret(document);
  const { signedIn } = await testApp(t, house);
  const browser = await signedIn(house.drafter);
  const other = await signedIn(house.officer);
  const begunMs = performance.now();
  let tookMs = 0;
  const comparing = browser
    .post('/api/publication/compare-loosely', { documentId, text })
    .then((answer) => {
      tookMs = performance.now() - begunMs;
      return answer;
    });
  let slowestMs = 0;
  let answered = 0;
  while (tookMs === 0) {
    const askedMs = performance.now();
    const answer = await other.get('/api/watch/matches');
    assert.equal(answer.status, 200);
    slowestMs = Math.max(slowestMs, performance.now() - askedMs);
    answered += 1;
  }
  const { status, json } = await comparing;
  assert.equal(status, 200);
  assert.ok(json.passages.length > 0);
  t.diagnostic(`${answered} answers, the slowest ${slowestMs} ms, in ${tookMs} ms`);
  assert.ok(answered > 3 && slowestMs < tookMs / 4, `${slowestMs} of ${tookMs} ms`);
});

test('a pair over the limit is refused with what to do; the reading stays on record', async (t) => {
  const house = await leakHouse(t);
  const { document, text } = longPair(5_000);
  const documentId = await house.addSecret(document);
  const pairComparer = openPairComparer({ wallMs: 400 });
  const { faults, signedIn } = await testApp(t, {
    ...house,
    parts: { ...house.parts, pairComparer },
  });
  const browser = await signedIn(house.drafter);
  const answer = await browser.post('/api/publication/compare-loosely', { documentId, text });
  assert.equal(answer.status, 422);
  const refusals = [{ code: 'comparison-stopped', facts: { seconds: 0.4 } }];
  assert.deepEqual(answer.json.refusals, refusals);
  assert.ok(!answer.body.includes(text.slice(0, 20)) && faults.length === 0);
  assert.equal((await readings(house)).length, 1);
});
