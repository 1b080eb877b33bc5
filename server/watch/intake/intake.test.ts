import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fsck } from '../../../adapters/postgres/fsck/fsck.ts';
import { addMs, type Instant } from '../../../core/common/calendar-date.ts';
import type { ObjectName, PersonId } from '../../../core/common/id.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { encodeBundle } from '../../../core/parcel/bundle.ts';
import type { NamedBytes } from '../../../core/parcel/pieces.ts';
import { as } from '../../../testkit/house.ts';
import {
  CLEAN_NEWS,
  codesOf,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  OTHER_LEAKING_NEWS,
  OTHER_SECRET_TEXT,
  rowsOf,
} from '../../../testkit/leak.ts';
import { type ParcelMaker, parcelMaker } from '../../../testkit/parcel-maker.ts';
import { listInbox } from '../../inbox/list-inbox.ts';
import { forgetRaw } from './forget-raw.ts';
import { registerCollector, withdrawCollector } from './manage-collectors.ts';
import { searchBack } from './search-back.ts';
import { setRetention } from './set-retention.ts';
import { takeParcel } from './take-parcel.ts';
import { viewIntake } from './view-intake.ts';

const DAY_MS = 86_400_000;

async function* noFiles(): AsyncGenerator<string> {}

type World = LeakHouse & { readonly maker: ParcelMaker; readonly administrator: PersonId };

async function world(t: Parameters<typeof leakHouse>[0]): Promise<World> {
  const house = await leakHouse(t);
  const maker = await parcelMaker(t);
  const administrator = await house.addPerson({ duties: ['administrator'], level: null });
  return { ...house, maker, administrator };
}

async function registered(t: Parameters<typeof leakHouse>[0]): Promise<World & { id: string }> {
  const house = await world(t);
  const input = { name: 'Máy ngoài', key: house.maker.key };
  const done = granted(await registerCollector(house.parts, as(house.administrator), input));
  return { ...house, id: done.collectorId };
}

const take = (house: World, files: readonly NamedBytes[], acceptGap = false) =>
  takeParcel(house.parts, as(house.officer), { file: encodeBundle(files), acceptGap });

const matchesOf = (house: World) =>
  rowsOf<{ document_id: string; back: boolean; title: string }>(
    house,
    `SELECT m.document_id, coalesce((m.spans -> 'back')::boolean, false) AS back, a.title
     FROM match m JOIN article a ON a.id = m.article_id ORDER BY m.found_at`,
  );

const changed = (
  files: readonly NamedBytes[],
  ending: string,
  change: (bytes: Uint8Array) => void,
) =>
  files.map((file) => {
    if (!file.name.endsWith(ending)) return file;
    const bytes = file.bytes.slice();
    change(bytes);
    return { ...file, bytes };
  });

test('a parcel of a registered collector is compared, counted and kept sealed', async (t) => {
  const house = await registered(t);
  const files = await house.maker.make([LEAKING_NEWS, CLEAN_NEWS]);
  assert.deepEqual(granted(await take(house, files)), {
    collector: 'Máy ngoài',
    number: 1,
    missing: 0,
    taken: 2,
    matched: 1,
    duplicates: 0,
    rejected: 0,
  });
  const [match, ...more] = await matchesOf(house);
  assert.equal(match?.document_id, house.documentId);
  assert.deepEqual(more, []);
  assert.equal(match?.back, false, 'found as it came');
  const everything = await rowsOf<{ text: string }>(
    house,
    `SELECT a::text AS text FROM article a UNION ALL SELECT p::text FROM taken_parcel p
     UNION ALL SELECT convert_from(body, 'UTF8') FROM ledger_entry`,
  );
  const stored = everything.map(({ text }) => text).join('\n');
  for (const words of ['đua thuyền', 'bảy ứng viên', 'Bài 2']) assert.ok(!stored.includes(words));
  assert.ok(stored.includes('https://bao-lang.example/2'));
  const view = granted(await viewIntake(house.parts, as(house.officer)));
  const kept = { parcels: 1, imports: 0, articles: 2, since: house.clock.now() };
  assert.deepEqual(view.kept, kept);
  assert.equal(view.collectors[0]?.last?.number, 1);
  assert.equal(view.collectors[0]?.sources[0]?.name, 'mang');
});

