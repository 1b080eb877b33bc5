/** The same SQL on an outside PostgreSQL of the oldest supported version. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startOutside, WITHOUT_DEBIAN_POSTGRES } from '../../testkit/outside-server.ts';
import { configFromUrl, openPool } from './connect.ts';
import { prepareDatabase } from './migrate.ts';
import { dumpSchema } from './schema/schema-dump.ts';
import { assertServerFits } from './schema/server-check.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../migrations/schema.txt', import.meta.url));

test('an outside PostgreSQL 15', { skip: WITHOUT_DEBIAN_POSTGRES }, async (t) => {
  const { superuser, config } = await startOutside(t);
  const urlOf = (user: string, database: string) =>
    `postgres://${user}@${encodeURIComponent(String(config.host))}/${database}`;
  const prepare = (user: string, database: string) =>
    prepareDatabase({
      admin: configFromUrl(urlOf(user, database)),
      migrationsFolder: MIGRATIONS,
      appPassword: 'of-the-app',
    });
  await superuser.query('CREATE ROLE house_owner LOGIN CREATEROLE');
  await superuser.query('CREATE ROLE plain LOGIN');
  await superuser.query('CREATE DATABASE plain_house OWNER plain');
  await superuser.query('CREATE DATABASE house OWNER house_owner');

  await t.test('an owner who may not make roles is told so', async () => {
    await assert.rejects(prepare('plain', 'plain_house'), {
      code: 'database-privilege',
      message: /niemphong_app is missing .*CREATEROLE/,
    });
  });

  await t.test('the migrations make the same schema there, twice over', async () => {
    await prepare('house_owner', 'house');
    const { appConfig } = await prepare('house_owner', 'house');
    const owner = openPool({ ...config, user: 'house_owner', database: 'house' });
    const dump = await dumpSchema(owner);
    await owner.end();
    assert.equal(dump, readFileSync(SCHEMA, 'utf8'));
    const app = openPool(appConfig);
    assert.equal((await app.query('SELECT current_user AS me')).rows[0].me, 'niemphong_app');
    await app.end();
  });

  await t.test('a role of the app that the administrator made is enough', async () => {
    await prepare('plain', 'plain_house');
  });

  await t.test('a database that is not in UTF-8 is refused', async () => {
    await superuser.query(`CREATE DATABASE latin OWNER house_owner TEMPLATE template0
      ENCODING 'LATIN1'`);
    await assert.rejects(prepare('house_owner', 'latin'), {
      code: 'database-unsupported',
      message: /LATIN1/,
    });
  });
});

test('servers older than 15 and newer than 18 are refused', async () => {
  for (const version of [14, 19]) {
    const row = { version, encoding: 'UTF8', role: 'r', database: 'd', may_create: true };
    // Only this one question is asked; no such server is at hand.
    const client = { query: async () => ({ rows: [row] }) } as unknown as Parameters<
      typeof assertServerFits
    >[0];
    await assert.rejects(assertServerFits(client), {
      code: 'database-unsupported',
      message: new RegExp(`PostgreSQL ${version} is not supported`),
    });
  }
});
