/** Matcher processes and the list of public wording: all of them learn the list in force. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { engineMark } from '../../adapters/compare-index/engine-mark.ts';
import { questionLabel, unpackAsked } from '../../adapters/shards/messages.ts';
import { shardOf } from '../../adapters/shards/shard-of.ts';
import { createLetters } from '../../adapters/vault/letters.ts';
import { fillCompareIndex, findProtected } from '../../server/ports/find-protected.ts';
import { confirmPublic, removePublic } from '../../server/watch/lists/judge-public.ts';
import { as } from '../../testkit/house.ts';
import { granted, type LeakHouse, leakHouse, listPublic } from '../../testkit/leak.ts';
import { until } from '../../testkit/process-tree.ts';
import { inventedText, sentenceOf } from '../../testkit/shards/invented-texts.ts';
import { startMatcherProcess } from '../../testkit/shards/matcher-process.ts';
import { openTasks } from './queue-engines.ts';

type Life = Parameters<typeof leakHouse>[0];

const SHARDS = 2;
const OTHER_IMAGE = /^ImageMismatch$/gm;

const openSharded = (
  t: Life,
  shards: number,
  limits: { matchersWithinMs?: number } = {},
): Promise<LeakHouse> =>
  leakHouse(t, { shards: { settings: { shards, nats: null, door: null }, limits } });

/** A sentence of a document of each shard. */
async function leakOfEachShard(house: LeakHouse): Promise<readonly (readonly [string, string])[]> {
  const leaks: [string, string][] = [];
  for (let seed = 0; Object.keys(leaks).length < SHARDS; seed += 1) {
    const text = inventedText(seed, 12);
    const id = await house.addSecret(text);
    leaks[shardOf(id, SHARDS)] ??= [id, sentenceOf(text, 4)];
  }
  return leaks;
}

test('listed wording is silent on every shard, and off the list it alarms again', async (t) => {
  const house = await openSharded(t, SHARDS);
  const { parts } = house;
  const [one, two] = [
    as(house.officer),
    as(await house.addPerson({ duties: ['watch-officer'] })),
  ] as const;
  const matchers = [0, 1].map((shard) =>
    startMatcherProcess(t, { dataFolder: house.dataFolder, shard }),
  );
  const [[listedId, listed], [otherId, other]] = (await leakOfEachShard(house)) as [
    [string, string],
    [string, string],
  ];
  const article = `Tin trong ngày. ${listed} ${other} Hết tin.`;
  const found = async () =>
    (await findProtected(parts, article))
      .map(({ documentId, spans: { against } }) => [
        documentId,
        against?.publicList,
        against?.publicTexts,
      ])
      .sort();
  const both = (version: number) =>
    [
      [listedId, version, 0],
      [otherId, version, 0],
    ].sort();
  const refused = () =>
    matchers.map((matcher) => matcher.complaint().match(OTHER_IMAGE)?.length ?? 0);
  const images = [1, 2].map((number) =>
    join(house.dataFolder, 'index', `compare-index-${number}-of-2.age`),
  );
  const imagesChange = async (change: () => Promise<unknown>): Promise<void> => {
    const before = images.map((path) => readFileSync(path));
    await change();
    await until(
      () => images.every((path, at) => !before[at]?.equals(readFileSync(path))),
      'the images are remade',
    );
  };

  assert.deepEqual(await found(), both(0));
  await until(() => images.every((path) => existsSync(path)), 'the images are saved');
  const text = `Điều 7. ${listed}`;
  const { textId } = await listPublic(house, text);
  assert.deepEqual(await found(), both(0), 'one officer alone silences nothing');
  await imagesChange(async () => granted(await confirmPublic(parts, two, { textId })));
  assert.deepEqual(await found(), [[otherId, 1, 1]]);
  assert.deepEqual(refused(), [1, 1], 'the images of the former list');

  parts.seal.seal();
  for (const matcher of matchers) await matcher.says(/sealed/);
  granted(await parts.seal.giveShare(house.share));
  assert.deepEqual(await found(), [[otherId, 1, 1]]);
  assert.deepEqual(refused(), [1, 1], 'the images of this list are good');

  granted(await removePublic(parts, one, { textId, reason: 'Nhầm' }));
  assert.deepEqual(await found(), both(2));
});

test('while matchers learn another list, checks wait for them and none is lost', async (t) => {
  const house = await openSharded(t, 1);
  const { index } = house.shards ?? {};
  assert.ok(index);
  startMatcherProcess(t, house);
  const text = inventedText(1, 12);
  const id = await house.addSecret(text);
  const found = async () =>
    (await findProtected(house.parts, sentenceOf(text, 4))).map(({ documentId }) => documentId);
  assert.deepEqual(await found(), [id]);
  const renewing = fillCompareIndex(house.parts, undefined, 'anew');
  assert.deepEqual(index.held(), [0]);
  const asked = index.find(sentenceOf(text, 3));
  assert.deepEqual(await found(), [id]);
  assert.deepEqual(index.held(), [1]);
  await renewing;
  assert.deepEqual(
    (await asked).map(({ documentId }) => documentId),
    [id],
  );
});

test('a change of the list stands without a matcher, and the next one learns it', async (t) => {
  const house = await openSharded(t, 1, { matchersWithinMs: 6_000 });
  const { parts } = house;
  const officer = as(house.officer);
  const matcher = startMatcherProcess(t, house);
  const text = inventedText(1, 12);
  const { textId } = await listPublic(house, text);
  await matcher.kill('SIGKILL');
  const removed = granted(await removePublic(parts, officer, { textId, reason: 'Nhầm' }));
  assert.equal(removed.version, 2);
  const id = await house.addSecret(text);
  await startMatcherProcess(t, house).says(/^Ready/);
  const [match] = await findProtected(parts, sentenceOf(text, 4));
  assert.deepEqual([match?.documentId, match?.spans.against?.publicList], [id, 2]);
});

test('who missed the end of its membership may answer nothing asked later', async (t) => {
  const house = await openSharded(t, 1);
  const { index } = house.shards ?? {};
  assert.ok(index);
  const deaf = { tell: () => {}, end: () => {} };
  const member = await index.join({ shard: 0, mark: engineMark([]) }, deaf);
  assert.ok(typeof member === 'object');
  const { hello } = member;
  const letters = createLetters({ ...hello.letterKey, key: hello.letterKey.key.slice() });
  const queue = await openTasks(hello.queue, hello);
  t.after(() => queue.close());
  member.ready();
  await fillCompareIndex(house.parts);
  const renewing = fillCompareIndex(house.parts, undefined, 'anew');
  member.ready();
  assert.deepEqual(index.held(), [0], 'nor does it count as filled');
  const asking = index.find('một bài báo');
  const [question] = await queue.take(1);
  assert.ok(question);
  const content = letters.open(questionLabel(question.id), question.body);
  assert.ok(content);
  assert.ok((unpackAsked(content).after[0] ?? 0) > hello.after);
  house.parts.seal.seal();
  await assert.rejects(renewing, { name: 'VaultSealed' });
  await assert.rejects(asking, { name: 'VaultSealed' });
});