test('the same parcel again is refused, and what it holds is not taken twice', async (t) => {
  const house = await registered(t);
  const files = await house.maker.make([CLEAN_NEWS]);
  granted(await take(house, files));
  assert.deepEqual(codesOf(await take(house, files)), ['parcel-taken']);
  const [one, other] = await (async () => {
    const next = await house.maker.make([LEAKING_NEWS]);
    return Promise.all([take(house, next), take(house, next)]);
  })();
  assert.equal([one, other].filter((each) => each.ok).length, 1);
  assert.equal((await matchesOf(house)).length, 1);
});

test('only a registered key is trusted, and a withdrawn one no more', async (t) => {
  const house = await world(t);
  const files = await house.maker.make([CLEAN_NEWS]);
  assert.deepEqual(codesOf(await take(house, files)), ['parcel-from-stranger']);
  const input = { name: 'Máy ngoài', key: house.maker.key };
  const byOfficer = await registerCollector(house.parts, as(house.officer), input);
  assert.deepEqual(codesOf(byOfficer), ['not-your-duty']);
  const wrong = { name: 'x', key: `${house.maker.key.slice(0, -3)}AA=` };
  const mistyped = await registerCollector(house.parts, as(house.administrator), wrong);
  assert.deepEqual(codesOf(mistyped), ['collector-key-wrong']);
  const { collectorId } = granted(
    await registerCollector(house.parts, as(house.administrator), input),
  );
  granted(await take(house, files));
  granted(await withdrawCollector(house.parts, as(house.administrator), { collectorId }));
  const next = await house.maker.make([LEAKING_NEWS]);
  assert.deepEqual(codesOf(await take(house, next)), ['parcel-from-stranger']);
  const again = await registerCollector(house.parts, as(house.administrator), input);
  assert.deepEqual(codesOf(again), ['already-done'], 'withdrawn is withdrawn');
});

test('whatever is changed on the way is found, and nothing of it goes in', async (t) => {
  const house = await registered(t);
  const files = await house.maker.make([LEAKING_NEWS]);
  const flip = (bytes: Uint8Array): void => {
    bytes[9] = (bytes[9] ?? 0) ^ 1;
  };
  const cases: readonly (readonly [readonly NamedBytes[], string])[] = [
    [changed(files, '.sig', flip), 'parcel-signature-wrong'],
    [changed(files, '.0001', flip), 'parcel-damaged'],
    [files.filter(({ name }) => !name.endsWith('.0001')), 'parcel-incomplete'],
    [files.filter(({ name }) => !name.endsWith('.sig')), 'parcel-incomplete'],
    [files.filter(({ name }) => !name.endsWith('.json')), 'parcel-unreadable'],
    [changed(files, '.json', flip), 'parcel-unreadable'],
    [[], 'parcel-unreadable'],
  ];
  for (const [sent, code] of cases) assert.deepEqual(codesOf(await take(house, sent)), [code]);
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const forged = files.map((file) =>
    file.name.endsWith('.json')
      ? { ...file, bytes: utf8(text(file.bytes).replace('"articles":1', '"articles":2')) }
      : file,
  );
  assert.deepEqual(codesOf(await take(house, forged)), ['parcel-signature-wrong']);
  const noBundle = { file: utf8('no bundle'), acceptGap: false };
  const junk = await takeParcel(house.parts, as(house.officer), noBundle);
  assert.deepEqual(codesOf(junk), ['parcel-unreadable']);
  assert.deepEqual(await rowsOf(house, 'SELECT id FROM article'), []);
  assert.deepEqual(await rowsOf(house, 'SELECT id FROM taken_parcel'), []);
});

