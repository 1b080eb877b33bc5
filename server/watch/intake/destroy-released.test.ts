import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMING_OBJECTS } from '../../../adapters/postgres/intake/released.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { as } from '../../../testkit/house.ts';
import {
  CLEAN_NEWS,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
} from '../../../testkit/leak.ts';
import { dismissMatch } from '../dismiss-match.ts';
import { importArticles } from '../import-articles.ts';
import { destroyReleased } from './destroy-released.ts';
import { forgetRaw } from './forget-raw.ts';

const DAY_MS = 86_400_000;

async function namesIn({ parts }: LeakHouse): Promise<Set<ObjectName>> {
  const names = new Set<ObjectName>();
  for await (const name of parts.store.names()) names.add(name);
  return names;
}

test('what a stop left undestroyed goes by the clock, and nothing that is needed', async (t) => {
  const house = await leakHouse(t);
  const { parts, officer } = house;
  const before = await namesIn(house);
  const take = async (fileName: string, text: string) =>
    granted(await importArticles(parts, as(officer), { fileName, file: utf8(text) }));
  await take('lo.txt', LEAKING_NEWS);
  await take('thuong.txt', CLEAN_NEWS);
  const full = await namesIn(house);
  const [match] = await house.acts.read({ kind: 'clock' }, ({ watch }) =>
    watch.listMatches({ state: 'open', limit: 1 }),
  );
  assert.ok(match);
  // The process ends between the act and the destruction.
  const store = Object.create(parts.store, {
    destroy: { value: () => Promise.reject(new Error('killed')) },
  }) as LeakHouse['parts']['store'];
  const cut = { ...parts, store };
  const judged = { matchId: match.id, reason: 'Đăng lại', kind: 'lawful' } as const;
  await assert.rejects(dismissMatch(cut, as(officer), judged), /killed/);
  house.clock.move(31 * DAY_MS);
  await assert.rejects(forgetRaw(cut), /killed/);
  assert.deepEqual(await namesIn(house), full);
  parts.seal.seal();
  assert.equal(await destroyReleased(parts), full.size - before.size);
  assert.deepEqual(await namesIn(house), before);
  assert.equal(await destroyReleased(parts), 0);
});

test('no column that names an object of the vault is forgotten', async (t) => {
  const { database } = await leakHouse(t);
  const { rows } = await database.admin.query<{ name: string }>(
    `SELECT format('%s.%s', c.conrelid::regclass, a.attname) AS name FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
     WHERE c.contype = 'f' AND c.confrelid = 'vault_object'::regclass`,
  );
  assert.deepEqual(
    NAMING_OBJECTS.map(([table, column]) => `${table}.${column}`).toSorted(),
    rows.map(({ name }) => name).toSorted(),
  );
});
