import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeZip } from './zip.ts';

test('what goes into a package comes out of it byte for byte, by another program', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-zip-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const files = new Map([
    ['bagit.txt', Buffer.from('BagIt-Version: 1.0\n')],
    ['data/evidence/1/original.bin', Buffer.from(Uint8Array.from({ length: 70_000 }, (_, n) => n))],
    ['data/empty.txt', Buffer.alloc(0)],
  ]);
  writeFileSync(join(folder, 'package.zip'), encodeZip(files));
  const unpack = 'import sys, zipfile; z = zipfile.ZipFile("package.zip"); z.extractall(".")';
  const check = `${unpack}; sys.exit(1 if z.testzip() else 0)`;
  const run = spawnSync('python3', ['-c', check], { cwd: folder, encoding: 'utf8' });
  if (run.error) {
    t.skip('python3 is not installed');
    return;
  }
  assert.equal(run.status, 0, run.stderr);
  for (const [path, bytes] of files) assert.deepEqual(readFileSync(join(folder, path)), bytes);
});