test('a gap is named; parcels out of order wait; lost ones are given up by name', async (t) => {
  const house = await registered(t);
  const one = await house.maker.make([CLEAN_NEWS]);
  const two = await house.maker.make([]);
  const three = await house.maker.make([`${CLEAN_NEWS} Hai.`]);
  await house.maker.make([]);
  const five = await house.maker.make([`${CLEAN_NEWS} Ba.`]);
  const early = await take(house, two);
  assert.deepEqual(codesOf(early), ['parcel-gap']);
  assert.deepEqual(early.ok ? null : early.refusals[0]?.facts, { from: 1, to: 1, number: 2 });
  for (const files of [one, two, three]) granted(await take(house, files));
  const later = await take(house, five);
  assert.deepEqual(later.ok ? null : later.refusals[0]?.facts, { from: 4, to: 4, number: 5 });
  assert.equal(granted(await take(house, five, true)).missing, 1);
  const [entry] = await rowsOf<{ facts: object }>(
    house,
    `SELECT convert_from(body, 'UTF8')::jsonb -> 'facts' AS facts FROM ledger_entry
     WHERE verb = 'watch.take-parcel' ORDER BY index DESC LIMIT 1`,
  );
  assert.deepEqual(entry?.facts, {
    collector: house.id,
    number: 5,
    missing: 1,
    taken: 1,
    matched: 0,
  });
});

test('a document registered later is found in what was taken in before', async (t) => {
  const house = await registered(t);
  granted(await take(house, await house.maker.make([OTHER_LEAKING_NEWS, CLEAN_NEWS])));
  assert.deepEqual(await matchesOf(house), []);
  house.clock.move(3 * DAY_MS);
  const documentId = await house.addSecret(OTHER_SECRET_TEXT);
  const searched = await searchBack(house.parts);
  assert.ok(searched.documents >= 1);
  assert.equal(searched.found, 1);
  const [match] = await matchesOf(house);
  assert.equal(match?.document_id, documentId);
  assert.equal(match?.title, 'Bài 1');
  assert.equal(match?.back, true, 'found back, after it came');
  const sealed = await rowsOf<{ object_name: ObjectName; sha256: string }>(
    house,
    `SELECT o.object_name, o.sha256 FROM vault_object o JOIN article a
     ON o.id IN (a.raw_object_id, a.text_object_id)`,
  );
  assert.equal(sealed.length, 2);
  for (const { object_name: objectName, sha256 } of sealed) {
    assert.equal(await house.parts.store.checkStored({ objectName, sha256 }), 'good');
  }
  assert.deepEqual(await searchBack(house.parts), { documents: 0, articles: 0, found: 0 });
  assert.equal((await matchesOf(house)).length, 1, 'repeated, it finds nothing twice');
});

test('a replaced text is searched again; another match of an article is added', async (t) => {
  const house = await registered(t);
  granted(await take(house, await house.maker.make([`${LEAKING_NEWS} ${OTHER_LEAKING_NEWS}`])));
  assert.equal((await matchesOf(house)).length, 1);
  await searchBack(house.parts);
  assert.equal((await matchesOf(house)).length, 1, 'what matched as it came is not found back');
  const documentId = await house.addSecret(OTHER_SECRET_TEXT);
  assert.equal((await searchBack(house.parts)).found, 1);
  const documents = (await matchesOf(house)).map((match) => match.document_id);
  assert.deepEqual(new Set(documents), new Set([house.documentId, documentId]));
  await house.database.admin.query(`UPDATE retro_search SET object_id = (
    SELECT id FROM vault_object WHERE document_id <> retro_search.id LIMIT 1)`);
  const again = await searchBack(house.parts);
  assert.ok(again.documents >= 1);
  assert.equal(again.found, 0);
});

test('while the vault is sealed nothing is taken in and nothing searched', async (t) => {
  const house = await registered(t);
  const files = await house.maker.make([LEAKING_NEWS]);
  house.parts.seal.seal();
  assert.deepEqual(codesOf(await take(house, files)), ['vault-sealed']);
  assert.equal((await searchBack(house.parts)).documents, 0);
});

