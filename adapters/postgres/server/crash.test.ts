/**
 * What a kill leaves. This is no power-cut test: after `kill -9` the kernel still holds every
 * page that PostgreSQL wrote, synced or not, so even `fsync=off` would pass. Power cuts need a
 * file system that is cut off beneath the server, with a control that fails.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isGone, killTree, spawnPrinting, treeOf, until } from '../../../testkit/process-tree.ts';
import { openPool } from '../connect.ts';
import { startEmbedded } from './start.ts';

const PROGRAM = fileURLToPath(new URL('../../../testkit/inserting-server.ts', import.meta.url));

/** Initialised once; each test leaves it to the next as its crash left it. */
const folder = mkdtempSync(join(tmpdir(), 'niemphong-crash-'));
before(async () => (await startEmbedded({ folder, settings: { fsync: 'off' } })).stop());
after(() => rmSync(folder, { recursive: true, force: true }));

async function startInserting(t: TestContext) {
  const program = spawnPrinting(process.execPath, PROGRAM, folder);
  t.after(() => program.child.kill('SIGKILL'));
  await until(() => program.lines.length > 50 || program.child.exitCode !== null, 'inserts');
  assert.equal(program.child.exitCode, null, program.complaint());
  const postmaster = Number(program.lines[0]?.split(' ')[1]);
  return { ...program, postmaster };
}

async function storedNumbers(): Promise<number> {
  const server = await startEmbedded({ folder });
  const pool = openPool(server.owner);
  try {
    const { rows } = await pool.query('SELECT count(*) AS stored, max(number) FROM acknowledged');
    assert.equal(rows[0].stored, rows[0].max, 'rows before the last one are missing');
    return rows[0].stored;
  } finally {
    await pool.end();
    await server.stop();
  }
}

test('after a kill of the whole tree no acknowledged row is lost, a start recovers', async (t) => {
  const program = await startInserting(t);
  assert.ok(treeOf(program.child.pid ?? 0).length > 5, 'the server is not in the tree');
  killTree(program.child.pid ?? 0);
  await program.ended;
  const acknowledged = Number(program.lines.at(-1));
  assert.ok((await storedNumbers()) >= acknowledged);
});

test('when only our process is killed the server ends, and the next start waits', async (t) => {
  const program = await startInserting(t);
  program.child.kill('SIGKILL');
  await program.ended;
  const acknowledged = Number(program.lines.at(-1));
  assert.ok((await storedNumbers()) >= acknowledged);
  assert.ok(isGone(program.postmaster));
});

test('a server killed beneath us is reported, and its orphans hinder no start', async () => {
  const server = await startEmbedded({ folder });
  process.kill(server.pid, 'SIGKILL');
  await assert.rejects(server.fault, { code: 'database-unavailable' });
  await (await startEmbedded({ folder })).stop();
});

test('a start is refused while another process holds the folder, and names it', async (t) => {
  const program = await startInserting(t);
  await assert.rejects(startEmbedded({ folder }), {
    code: 'data-folder-in-use',
    message: new RegExp(`in use by process ${program.child.pid};`),
  });
  program.child.kill('SIGTERM');
  await until(() => isGone(program.postmaster), 'the end of the server');
});
