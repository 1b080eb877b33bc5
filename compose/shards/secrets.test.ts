/** What matcher processes and the queue's engine hold of secrets, looked at from outside. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { findProtected } from '../../server/ports/find-protected.ts';
import { granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { until } from '../../testkit/process-tree.ts';
import { startMatcherProcess } from '../../testkit/shards/matcher-process.ts';
import { startNats, WITHOUT_NATS } from '../../testkit/shards/nats-server.ts';
import { countInMemory } from '../../testkit/shards/process-memory.ts';
import { PLANTED, PLANTED_WORDS, traces, tracesCalled } from '../../testkit/traces.ts';
import { readLineSettings, type ShardSettings } from './shard-settings.ts';

type Life = Parameters<typeof leakHouse>[0];

const ONE_SHARD: ShardSettings = { shards: 1, nats: null, door: null };
const LEAK = `Một bạn đọc kể: ${PLANTED_WORDS}, nghe mà giật mình.`;

async function plantedHouse(
  t: Life,
  settings: ShardSettings,
): Promise<LeakHouse & { plantedId: string; finds(): Promise<void> }> {
  const house = await leakHouse(t, { shards: { settings } });
  const plantedId = await house.addSecret(PLANTED);
  const finds = async (): Promise<void> => {
    const found = await findProtected(house.parts, LEAK);
    assert.deepEqual(
      found.map(({ documentId }) => documentId),
      [plantedId],
    );
  };
  return { ...house, plantedId, finds };
}

const filesIn = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

function assertNoTrace(bodies: readonly Uint8Array[], { plantedId }: { plantedId: string }): void {
  const all = new Map([...traces(), ['the id', Buffer.from(plantedId)]]);
  for (const [how, trace] of all) {
    for (const body of bodies) assert.equal(Buffer.from(body).indexOf(trace), -1, how);
  }
}

test('after sealing, the memory of a matcher holds no row of tokens of a document', async (t) => {
  const house = await plantedHouse(t, ONE_SHARD);
  const matcher = startMatcherProcess(t, house);
  await house.finds();
  const { pid = 0 } = matcher.child;
  const [tokens, codes] = [tracesCalled('as tokens'), tracesCalled('as codes')];
  // The article had the same tokens: another one lies in their place.
  await findProtected(house.parts, 'Tin thời tiết. '.repeat(2_000));
  assert.ok(countInMemory(pid, tokens) > 0, 'while open, its tokens are in memory');
  assert.ok(countInMemory(pid, codes) > 0, 'and their codes');
  house.parts.seal.seal();
  await matcher.says(/sealed/);
  assert.equal(countInMemory(pid, tokens), 0, 'once sealed, no row of tokens is in the process');
  assert.equal(countInMemory(pid, codes), 0, 'nor of their codes');
});

test('a matcher starts anew from the image of its shard, without loading a text', async (t) => {
  const house = await plantedHouse(t, ONE_SHARD);
  const matcher = startMatcherProcess(t, house);
  await house.finds();
  const image = join(house.dataFolder, 'index', 'compare-index-1-of-1.age');
  await until(() => existsSync(image), 'the image is saved');
  assertNoTrace([readFileSync(image)], house);
  house.parts.seal.seal();
  await matcher.says(/sealed/);
  rmSync(join(house.dataFolder, 'objects'), { recursive: true });
  granted(await house.parts.seal.giveShare(house.share));
  await house.finds();
  assert.equal(matcher.complaint(), '');
});

test('what lies in PostgreSQL on its way holds no trace of a document', async (t) => {
  const house = await plantedHouse(t, ONE_SHARD);
  const { admin } = house.database;
  await admin.query(`
    CREATE TABLE seen (body bytea);
    GRANT INSERT ON seen TO PUBLIC;
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN INSERT INTO seen VALUES (NEW.body); RETURN NULL; END';
    CREATE TRIGGER note AFTER INSERT ON question FOR EACH ROW EXECUTE FUNCTION note();
    CREATE TRIGGER note AFTER INSERT ON question_answer FOR EACH ROW EXECUTE FUNCTION note();`);
  startMatcherProcess(t, house);
  await house.finds();
  const { rows } = await admin.query<{ body: Uint8Array }>('SELECT body FROM seen');
  assert.ok(rows.length >= 4, 'the text and its weighing, asked and answered');
  assertNoTrace(
    rows.map(({ body }) => body),
    house,
  );
});

test('what lies in the files of NATS holds no trace of a document', {
  skip: WITHOUT_NATS,
}, async (t) => {
  const { url, folder } = await startNats(t);
  const house = await plantedHouse(t, { ...ONE_SHARD, nats: url });
  startMatcherProcess(t, house);
  await house.finds();
  const files = filesIn(folder);
  assert.ok(
    files.some((file) => file.includes('niemphong.answer')),
    'the messages lie there',
  );
  assertNoTrace(files, house);
});

test('a matcher of another machine joins by the key, and nobody without it', async (t) => {
  const keyFile = (name: string, digit: string): string => {
    const path = join(house.dataFolder, name);
    writeFileSync(path, digit.repeat(64));
    return path;
  };
  const key = new Uint8Array(32).fill(0xaa);
  const at = { setting: 'NIEMPHONG_MATCHER_DOOR', host: '127.0.0.1', port: 0 };
  const house = await plantedHouse(t, { ...ONE_SHARD, door: { at, key } });
  const { port } = house.shards ?? {};
  const settings = (path: string) => ({
    NIEMPHONG_MATCHER_DOOR: `127.0.0.1:${port}`,
    NIEMPHONG_MATCHER_KEY: path,
  });
  assert.deepEqual(readLineSettings(settings(keyFile('right', 'a')))?.key, key);

  const stranger = startMatcherProcess(t, {
    dataFolder: '/nowhere',
    settings: settings(keyFile('wrong', 'b')),
  });
  await stranger.says(/No server is met/);
  const got: Buffer[] = [];
  await new Promise<void>((resolve) => {
    const plain = connect(port ?? 0, '127.0.0.1', () => plain.write('POST /join HTTP/1.1\r\n\r\n'));
    plain.on('data', (piece: Buffer) => got.push(piece));
    plain.on('error', () => undefined);
    plain.once('close', () => resolve());
  });
  assert.ok(!Buffer.concat(got).includes('HTTP'), 'nothing is said in the clear');
  assert.deepEqual(house.shards?.index.held(), [0]);

  startMatcherProcess(t, {
    dataFolder: '/nowhere',
    settings: settings(keyFile('right', 'a')),
  });
  await house.finds();
  assert.deepEqual(house.shards?.index.held(), [1]);
});
