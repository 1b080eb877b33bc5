/** Large objects go through shared slabs, the hashing thread and the disk at once. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Fault } from '../../../core/common/fault.ts';
import { freshFolder, seededBytes } from '../testing.ts';
import { ObjectFile } from './object-file.ts';
import { SLAB_BYTES, takeSlabs } from './slabs.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pathIn = async (t: TestContext) => join(await freshFolder(t), 'aa', 'object.age');

/** `ObjectFile` takes pieces over, so every use gets its own copy. */
function* piecesOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function written(path: string, bytes: Uint8Array, pieceBytes: number) {
  const file = new ObjectFile(path);
  for (const piece of piecesOf(bytes, pieceBytes)) await file.write([piece]);
  return file.commit();
}

test('a file of any length holds and names exactly what was written', async (t) => {
  const folder = await freshFolder(t);
  const lengths = [0, 1, 4096, SLAB_BYTES - 1, SLAB_BYTES, SLAB_BYTES + 1, 3 * SLAB_BYTES];
  for (const length of [...lengths, 5 * SLAB_BYTES + 4097]) {
    for (const pieceBytes of [65_552, 1_000_003]) {
      const bytes = seededBytes(length, length + 1);
      const path = join(folder, `${length}-${pieceBytes}`, 'object.age');
      const facts = await written(path, bytes, pieceBytes);
      assert.deepEqual(facts, { sizeBytes: length, sha256: sha256(bytes) }, `${length} bytes`);
      assert.equal(sha256(await readFile(path)), sha256(bytes));
      assert.deepEqual(await readdir(dirname(path)), ['object.age']);
    }
  }
});

test('objects that come in at the same time do not mix', async (t) => {
  const folder = await freshFolder(t);
  const all = Array.from({ length: 6 }, (_, at) => seededBytes(4 * SLAB_BYTES + at, at + 1));
  const facts = await Promise.all(
    all.map((bytes, at) => written(join(folder, `${at}`, 'object.age'), bytes, 300_001)),
  );
  for (const [at, bytes] of all.entries()) {
    assert.equal(facts[at]?.sha256, sha256(bytes));
    assert.equal(sha256(await readFile(join(folder, `${at}`, 'object.age'))), sha256(bytes));
  }
});

test('a large file given up leaves nothing, and its slabs serve the next', async (t) => {
  const path = await pathIn(t);
  const file = new ObjectFile(path);
  for (const piece of piecesOf(seededBytes(5 * SLAB_BYTES + 9), 65_552)) await file.write([piece]);
  await file.abandon();
  assert.deepEqual(await readdir(dirname(path)), []);
  const bytes = seededBytes(2 * SLAB_BYTES + 1, 2);
  assert.equal((await written(path, bytes, 65_552)).sha256, sha256(bytes));
});

test('when the end fails, the slabs go back once: no two objects ever share them', async (t) => {
  const path = await pathIn(t);
  const file = new ObjectFile(path);
  for (const piece of piecesOf(seededBytes(3 * SLAB_BYTES), 65_552)) await file.write([piece]);
  await rm(`${path}.tmp`); // so that it cannot get its name
  await assert.rejects(file.commit(), Fault);
  await file.abandon();
  const sets = [takeSlabs(), takeSlabs(), takeSlabs()];
  assert.equal(new Set(sets).size, sets.length);
});

test('a disk that fills up in the middle of a large object is a fault to try again', async (t) => {
  const path = await pathIn(t);
  await mkdir(dirname(path), { recursive: true });
  const size = 'size=3m,mode=0700';
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', dirname(path)]);
  if (mounted.status !== 0) return t.skip('no right to mount a small disk here');
  try {
    const file = new ObjectFile(path);
    const writing = async () => {
      for (const piece of piecesOf(seededBytes(8 * SLAB_BYTES), 65_552)) await file.write([piece]);
      await file.commit();
    };
    await assert.rejects(writing, (error) => error instanceof Fault && error.retryable);
    await file.abandon();
    assert.deepEqual(await readdir(dirname(path)), []);
    const bytes = seededBytes(2 * SLAB_BYTES, 3);
    assert.equal((await written(path, bytes, 65_552)).sha256, sha256(bytes));
  } finally {
    spawnSync('umount', [dirname(path)]);
  }
});
