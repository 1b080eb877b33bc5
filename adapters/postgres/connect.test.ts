import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../testkit/database.ts';
import { configFromUrl, openPool } from './connect.ts';

test('values come back in the forms that core speaks', async (t) => {
  const { admin } = await testDatabase(t);
  const { rows } = await admin.query(`
    SELECT date '2026-02-28' AS day,
           timestamptz '2026-02-28 06:30:00.1239+07' AS instant,
           timestamptz '2026-02-28 06:30:00+07' AS whole_second,
           9007199254740991::int8 AS large,
           0.10::numeric AS amount,
           '\\x00ff'::bytea AS bytes,
           ARRAY[date '2026-01-01', NULL] AS days,
           ARRAY[7::int8] AS numbers,
           ARRAY['\\x01'::bytea] AS several_bytes,
           ARRAY[timestamptz '2026-01-01 00:00:00+00'] AS instants,
           '{"a": [1]}'::jsonb AS json`);
  assert.deepEqual(rows, [
    {
      day: '2026-02-28',
      instant: '2026-02-27T23:30:00.123Z',
      whole_second: '2026-02-27T23:30:00.000Z',
      large: Number.MAX_SAFE_INTEGER,
      amount: '0.10',
      bytes: Uint8Array.of(0, 255),
      days: ['2026-01-01', null],
      numbers: [7],
      several_bytes: [Uint8Array.of(1)],
      instants: ['2026-01-01T00:00:00.000Z'],
      json: { a: [1] },
    },
  ]);
});

test('bytes and their text forms go in and come out the same', async (t) => {
  const { admin } = await testDatabase(t);
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const { rows } = await admin.query('SELECT $1::bytea AS b, $2::timestamptz AS i, $3::date AS d', [
    bytes,
    '2026-11-21T10:20:30.456Z',
    '2026-11-21',
  ]);
  assert.deepEqual(rows, [{ b: bytes, i: '2026-11-21T10:20:30.456Z', d: '2026-11-21' }]);
});

test('what core cannot hold is corruption, not a rounded value', async (t) => {
  const { admin } = await testDatabase(t);
  for (const value of [`9007199254740992::int8`, `timestamptz 'infinity'`, `ARRAY[(2^60)::int8]`]) {
    await assert.rejects(admin.query(`SELECT ${value}`), { code: 'corruption' }, value);
  }
  assert.equal((await admin.query('SELECT 1 AS a')).rows[0].a, 1);
});

test('a pool outlives the loss of its connections', async (t) => {
  const { admin, appConfig } = await testDatabase(t);
  let lost = 0;
  const pool = openPool(appConfig, { applicationName: 'to-be-cut', onLost: () => lost++ });
  t.after(() => pool.end());
  await pool.query('SELECT 1');
  await admin.query('SELECT 1');
  const { superuserConfig } = await testDatabase(t);
  const superuser = openPool(superuserConfig);
  await superuser.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE application_name = 'to-be-cut'`,
  );
  await superuser.end();
  while (lost === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal((await pool.query('SELECT 1 AS a')).rows[0].a, 1);
});

test('an address is read in all its forms', () => {
  const { host, port, user, database, password } = configFromUrl(
    'postgres://an:p%40ss@%2Frun%2Fpg:5433/house',
  );
  assert.deepEqual(
    { host, port, user, database, password },
    { host: '/run/pg', port: 5433, user: 'an', database: 'house', password: 'p@ss' },
  );
  assert.equal(configFromUrl('postgresql://an@db.local/house').host, 'db.local');
  assert.throws(
    () => configFromUrl('postgres://an:secret@[bad/house'),
    (error: Error) => {
      return !String(error.stack).includes('secret');
    },
  );
});
