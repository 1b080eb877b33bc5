import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../testkit/database.ts';
import { openPool } from './connect.ts';
import { prepareDatabase } from './migrate.ts';

type Files = Readonly<Record<string, string>>;

function folderOf(t: TestContext, files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-migrations-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

/** An empty database and a way to prepare it with other files. */
async function emptyHouse(t: TestContext) {
  const database = await testDatabase(t, { migrationsFolder: folderOf(t, {}) });
  const prepare = (files: Files) =>
    prepareDatabase({
      admin: database.adminConfig,
      migrationsFolder: folderOf(t, files),
      appPassword: String(database.appConfig.password),
    });
  return { ...database, prepare };
}

const landed = async ({ admin }: Pick<TestDatabase, 'admin'>): Promise<number[]> =>
  (await admin.query('SELECT number FROM schema_migration ORDER BY number')).rows.map(
    ({ number }) => number,
  );

const ONE = {
  '0001-first.sql': 'CREATE TABLE first (a int); GRANT SELECT ON first TO niemphong_app',
};
const TWO = { ...ONE, '0002-second.sql': 'ALTER TABLE first ADD b int' };

test('missing migrations run once, in order', async (t) => {
  const house = await emptyHouse(t);
  await house.prepare(ONE);
  await house.prepare(TWO);
  await house.prepare(TWO);
  assert.deepEqual(await landed(house), [1, 2]);
  assert.deepEqual((await house.app.query('SELECT a, b FROM first')).rows, []);
});

test('two programs that start together migrate once', async (t) => {
  const house = await emptyHouse(t);
  await Promise.all([house.prepare(TWO), house.prepare(TWO), house.prepare(TWO)]);
  assert.deepEqual(await landed(house), [1, 2]);
});

test('a landed migration that was edited stops the start', async (t) => {
  const house = await emptyHouse(t);
  await house.prepare(ONE);
  const edited = { '0001-first.sql': `${ONE['0001-first.sql']} -- a remark` };
  await assert.rejects(house.prepare(edited), {
    code: 'migration-changed',
    message: /0001-first\.sql differs/,
  });
});

test('a database of a newer version stops the start of an older program', async (t) => {
  const house = await emptyHouse(t);
  await house.prepare(TWO);
  await assert.rejects(house.prepare(ONE), { code: 'migration-changed', message: /newer version/ });
});

test('a failing migration leaves nothing behind and says the line', async (t) => {
  const house = await emptyHouse(t);
  const broken = { ...ONE, '0002-broken.sql': 'CREATE TABLE half (a int);\nCREATE TABLE (;' };
  await assert.rejects(house.prepare(broken), {
    code: 'migration-failed',
    message: /0002-broken\.sql: line 2: /,
  });
  assert.deepEqual(await landed(house), [1]);
  await assert.rejects(house.admin.query('SELECT FROM half'), { code: '42P01' });
  await house.prepare(TWO);
});

test('a migration may not end its own transaction', async (t) => {
  const house = await emptyHouse(t);
  await assert.rejects(house.prepare({ '0001-own.sql': 'COMMIT; BEGIN;' }), {
    code: 'migration-failed',
    message: /leave BEGIN and COMMIT/,
  });
});

test('gaps, doubles and strange names among the files are refused', async (t) => {
  const house = await emptyHouse(t);
  for (const name of ['0002-gap.sql', '1-short.sql', '0001_under.sql']) {
    await assert.rejects(house.prepare({ [name]: '' }), { code: 'migration-failed' }, name);
  }
  await assert.rejects(house.prepare({ ...ONE, '0001-again.sql': '' }), {
    code: 'migration-failed',
  });
});

test('the role of the app owns nothing, makes nothing and obeys row-level security', async (t) => {
  const { admin, app } = await testDatabase(t);
  const { rows } = await admin.query(`
    SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS mighty,
           EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid) AS owns
      FROM pg_roles r WHERE rolname = 'niemphong_app'`);
  assert.deepEqual(rows, [{ mighty: false, owns: false }]);
  await assert.rejects(app.query('CREATE TABLE mine (a int)'), { code: '42501' });
  await assert.rejects(app.query('DELETE FROM schema_migration'), { code: '42501' });
});

test('nobody but the owner and the app connects to the database', async (t) => {
  const house = await emptyHouse(t);
  await house.prepare({});
  const { rows } = await house.admin.query(
    `SELECT a.privilege_type FROM pg_database d, aclexplode(d.datacl) a
      WHERE d.datname = current_database() AND a.grantee = 0`,
  );
  assert.deepEqual(rows, []);
});

test('a role without the right to create is told what it lacks', async (t) => {
  const house = await emptyHouse(t);
  const admin = house.appConfig;
  await assert.rejects(
    prepareDatabase({ admin, migrationsFolder: folderOf(t, {}), appPassword: 'x' }),
    {
      code: 'database-privilege',
      message: /niemphong_app may not create/,
    },
  );
});

test('an app role that could pass row-level security is refused', async (t) => {
  const house = await emptyHouse(t);
  const superuser = openPool(house.superuserConfig);
  t.after(() => superuser.end());
  await superuser.query('ALTER ROLE niemphong_app BYPASSRLS');
  try {
    await assert.rejects(house.prepare({}), { code: 'database-privilege', message: /NOBYPASSRLS/ });
  } finally {
    await superuser.query('ALTER ROLE niemphong_app NOBYPASSRLS');
  }
});

test('a server out of reach is unavailable and may be tried again', async (t) => {
  const admin = { host: folderOf(t, {}), user: 'nobody', database: 'none' };
  await assert.rejects(
    prepareDatabase({ admin, migrationsFolder: folderOf(t, {}), appPassword: 'x' }),
    {
      code: 'database-unavailable',
      retryable: true,
    },
  );
});
