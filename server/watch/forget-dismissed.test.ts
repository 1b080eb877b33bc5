import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invariant } from '../../core/common/invariant.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { as } from '../../testkit/house.ts';
import { granted, LEAKING_NEWS, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { dismissMatch } from './dismiss-match.ts';
import { forgetDismissed } from './forget-dismissed.ts';
import { importArticles } from './import-articles.ts';

const DAY_MS = 86_400_000;
const REASON = 'Đăng lại thông cáo ngày mùng một';

async function dismissed(house: LeakHouse): Promise<string> {
  const { parts, officer, acts } = house;
  const file = utf8(`Hậu trường\n${LEAKING_NEWS}`);
  granted(await importArticles(parts, as(officer), { fileName: 'bai.txt', file }));
  const [match] = await acts.read({ kind: 'clock' }, ({ watch }) =>
    watch.listMatches({ state: 'open', limit: 1 }),
  );
  invariant(match, 'the article matched');
  const { rawObjectId, textObjectId } = match.article;
  const objects = await acts.read({ kind: 'clock' }, async ({ watch }) => [
    await watch.loadArticleObject(rawObjectId ?? ''),
    await watch.loadArticleObject(textObjectId ?? ''),
  ]);
  const judged = { matchId: match.id, reason: REASON, kind: 'lawful' } as const;
  granted(await dismissMatch(parts, as(officer), judged));
  for (const object of objects) {
    invariant(object, 'the article was kept while its match was open');
    const reference = { objectName: object.objectName as never, sha256: object.sha256 };
    assert.equal(await parts.store.checkStored(reference), 'missing');
  }
  return match.id;
}

const rowOf = async (house: LeakHouse, matchId: string) =>
  JSON.stringify(await house.acts.read({ kind: 'clock' }, ({ watch }) => watch.loadMatch(matchId)));

test('a dismissed article is gone at once; places and reasons go after their days', async (t) => {
  const house = await leakHouse(t);
  const matchId = await dismissed(house);
  const fresh = await rowOf(house, matchId);
  assert.ok(!fresh.includes('Hậu trường') && fresh.includes(REASON));
  house.clock.move(29 * DAY_MS);
  assert.equal(await forgetDismissed(house.parts), 0);
  house.clock.move(2 * DAY_MS);
  assert.equal(await forgetDismissed(house.parts), 1);
  assert.equal(await forgetDismissed(house.parts), 0);
  const row = await rowOf(house, matchId);
  assert.ok(!row.includes(REASON) && !row.includes('articleStart'));
  assert.ok(row.includes('"dismissed"') && row.includes(house.officer));
  const [last] = await house.acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntries({ limit: 1 }),
  );
  assert.deepEqual(
    [last?.entry.verb, last?.entry.actor, last?.entry.facts],
    ['watch.forget', 'clock', { matches: 1 }],
  );
});
