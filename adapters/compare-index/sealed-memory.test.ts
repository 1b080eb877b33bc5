/** What is left in memory of a document once the vault is sealed, as far as JavaScript lets it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spawnPrinting, until } from '../../testkit/process-tree.ts';
import { countInMemory } from '../../testkit/shards/process-memory.ts';
import { PLANTED, traces, tracesCalled } from '../../testkit/traces.ts';

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
  const [tokens, codes] = [tracesCalled('as tokens'), tracesCalled('as codes')];
  assert.ok(countInMemory(pid, tokens) > 0, 'while open, its tokens are in memory');
  assert.ok(countInMemory(pid, codes) > 0, 'and their codes');
  child.child.kill('SIGUSR2');
  await says('sealed');
  // At once: what the garbage collector does later is its own affair.
  assert.equal(countInMemory(pid, tokens), 0, 'once sealed, no row of tokens is in the process');
  assert.equal(countInMemory(pid, codes), 0, 'nor of their codes');
  child.child.kill('SIGUSR2');
  await says('written');
  const snapshot = readFileSync(join(folder, 'sealed.heapsnapshot'));
  assert.ok(snapshot.includes('CustodySeal'), 'the snapshot is one');
  for (const [how, trace] of traces()) assert.ok(!snapshot.includes(trace), how);
});
