/**
 * The commands as an operator meets them: real processes, a real demo folder, a real database. One
 * demo is made for all of these tests.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openPool } from '../adapters/postgres/connect.ts';
import { startEmbedded } from '../adapters/postgres/server/start.ts';
import { REQUEST_STATES } from '../core/publication/request.ts';
import { MATCH_STATES } from '../core/watch/verdict.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const SERVER = join(import.meta.dirname, '..', 'server', 'main.ts');
let folder = '';
let demo = '';

function run(...words: readonly string[]) {
  const env = { ...process.env, LANG: 'vi_VN.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    encoding: 'utf8',
    env,
  });
  return { exit: status, out: stdout, err: stderr };
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'niemphong-cli-'));
  demo = join(folder, 'demo');
  const made = run('demo', '--data', demo);
  assert.equal(made.exit, 0, made.err);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('every command tells its use in both languages, and a wrong word is exit 2', () => {
  const help = run('--help');
  assert.equal(help.exit, 0);
  const commands = [
    'match',
    'extract',
    'ledger export',
    'ledger check',
    'fsck',
    'demo',
    'watch import',
  ];
  for (const name of commands) {
    assert.ok(help.out.includes(`  ${name} `), name);
    const own = run(...name.split(' '), '--help');
    assert.equal(own.exit, 0, name);
    assert.match(own.out, /niemphong/);
    assert.equal(run(...name.split(' '), '--no-such-option').exit, 2, name);
  }
  for (const words of [[], ['ledger'], ['nothing']]) assert.equal(run(...words).exit, 2);
});

test('the demo is intact, and a second making leaves it as it is', () => {
  const good = run('fsck', '--data', demo);
  assert.equal(good.exit, 0, good.err);
  assert.match(good.out, /nguyên vẹn/);
  assert.match(run('demo', '--data', demo).out, /đã có sẵn/);
});

test('the demo opens no screen of the press office and the watch empty', async () => {
  const server = await startEmbedded({ folder: join(demo, 'postgres') });
  const client = openPool(server.superuser);
  const all = async (query: string) => (await client.query<{ is: string }>(query)).rows;
  const words = async (query: string) => (await all(query)).map((row) => row.is).sort();
  try {
    const requests = await words('SELECT DISTINCT state AS is FROM publication_request');
    assert.deepEqual(requests, [...REQUEST_STATES].sort());
    const matches = await words('SELECT DISTINCT state AS is FROM match');
    assert.deepEqual(matches, [...MATCH_STATES].sort());
    const stories = `SELECT DISTINCT story_id::text AS is FROM match WHERE state = 'open'`;
    assert.ok((await words(stories)).length >= 4);
    const grounds = `SELECT DISTINCT spans ->> 'ground' AS is FROM match WHERE state = 'open'`;
    assert.deepEqual(await words(grounds), ['embargo', 'secret']);
    const back = `SELECT id::text AS is FROM match WHERE (spans -> 'back')::boolean`;
    assert.equal((await words(back)).length, 1);
    const calendar = await words('SELECT DISTINCT state AS is FROM release_item');
    assert.deepEqual(calendar, ['cancelled', 'planned']);
    for (const [table, least] of [
      ['taken_parcel', 3],
      ['kept_import', 5],
      ['publication_record', 2],
      ['evidence', 2],
      ['evidence_package', 1],
      ['wording_judgement', 1],
    ] as const) {
      assert.ok((await all(`SELECT '' AS is FROM ${table}`)).length >= least, table);
    }
  } finally {
    await client.end();
    await server.stop();
  }
});

test('a folder with other data is no place for a demo', () => {
  const real = join(folder, 'real');
  mkdirSync(real);
  writeFileSync(join(real, 'letter.txt'), 'x');
  const refused = run('demo', '--data', real);
  assert.equal(refused.exit, 2);
  assert.match(refused.err, /không phải bản trình diễn/);
});

test('one changed byte in the database is found and its entry named', async () => {
  const copy = join(folder, 'changed');
  cpSync(demo, copy, { recursive: true });
  const server = await startEmbedded({ folder: join(copy, 'postgres') });
  const client = openPool(server.superuser);
  await client.query(`UPDATE ledger_entry SET body = set_byte(body, 40, 33) WHERE index = 77`);
  await client.end();
  await server.stop();
  const found = run('fsck', '--data', copy);
  assert.equal(found.exit, 1);
  assert.match(found.err, /mục 77 của sổ cái đã bị sửa/);
  assert.match(found.err, /entry 77 of the ledger was changed/);
});

test('the same commands work beside a running server, also under a long path', async () => {
  const long = join(folder, 'dữ-liệu-'.repeat(12));
  cpSync(demo, long, { recursive: true });
  const env = { ...process.env, PORT: '0' };
  const server = spawn(process.execPath, [SERVER, '--demo', '--data', long], { env });
  let said = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  while (!said.includes('http://') && server.exitCode === null) await wait(100);
  try {
    assert.ok(said.includes('http://'), said);
    assert.equal(run('fsck', '--data', long).exit, 0);
    const out = join(folder, 'export');
    const exported = run('ledger', 'export', out, '--data', long);
    assert.equal(exported.exit, 0, exported.err);
    const vkey = /vkey: (\S+)/.exec(exported.out)?.[1] ?? '';
    assert.equal(run('ledger', 'check', out, '--vkey', vkey).exit, 0);
    const news = join(folder, 'news.jsonl');
    writeFileSync(news, `${JSON.stringify({ text: 'Hôm nay trời nắng.', source: 'x.example' })}\n`);
    assert.match(run('watch', 'import', news, '--data', long).out, /đã lấy 1, trùng khớp 0/);
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  }
  assert.equal(run('fsck', '--data', long).exit, 0);
  assert.ok(!existsSync(join(long, 'control-path')));
});

test('where no server runs the vault needs its shares', () => {
  const sealed = join(folder, 'sealed');
  const share = join(folder, 'share.txt');
  cpSync(demo, sealed, { recursive: true });
  cpSync(join(sealed, 'demo-share'), share);
  rmSync(join(sealed, 'demo-share'));
  const news = join(folder, 'more.jsonl');
  writeFileSync(news, `${JSON.stringify({ text: 'Chợ phiên đông vui.', source: 'x.example' })}\n`);
  assert.equal(run('watch', 'import', news, '--data', sealed).exit, 7);
  const opened = run('watch', 'import', news, '--data', sealed, '--share', share);
  assert.equal(opened.exit, 0, opened.err);
  assert.equal(run('watch', 'import', news, '--share', join(folder, 'nowhere')).exit, 2);
});
