import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { openPool } from '../connect.ts';
import { readPostmaster } from './postmaster.ts';
import { type EmbeddedServer, findRunning, startEmbedded } from './start.ts';

function freshFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-start-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Without waiting for the disk where a test is not about it. */
const QUICK = { fsync: 'off' };

/** Initialised once; the tests of this file start and stop it one after the other. */
const shared = mkdtempSync(join(tmpdir(), 'niemphong-start-'));
before(async () => (await startEmbedded({ folder: shared, settings: QUICK })).stop());
after(() => rmSync(shared, { recursive: true, force: true }));

async function ask(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const pool = openPool(server.superuser);
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.end();
  }
}

test('a server starts, keeps its rows over a clean stop, and leaves no process', async () => {
  const folder = shared;
  const first = await startEmbedded({ folder });
  await ask(first, 'CREATE TABLE kept AS SELECT 1 AS a');
  await first.stop();
  assert.equal(readPostmaster(join(folder, 'cluster')), null);
  assert.equal(findRunning(folder), null);
  const second = await startEmbedded({ folder });
  assert.deepEqual(await ask(second, 'SELECT a FROM kept'), [{ a: 1 }]);
  await second.stop();
  await second.stop();
});

test('a second start on a folder in use is refused and names the process', async () => {
  const folder = shared;
  const server = await startEmbedded({ folder });
  await assert.rejects(startEmbedded({ folder }), {
    code: 'data-folder-in-use',
    message: new RegExp(`in use by process ${process.pid};`),
  });
  assert.ok(findRunning(folder));
  await server.stop();
});

test('a data folder with a path too long for a socket works, nothing is left over', async (t) => {
  const folder = join(freshFolder(t), 'dữ liệu, "dài" '.repeat(8), 'postgres');
  const server = await startEmbedded({ folder, settings: QUICK });
  const short = String(server.owner.host);
  assert.equal(statSync(short).mode & 0o777, 0o700);
  assert.equal(findRunning(folder)?.owner.host, short);
  assert.equal((await ask(server, 'SELECT 1 AS a')).length, 1);
  await server.stop();
  assert.throws(() => statSync(short), { code: 'ENOENT' });
});

test('a first start killed inside initdb is begun anew', async (t) => {
  const folder = freshFolder(t);
  mkdirSync(join(folder, 'unfinished'));
  writeFileSync(join(folder, 'unfinished', 'PG_VERSION'), '18\n');
  writeFileSync(join(folder, 'superuser-password.new'), 'hal');
  const server = await startEmbedded({ folder, settings: QUICK });
  assert.equal(readdirSync(folder).includes('unfinished'), false);
  await server.stop();
});

test('a stale postmaster.pid whose number another process has since does not hinder', async () => {
  const folder = shared;
  await (await startEmbedded({ folder })).stop();
  const cluster = join(folder, 'cluster');
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n1\n5432\n\n\n\nready\n`,
  );
  const server = await startEmbedded({ folder });
  assert.notEqual(server.pid, process.pid);
  await server.stop();
});

test('a server that ends by itself is reported, and the folder is free again', async () => {
  const folder = shared;
  const server = await startEmbedded({ folder });
  process.kill(server.pid, 'SIGINT');
  await assert.rejects(server.fault, { code: 'database-unavailable' });
  await (await startEmbedded({ folder })).stop();
});

test('the server is durable, off the network, checks pages and asks for a password', async () => {
  const folder = shared;
  const server = await startEmbedded({ folder });
  const names = `fsync full_page_writes synchronous_commit data_checksums listen_addresses
    password_encryption server_encoding TimeZone log_statement log_min_error_statement`;
  const list = names.split(/\s+/).map((name) => `current_setting('${name}') AS "${name}"`);
  assert.deepEqual(await ask(server, `SELECT ${list.join(', ')}`), [
    {
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      listen_addresses: '',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      log_statement: 'none',
      log_min_error_statement: 'panic',
    },
  ]);
  const rules = await ask(server, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules');
  assert.deepEqual(rules, [{ auth_method: 'scram-sha-256' }]);
  const stranger = openPool({ ...server.owner, password: 'wrong' });
  await assert.rejects(stranger.query('SELECT 1'), { code: '28P01' });
  await stranger.end();
  await server.stop();
});

test('only the owner of the data folder can read what is in it', async () => {
  const folder = shared;
  await (await startEmbedded({ folder })).stop();
  for (const name of ['superuser-password', 'owner-password', 'owner']) {
    assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
  }
  for (const name of ['.', 'cluster', 'log', 'socket']) {
    assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
  }
});

test('no value of a failing statement reaches the server log', async () => {
  const folder = shared;
  const server = await startEmbedded({ folder });
  const canary = 'bi-mat-4711';
  await ask(server, `CREATE TABLE secret (word text PRIMARY KEY)`);
  await ask(server, `INSERT INTO secret VALUES ('${canary}')`);
  await assert.rejects(ask(server, `INSERT INTO secret VALUES ('${canary}')`), { code: '23505' });
  await assert.rejects(ask(server, `SELECT '${canary}'::int`), { code: '22P02' });
  await server.stop();
  const logs = readdirSync(join(folder, 'log')).map((name) =>
    readFileSync(join(folder, 'log', name), 'utf8'),
  );
  assert.ok(logs.join('').includes('ready to accept connections'));
  assert.equal(logs.join('').includes(canary), false);
});