test('when the agency’s days are over the raw texts go, with an entry', async (t) => {
  const house = await registered(t);
  const head = await house.addPerson({ duties: ['head'], level: null });
  granted(await take(house, await house.maker.make([CLEAN_NEWS, OTHER_LEAKING_NEWS])));
  const objects = await rowsOf<{ object_name: ObjectName; sha256: string }>(
    house,
    `SELECT object_name, sha256 FROM vault_object WHERE document_id IS NULL`,
  );
  assert.equal(objects.length, 2);
  const states = () =>
    Promise.all(
      objects.map(({ object_name: objectName, sha256 }) =>
        house.parts.store.checkStored({ objectName, sha256 }),
      ),
    );
  house.clock.move(29 * DAY_MS);
  assert.equal(await forgetRaw(house.parts), 0);
  assert.deepEqual(await states(), ['good', 'good']);
  const byOfficer = await setRetention(house.parts, as(house.officer), { days: 3_000 });
  assert.deepEqual(codesOf(byOfficer), ['not-your-duty']);
  granted(await setRetention(house.parts, as(head), { days: 10 }));
  assert.equal(await forgetRaw(house.parts), 1);
  assert.deepEqual(await states(), ['missing', 'missing']);
  assert.equal(await forgetRaw(house.parts), 0);
  const entries = await rowsOf<{ actor: string }>(
    house,
    `SELECT actor FROM ledger_entry WHERE verb = 'watch.forget-raw'`,
  );
  assert.deepEqual(entries, [{ actor: 'clock' }]);
  await house.addSecret(OTHER_SECRET_TEXT);
  assert.equal((await searchBack(house.parts)).found, 0, 'what is gone cannot be found back');
  assert.equal((await rowsOf(house, 'SELECT id FROM article')).length, 2, 'hash and moment stay');
});

test('fsck knows what is kept of a parcel, and what was deleted', async (t) => {
  const house = await registered(t);
  granted(await take(house, await house.maker.make([CLEAN_NEWS, LEAKING_NEWS])));
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
  const [content] = await rowsOf<{ id: string; object_name: ObjectName }>(
    house,
    `SELECT o.id, o.object_name FROM vault_object o JOIN taken_parcel p
     ON p.content_object_id = o.id`,
  );
  assert.ok(content);
  await store.destroy(content.object_name);
  const missing = { what: 'object-missing', id: content.id, objectName: content.object_name };
  assert.deepEqual(await complaints(), [missing], 'as long as it is kept it must be there');
  house.clock.move(40 * DAY_MS);
  assert.equal(await forgetRaw(house.parts), 1);
  assert.deepEqual(await complaints(), []);
});

test('an agency that keeps nothing keeps nothing', async (t) => {
  const house = await registered(t);
  const head = await house.addPerson({ duties: ['head'], level: null });
  granted(await setRetention(house.parts, as(head), { days: 0 }));
  granted(await take(house, await house.maker.make([CLEAN_NEWS])));
  assert.deepEqual(
    await rowsOf(house, 'SELECT id FROM vault_object WHERE document_id IS NULL'),
    [],
  );
});

test('a collector from which nothing comes is an alarm in the officer’s inbox', async (t) => {
  const house = await registered(t);
  const silent = async () => {
    const { items } = granted(await listInbox(house.parts, as(house.officer)));
    return items.filter(({ kind }) => kind === 'source-silent').map(({ facts }) => facts);
  };
  granted(await take(house, await house.maker.make([CLEAN_NEWS])));
  assert.deepEqual(await silent(), []);
  const [collector] = granted(await viewIntake(house.parts, as(house.officer))).collectors;
  // The collector's machine has its own clock, which is the real one.
  const since = collector?.last?.madeAt ?? house.clock.now();
  house.clock.set(addMs(since as Instant, 3 * DAY_MS));
  assert.deepEqual(await silent(), [{ collector: 'Máy ngoài', since }]);
  const view = granted(await viewIntake(house.parts, as(house.officer)));
  assert.equal(view.collectors[0]?.quiet, true);
});

test('whose duty it is not sees nothing of the intake', async (t) => {
  const house = await registered(t);
  for (const who of [house.drafter, house.clerk]) {
    assert.deepEqual(codesOf(await viewIntake(house.parts, as(who))), ['not-your-duty']);
    const taken = await takeParcel(house.parts, as(who), {
      file: encodeBundle([]),
      acceptGap: false,
    });
    assert.deepEqual(codesOf(taken), ['not-your-duty']);
  }
  const seen = granted(await viewIntake(house.parts, as(house.administrator)));
  assert.equal(seen.collectors.length, 1);
});
