import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fsck } from '../../../adapters/postgres/fsck/fsck.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { as } from '../../../testkit/house.ts';
import {
  CLEAN_NEWS,
  granted,
  type LeakHouse,
  leakHouse,
  OTHER_LEAKING_NEWS,
  OTHER_SECRET_TEXT,
  rowsOf,
} from '../../../testkit/leak.ts';
import type { Actor } from '../../ports/acts.ts';
import { importArticles } from '../import-articles.ts';
import { forgetRaw } from './forget-raw.ts';
import { searchBack } from './search-back.ts';
import { setRetention } from './set-retention.ts';
import { viewIntake } from './view-intake.ts';

const DAY_MS = 86_400_000;

const lines = (...texts: readonly string[]) =>
  utf8(
    texts
      .map((text, at) => JSON.stringify({ url: `https://bao-lang.example/${at}`, text }))
      .join('\n'),
  );

async function bring(house: LeakHouse, file: Uint8Array, actor: Actor = as(house.officer)) {
  return granted(await importArticles(house.parts, actor, { fileName: 'bai.jsonl', file }));
}

const keptNow = async (house: LeakHouse) =>
  granted(await viewIntake(house.parts, as(house.officer))).kept;

type KeptObject = {
  readonly id: string;
  readonly object_name: ObjectName;
  readonly sha256: string;
};
const keptObjects = (house: LeakHouse) =>
  rowsOf<KeptObject>(
    house,
    `SELECT o.id, o.object_name, o.sha256 FROM vault_object o JOIN kept_import k
     ON o.id IN (k.content_object_id, k.texts_object_id)`,
  );

test('articles brought in by hand are searched when a document is registered later', async (t) => {
  const house = await leakHouse(t);
  const file = lines(OTHER_LEAKING_NEWS, CLEAN_NEWS);
  assert.equal((await bring(house, file)).matched, 0);
  const kept = { parcels: 0, imports: 1, articles: 2, since: house.clock.now() };
  assert.deepEqual(await keptNow(house), kept);
  house.clock.move(3 * DAY_MS);
  const documentId = await house.addSecret(OTHER_SECRET_TEXT);
  assert.equal((await searchBack(house.parts)).found, 1);
  const matches = await rowsOf<{ document_id: string; url: string; back: boolean }>(
    house,
    `SELECT m.document_id, a.url, (m.spans -> 'back')::boolean AS back
     FROM match m JOIN article a ON a.id = m.article_id`,
  );
  assert.deepEqual(matches, [
    { document_id: documentId, url: 'https://bao-lang.example/0', back: true },
  ]);
  assert.equal((await searchBack(house.parts)).found, 0, 'repeated, it finds nothing twice');
});

test('what is kept is sealed: no word of it stands in a row or in the ledger', async (t) => {
  const house = await leakHouse(t);
  await bring(house, lines(CLEAN_NEWS));
  const everything = await rowsOf<{ text: string }>(
    house,
    `SELECT k::text AS text FROM kept_import k UNION ALL SELECT v::text FROM vault_object v
     UNION ALL SELECT convert_from(body, 'UTF8') FROM ledger_entry`,
  );
  const stored = everything.map(({ text }) => text).join('\n');
  for (const words of ['đua thuyền', 'bao-lang', 'bai.jsonl']) assert.ok(!stored.includes(words));
  const objects = await keptObjects(house);
  assert.equal(objects.length, 2);
  for (const { object_name: objectName, sha256 } of objects) {
    assert.equal(await house.parts.store.checkStored({ objectName, sha256 }), 'good');
  }
});

test('the same file again is kept neither twice nor longer, also by the operator', async (t) => {
  const house = await leakHouse(t);
  const file = lines(CLEAN_NEWS);
  const both = await Promise.all([bring(house, file), bring(house, file, { kind: 'console' })]);
  assert.deepEqual(both.map(({ taken }) => taken).sort(), [0, 1]);
  const before = await keptNow(house);
  assert.equal(before.imports, 1);
  house.clock.move(20 * DAY_MS);
  await bring(house, file);
  assert.deepEqual(await keptNow(house), before);
  house.clock.move(11 * DAY_MS);
  assert.equal(await forgetRaw(house.parts), 1);
  await bring(house, file);
  assert.equal((await keptNow(house)).imports, 0, 'forgotten is forgotten');
});

test('when the agency’s days are over it goes, with an entry, and is found no more', async (t) => {
  const house = await leakHouse(t);
  await bring(house, lines(OTHER_LEAKING_NEWS));
  const objects = await keptObjects(house);
  house.clock.move(29 * DAY_MS);
  assert.equal(await forgetRaw(house.parts), 0);
  house.clock.move(2 * DAY_MS);
  assert.equal(await forgetRaw(house.parts), 1);
  for (const { object_name: objectName, sha256 } of objects) {
    assert.equal(await house.parts.store.checkStored({ objectName, sha256 }), 'missing');
  }
  const [entry] = await rowsOf<{ facts: object }>(
    house,
    `SELECT convert_from(body, 'UTF8')::jsonb -> 'facts' AS facts FROM ledger_entry
     WHERE verb = 'watch.forget-raw'`,
  );
  assert.deepEqual(entry?.facts, { parcels: 0, imports: 1 });
  await house.addSecret(OTHER_SECRET_TEXT);
  assert.equal((await searchBack(house.parts)).found, 0);
  assert.equal((await rowsOf(house, 'SELECT id FROM article')).length, 1, 'hash and moment stay');
});

test('an agency that keeps nothing keeps no import; an empty file is none', async (t) => {
  const house = await leakHouse(t);
  await bring(house, utf8('{"text": 5}\n'));
  const head = await house.addPerson({ duties: ['head'], level: null });
  granted(await setRetention(house.parts, as(head), { days: 0 }));
  await bring(house, lines(CLEAN_NEWS));
  assert.deepEqual(await rowsOf(house, 'SELECT id FROM kept_import'), []);
  assert.deepEqual(
    await rowsOf(house, 'SELECT id FROM vault_object WHERE document_id IS NULL'),
    [],
  );
});

test('fsck knows what is kept of an import, and what was deleted', async (t) => {
  const house = await leakHouse(t);
  await bring(house, lines(CLEAN_NEWS));
  const { store } = house.parts;
  async function* noFiles(): AsyncGenerator<string> {}
  const complaints = async () => {
    const found: unknown[] = [];
    const parts = { pool: house.database.admin, store, files: noFiles, lastSigned: null };
    for await (const item of fsck({ ...parts, onProgress: () => {} })) {
      if (!('looked' in item)) found.push(item);
    }
    return found;
  };
  assert.deepEqual(await complaints(), []);
  const [object] = await keptObjects(house);
  assert.ok(object);
  await store.destroy(object.object_name);
  const missing = { what: 'object-missing', id: object.id, objectName: object.object_name };
  assert.deepEqual(await complaints(), [missing]);
  house.clock.move(40 * DAY_MS);
  assert.equal(await forgetRaw(house.parts), 1);
  assert.deepEqual(await complaints(), []);
});
