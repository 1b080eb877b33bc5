/** The compare index at rest: whole or not at all, authentic, of this vault and its compartment. */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LEVELS } from '../../core/level/level.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import { spawnPrinting, until } from '../../testkit/process-tree.ts';
import {
  freshFolder,
  give,
  isFaultOf,
  type OpenedVault,
  openedVault,
  openVault,
  seededBytes,
} from './testing.ts';

async function* piecesOf(bytes: Uint8Array, size = 300_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function loaded({ indexRest }: Pick<OpenedVault, 'indexRest'>): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  const isThere = await indexRest.load((piece) => void pieces.push(Buffer.from(piece)));
  return isThere ? Buffer.concat(pieces) : null;
}

const pathOf = ({ folder }: OpenedVault) => join(folder, 'index', 'compare-index.age');

test('what is saved comes back, of whichever compartment, the latest alone', async (t) => {
  const vault = await openedVault(t);
  assert.equal(await loaded(vault), null);
  for (const [number, level] of LEVELS.entries()) {
    const bytes = seededBytes(3_000_000 * number + 5, number);
    await vault.indexRest.save(level, piecesOf(bytes));
    assert.ok((await loaded(vault))?.equals(bytes));
    assert.deepEqual(await readdir(dirname(pathOf(vault))), ['compare-index.age']);
  }
  await vault.indexRest.remove();
  await vault.indexRest.remove();
  assert.equal(await loaded(vault), null);
});

test('the sealed vault neither saves nor loads an index', async (t) => {
  const vault = await openedVault(t);
  await vault.indexRest.save('mat', piecesOf(seededBytes(10)));
  vault.seal.seal();
  await assert.rejects(loaded(vault), VaultSealed);
  await assert.rejects(vault.indexRest.save('mat', piecesOf(seededBytes(10))), VaultSealed);
  await give(vault, vault.shares);
  assert.equal((await loaded(vault))?.length, 10);
});

test('every changed, missing or added byte of the file is noticed', async (t) => {
  const vault = await openedVault(t);
  await vault.indexRest.save('toi-mat', piecesOf(seededBytes(200_000)));
  const good = await readFile(pathOf(vault));
  const changed = (at: number) => {
    const bytes = Buffer.from(good);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    return bytes;
  };
  const places = [0, 30, 150, 200, 300, 66_000, 150_000, good.length - 1];
  const bad = [
    ...places.map(changed),
    ...[0, 1, 100, 65_552, good.length - 1].map((length) => good.subarray(0, length)),
    Buffer.concat([good, Buffer.alloc(1)]),
  ];
  for (const [number, bytes] of bad.entries()) {
    await writeFile(pathOf(vault), bytes);
    await assert.rejects(loaded(vault), isFaultOf('vault-object-damaged'), `damage ${number}`);
  }
});

test('a content that fails leaves the old index', async (t) => {
  const vault = await openedVault(t);
  await vault.indexRest.save('mat', piecesOf(seededBytes(5_000_000, 1)));
  const broken = new Error('the index changed');
  async function* content() {
    yield seededBytes(4_000_000, 2);
    throw broken;
  }
  await assert.rejects(vault.indexRest.save('mat', content()), broken);
  assert.ok((await loaded(vault))?.equals(seededBytes(5_000_000, 1)));
  assert.deepEqual(await readdir(dirname(pathOf(vault))), ['compare-index.age']);
});

test('a process killed in the middle of saving leaves the old index', async (t) => {
  const folder = await freshFolder(t);
  const program = fileURLToPath(new URL('./saving-process.ts', import.meta.url));
  const child = spawnPrinting(process.execPath, program, folder);
  await until(() => child.lines.includes('half') || child.child.exitCode !== null, 'it saves');
  assert.equal(child.complaint(), '');
  child.child.kill('SIGKILL');
  await child.ended;
  const files = await readdir(join(folder, 'index'));
  assert.deepEqual(files.sort(), ['compare-index.age', 'compare-index.age.tmp']);
  const vault = await openVault({ folder });
  assert.deepEqual(await readdir(join(folder, 'index')), ['compare-index.age']);
  await give(vault, [child.lines[0] ?? '']);
  assert.ok((await loaded(vault))?.equals(seededBytes(100, 1)));
});
