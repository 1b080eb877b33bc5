import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fsck } from '../../../adapters/postgres/fsck/fsck.ts';
import type { ObjectName, PersonId } from '../../../core/common/id.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { as } from '../../../testkit/house.ts';
import {
  asking,
  CLEAN_NEWS,
  codesOf,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  listPublic,
} from '../../../testkit/leak.ts';
import { listInbox } from '../../inbox/list-inbox.ts';
import { checkText } from '../../publication/check.ts';
import { importArticles } from '../import-articles.ts';
import { listMatches } from '../list-matches.ts';
import { viewMatch } from '../view-match.ts';
import { addPublic, previewPublic } from './add-public.ts';
import { confirmPublic, removePublic } from './judge-public.ts';
import { viewLists, viewPublic } from './view-lists.ts';

const noFiles = async function* () {};
/** Invented law, which a protected paper quotes at length. */
const LAW =
  'Điều 7. Người được giao coi giữ cầu phao phải đốt đèn bão ở cả hai đầu cầu trước khi trời ' +
  'tối, ghi tên từng thuyền chài neo đậu vào sổ bìa xanh và báo trưởng bến khi nước dâng quá vạch đỏ.';
const OTHER_LAW =
  'Điều 9. Chủ vườn ươm công cộng tưới cây vào sáng sớm, không chặt tỉa trong mùa chim làm tổ.';
const PAPER = `BÁO CÁO\nVề bến thuyền\n${LAW}\nHết báo cáo.`;

const told = (text: string, number: number) => `Bài ${number} của báo làng: ${text} Hết bài.`;
async function publish(house: LeakHouse, text: string, number: number): Promise<number> {
  const line = {
    url: `https://bao-lang.example/${number}`,
    title: 'Bài',
    text: told(text, number),
  };
  const input = { fileName: 'bai.jsonl', file: utf8(JSON.stringify(line)) };
  return granted(await importArticles(house.parts, as(house.officer), input)).matched;
}

async function lastEntry(house: LeakHouse) {
  const entries = await house.acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntries({ limit: 1 }),
  );
  const [last] = entries;
  assert.ok(last);
  return last.entry;
}

test('a text that touches nothing is listed at once, as a version', async (t) => {
  const house = await leakHouse(t);
  const officer = as(house.officer);
  const seen = granted(await previewPublic(house.parts, officer, { text: OTHER_LAW }));
  assert.deepEqual([seen.touches, seen.listed, seen.words], [false, false, 20]);
  assert.equal((await lastEntry(house)).verb, 'watch.preview-public');
  const input = asking(OTHER_LAW);
  const { textId, state } = await listPublic(house, OTHER_LAW);
  assert.equal(state, 'in-force');
  const entry = await lastEntry(house);
  assert.deepEqual([entry.verb, entry.facts.version], ['watch.add-public', 1]);
  assert.ok(!JSON.stringify(entry).includes('Bến thuyền'), 'the ledger holds no name');
  const { publicVersions, publicTexts } = granted(await viewLists(house.parts, officer));
  assert.deepEqual(
    publicVersions.map(({ version, texts, change, name, made }) => [
      version,
      texts,
      change,
      name,
      made.by.personId,
    ]),
    [[1, 1, 'added', input.texts[0]?.name, house.officer]],
  );
  assert.deepEqual([publicTexts[0]?.sha256, publicTexts[0]?.state], [seen.sha256, 'in-force']);
  assert.equal(granted(await viewPublic(house.parts, officer, { textId })).text, OTHER_LAW);
  const again = granted(await previewPublic(house.parts, officer, { text: OTHER_LAW }));
  assert.ok(again.listed);
  assert.deepEqual(codesOf(await addPublic(house.parts, officer, { ...input, reason: ' ' })), [
    'already-done',
    'reason-missing',
  ]);
});

test('a text that touches silences nothing until a second officer agrees', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(PAPER);
  const second = await house.addPerson({ duties: ['watch-officer'] });
  const [one, two] = [as(house.officer), as(second)];
  assert.equal(await publish(house, LAW, 1), 1);
  assert.ok(granted(await previewPublic(house.parts, one, { text: LAW })).touches);
  const { textId, state } = await listPublic(house, LAW);
  assert.equal(state, 'waiting');
  assert.equal(await publish(house, LAW, 2), 1, 'one officer alone silences nothing');
  assert.deepEqual(codesOf(await confirmPublic(house.parts, one, { textId })), [
    'proposer-decides',
  ]);
  const waiting = async (who: typeof one) =>
    granted(await listInbox(house.parts, who)).items.filter(
      ({ kind }) => kind === 'public-text-waits',
    ).length;
  assert.deepEqual([await waiting(one), await waiting(two)], [0, 1]);
  assert.equal(granted(await confirmPublic(house.parts, two, { textId })).version, 1);
  assert.equal(await publish(house, LAW, 3), 0);
  assert.deepEqual(codesOf(await confirmPublic(house.parts, two, { textId })), ['already-done']);
  const removed = await removePublic(house.parts, one, { textId, reason: 'Nhầm' });
  assert.equal(granted(removed).version, 2);
  assert.equal(await publish(house, LAW, 4), 1, 'off the list, it alarms again');
  const view = granted(await viewLists(house.parts, two));
  assert.deepEqual(
    view.publicVersions.map(({ version, texts, change }) => [version, texts, change]),
    [
      [2, 0, 'removed'],
      [1, 1, 'added'],
    ],
  );
  const again = await removePublic(house.parts, one, { textId, reason: '' });
  assert.deepEqual(codesOf(again), ['already-done', 'reason-missing']);
});

