/** What is left in memory of a document once the vault is sealed, as far as JavaScript lets it. */
import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spawnPrinting, until } from '../../testkit/process-tree.ts';
import { PLANTED, traces } from '../../testkit/traces.ts';

/** How often the bytes stand in the writable memory of a process. */
function countInMemory(pid: number, trace: Buffer): number {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  let count = 0;
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from, to] = line.match(/^([0-9a-f]+)-([0-9a-f]+) rw/) ?? [];
      if (!from || !to) continue;
      const room = Buffer.alloc(Number.parseInt(to, 16) - Number.parseInt(from, 16));
      let read = 0;
      try {
        read = readSync(memory, room, 0, room.length, Number.parseInt(from, 16));
      } catch {
        continue; // a guard page, or gone meanwhile
      }
      const bytes = room.subarray(0, read);
      for (let at = bytes.indexOf(trace); at >= 0; at = bytes.indexOf(trace, at + 1)) count += 1;
    }
  } finally {
    closeSync(memory);
  }
  return count;
}

test('after sealing, memory holds no word and no row of tokens of a document', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-memory-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'planted.txt');
  writeFileSync(file, PLANTED);
  const program = fileURLToPath(new URL('../../testkit/index-process.ts', import.meta.url));
  const child = spawnPrinting(process.execPath, '--expose-gc', program, folder, file);
  const says = (word: string) =>
    until(() => child.lines.includes(word) || child.child.exitCode !== null, word);
  t.after(() => child.child.kill('SIGKILL'));
  await says('open');
  assert.equal(child.complaint(), '');
  const { pid = 0 } = child.child;
  const tokens = traces().get('as tokens') ?? Buffer.alloc(0);
  assert.ok(countInMemory(pid, tokens) > 0, 'while open, its tokens are in memory');
  child.child.kill('SIGUSR2');
  await says('sealed');
  // At once: what the garbage collector does later is its own affair.
  assert.equal(countInMemory(pid, tokens), 0, 'once sealed, no row of tokens is in the process');
  child.child.kill('SIGUSR2');
  await says('written');
  const snapshot = readFileSync(join(folder, 'sealed.heapsnapshot'));
  assert.ok(snapshot.includes('CustodySeal'), 'the snapshot is one');
  for (const [how, trace] of traces()) assert.ok(!snapshot.includes(trace), how);
});