test('a match and a check name the lists that they were weighed by', async (t) => {
  const house = await leakHouse(t);
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'toi-mat' });
  await house.letRead(house.documentId, reader);
  await listPublic(house, OTHER_LAW);
  await publish(house, LEAKING_NEWS, 1);
  const query = { state: 'open', minScore: 0, limit: 10 } as const;
  const [line] = granted(await listMatches(house.parts, as(house.officer), query)).matches;
  const which = { matchId: line?.matchId ?? '' };
  const { background } = granted(await viewMatch(house.parts, as(reader), which));
  const { stockLines } = granted(await viewLists(house.parts, as(house.officer)));
  const expected = { publicList: 1, publicTexts: 1, stockLines: stockLines.version, wordings: 0 };
  assert.deepEqual(background, expected);
  const checked = await checkText(house.parts, as(house.drafter), { text: LEAKING_NEWS });
  assert.deepEqual(granted(checked).documents[0]?.background, expected);
  await listPublic(house, CLEAN_NEWS);
  const kept = granted(await viewMatch(house.parts, as(reader), which));
  assert.deepEqual(kept.background, expected, 'what it was weighed by stays');
  const hidden = granted(await viewMatch(house.parts, as(house.officer), which));
  assert.equal(hidden.background, null, 'who may not read the document learns nothing of it');
});

test('only watch officers keep the list; who watches sees it', async (t) => {
  const house = await leakHouse(t);
  const inspector = await house.addPerson({ duties: ['inspector'], level: 'mat' });
  const administrator = await house.addPerson({ duties: ['administrator'], level: null });
  const text = asking(OTHER_LAW);
  granted(await viewLists(house.parts, as(inspector)));
  for (const outcome of [
    await addPublic(house.parts, as(inspector), text),
    await previewPublic(house.parts, as(inspector), { text: OTHER_LAW }),
    await removePublic(house.parts, as(inspector), { textId: 'x', reason: 'x' }),
    await confirmPublic(house.parts, as(inspector), { textId: 'x' }),
  ]) {
    assert.deepEqual(codesOf(outcome), ['not-your-duty']);
  }
  assert.ok(codesOf(await viewLists(house.parts, as(administrator))).length > 0);
  house.parts.seal.seal();
  const sealed = await addPublic(house.parts, as(house.officer), text);
  assert.deepEqual(codesOf(sealed), ['vault-sealed']);
  await house.parts.seal.giveShare(house.share);
  await listPublic(house, OTHER_LAW);
  const rowsSeenBy = (who: PersonId) =>
    house.acts.read(as(who), async ({ lists }) => [
      (await lists.listTexts()).length,
      (await lists.listVersions()).length,
    ]);
  assert.deepEqual(await rowsSeenBy(inspector), [1, 1]);
  for (const who of [administrator, house.drafter, house.clerk])
    assert.deepEqual(await rowsSeenBy(who), [0, 0], 'the second wall stands');
});

test('fsck misses a listed text whose words are gone', async (t) => {
  const house = await leakHouse(t);
  const { textId } = await listPublic(house, OTHER_LAW);
  const { store } = house.parts;
  const complaints = async () => {
    const found: unknown[] = [];
    const parts = { pool: house.database.admin, store, files: noFiles, lastSigned: null };
    for await (const item of fsck({ ...parts, onProgress: () => {} })) {
      if (!('looked' in item)) found.push(item);
    }
    return found;
  };
  assert.deepEqual(await complaints(), []);
  const texts = await house.acts.read({ kind: 'clock' }, ({ lists }) => lists.listTexts());
  const object = texts.find(({ id }) => id === textId)?.object;
  assert.ok(object);
  await store.destroy(object.objectName as ObjectName);
  const missing = { what: 'object-missing', id: object.id, objectName: object.objectName };
  assert.deepEqual(await complaints(), [missing]);
  house.parts.seal.seal();
  await house.parts.seal.giveShare(house.share);
  const checked = await checkText(house.parts, as(house.drafter), { text: LEAKING_NEWS });
  const { background } = granted(checked).documents[0] ?? {};
  assert.deepEqual([background?.publicList, background?.publicTexts], [1, 0], 'checks go on');
});

test('the house learns nothing from the articles that come in', async (t) => {
  const house = await leakHouse(t);
  const whyNow = async () => {
    const checked = await checkText(house.parts, as(house.drafter), { text: LEAKING_NEWS });
    return granted(checked).documents[0]?.passages;
  };
  const before = await whyNow();
  // Wording of the paper, too short to match, again and again in one outlet on one day.
  const piece = LEAKING_NEWS.split('. ')[1]?.split(' ').slice(3, 8).join(' ') ?? '';
  for (let number = 1; number <= 8; number += 1)
    assert.equal(await publish(house, `${CLEAN_NEWS} ${piece}.`, number), 0);
  assert.deepEqual(await whyNow(), before);
  const { background } = granted(await viewLists(house.parts, as(house.officer)));
  assert.equal(background.texts, 0);
});

test('no part of the house but the engine itself knows how to learn background', () => {
  const root = join(import.meta.dirname, '../../..');
  const rooms = ['adapters', 'collector', 'compose', 'server', 'web', 'cli', 'core'];
  const callers = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
      .filter((name) => !name.includes('node_modules'))
      .map((name) => `${room}/${name}`)
      .filter((name) => readFileSync(join(root, name), 'utf8').includes('addBackground(')),
  );
  assert.deepEqual(callers.filter((name) => !name.startsWith('core/match/')).sort(), [
    'cli/match/match.ts',
  ]);
});
