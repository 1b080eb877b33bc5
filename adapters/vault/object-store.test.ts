import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';

import { Fault } from '../../core/common/fault.ts';
import { type ObjectName, parseId } from '../../core/common/id.ts';
import type { ObjectLabel } from '../../core/vault/label.ts';
import { type StoredObject, VaultSealed } from '../../server/ports/vault.ts';
import { ageX25519Suite } from './age-x25519-suite.ts';
import { objectPath } from './object-store.ts';
import { secondSuite } from './second-suite.ts';
import {
  everyFile,
  give,
  isFaultOf,
  type OpenedVault,
  openedVault,
  openVault,
  seededBytes,
  seededRandom,
  someLabel,
} from './testing.ts';

const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 1_048_576, 2_200_001];

const isDamaged = isFaultOf('vault-object-damaged');

const pathOf = ({ folder }: OpenedVault, { objectName }: StoredObject): string =>
  objectPath(join(folder, 'objects'), objectName);

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function* inPieces(content: Uint8Array, seed: number): AsyncIterable<Uint8Array> {
  const random = seededRandom(seed);
  for (let at = 0; at < content.length; ) {
    const length = Math.floor(random() * random() * 200_000);
    yield content.slice(at, at + length);
    at += length;
  }
}

type Stored = { vault: OpenedVault; label: ObjectLabel; object: StoredObject; path: string };

async function stored(t: TestContext, content: Uint8Array, suite = ageX25519Suite) {
  const vault = await openedVault(t, suite);
  const label = someLabel();
  const object = await vault.store.put(label, content);
  return { vault, label, object, path: pathOf(vault, object) } satisfies Stored;
}

/** Stream and range check no whole-file hash: what they refuse, the cipher refuses. */
async function everyReadRefuses({ vault, label, object }: Stored, why: string): Promise<void> {
  const whole = { fromByte: 0, lengthBytes: 10 };
  await assert.rejects(vault.store.get(label, object), isDamaged, `get: ${why}`);
  await assert.rejects(collect(vault.store.stream(label, object)), isDamaged, `stream: ${why}`);
  if (object.plainSizeBytes > 65_536) return;
  await assert.rejects(vault.store.range(label, object, whole), isDamaged, `range: ${why}`);
}

for (const suite of [ageX25519Suite, secondSuite()]) {
  describe(`with the suite ${suite.name}`, () => {
    test('what is put is got back, whole, streamed and in part', async (t) => {
      const vault = await openedVault(t, suite);
      for (const size of SIZES) {
        const content = seededBytes(size, size);
        const label = someLabel(size);
        const object = await vault.store.put(label, content);
        assert.equal(object.plainSizeBytes, size);
        assert.equal(object.sizeBytes, (await stat(pathOf(vault, object))).size);
        assert.deepEqual(await vault.store.get(label, object), content);
        assert.deepEqual(await collect(vault.store.stream(label, object)), Buffer.from(content));
        assert.equal(await vault.store.checkStored(object), 'good');
        const parts = [
          [0, 0],
          [0, size],
          [size, 5],
          [size + 70_000, 5],
          [65_530, 20],
          [65_536, 1],
          [3, 131_072],
        ];
        for (const [fromByte = 0, lengthBytes = 0] of parts) {
          const part = await vault.store.range(label, object, { fromByte, lengthBytes });
          assert.deepEqual(part, content.slice(fromByte, fromByte + lengthBytes));
        }
      }
    });

    test('content may come in pieces of any size', async (t) => {
      const vault = await openedVault(t, suite);
      for (const size of SIZES) {
        const content = seededBytes(size, size);
        const label = someLabel();
        const object = await vault.store.put(label, inPieces(content, size));
        assert.deepEqual(await vault.store.get(label, object), content);
      }
    });

    test('a thousand flipped bits, anywhere, are refused', async (t) => {
      const made = await stored(t, seededBytes(66_000), suite);
      const good = (await everyFile(made.vault.folder)).get(made.path) ?? Buffer.alloc(0);
      const random = seededRandom(20_26);
      for (let round = 0; round < 1000; round += 1) {
        // Half of them in the header, where one bit has most ways to pass.
        const at = Math.floor(random() * (round % 2 ? good.length : 300));
        const bit = 1 << Math.floor(random() * 8);
        const changed = Buffer.from(good);
        changed[at] = (good[at] ?? 0) ^ bit;
        await writeFile(made.path, changed);
        const { store } = made.vault;
        const reading = collect(store.stream(made.label, made.object));
        await assert.rejects(reading, isDamaged, `byte ${at}, bit ${bit}`);
      }
      assert.equal(await made.vault.store.checkStored(made.object), 'damaged');
    });

    test('a file cut or lengthened at any kind of place is refused', async (t) => {
      const size = 3 * 65_536 + 100;
      const made = await stored(t, seededBytes(size), suite);
      const good = (await everyFile(made.vault.folder)).get(made.path) ?? Buffer.alloc(0);
      const payload = good.length - size - 4 * 16;
      const chunks = [0, 1, 2, 3].map((chunk) => payload + chunk * 65_552);
      const cuts = [0, 1, 22, 60, payload - 17, payload - 16, payload - 1, good.length - 1];
      for (const chunk of chunks) cuts.push(chunk, chunk + 1, chunk + 15, chunk + 16, chunk + 17);
      for (const length of cuts) {
        await writeFile(made.path, good.subarray(0, length));
        await everyReadRefuses(made, `cut to ${length} of ${good.length}`);
        const part = { fromByte: 0, lengthBytes: 1 };
        const reading = made.vault.store.range(made.label, made.object, part);
        await assert.rejects(reading, isDamaged, `part of a file cut to ${length}`);
      }
      for (const more of [1, 16, 17, 65_552]) {
        await writeFile(made.path, Buffer.concat([good, Buffer.alloc(more)]));
        await everyReadRefuses(made, `lengthened by ${more}`);
      }
    });

    test('two good objects put in the place of each other are refused', async (t) => {
      const made = await stored(t, seededBytes(10), suite);
      const { vault, label } = made;
      const other = await vault.store.put(label, seededBytes(10, 2));
      await copyFile(pathOf(vault, other), made.path);
      await everyReadRefuses(made, 'the same label, another object');
      const ownRef = { ...made.object, sha256: other.sha256 };
      await assert.rejects(vault.store.get(label, ownRef), isDamaged, 'the row was changed too');
    });

    test('an object is refused under any other label', async (t) => {
      const made = await stored(t, seededBytes(10), suite);
      const wrong: ObjectLabel[] = [
        { ...made.label, documentId: randomUUID() },
        { ...made.label, kind: 'text' },
        { ...made.label, version: 2 },
      ];
      for (const label of wrong) await everyReadRefuses({ ...made, label }, label.kind);
    });

    test('an object of another vault is refused', async (t) => {
      const made = await stored(t, seededBytes(10), suite);
      const foreign = await openedVault(t, suite === ageX25519Suite ? suite : secondSuite());
      const path = pathOf(foreign, made.object);
      await mkdir(dirname(path), { recursive: true });
      await copyFile(made.path, path);
      await everyReadRefuses({ ...made, vault: foreign }, 'foreign root');
    });
  });
}

test('the sealed vault opens nothing and takes nothing, yet can be checked', async (t) => {
  const { vault, label, object } = await stored(t, seededBytes(200_000));
  const reading = vault.store.stream(label, object)[Symbol.asyncIterator]();
  await reading.next();
  vault.seal.seal();
  await assert.rejects(Promise.resolve(reading.next()), VaultSealed);
  await assert.rejects(vault.store.get(label, object), VaultSealed);
  await assert.rejects(
    vault.store.range(label, object, { fromByte: 0, lengthBytes: 1 }),
    VaultSealed,
  );
  await assert.rejects(collect(vault.store.stream(label, object)), VaultSealed);
  await assert.rejects(vault.store.put(label, seededBytes(1)), VaultSealed);
  assert.equal(await vault.store.checkStored(object), 'good');
  await give(vault, vault.shares);
  assert.deepEqual(await vault.store.get(label, object), seededBytes(200_000));
});

test('a put during which the vault is sealed leaves nothing behind', async (t) => {
  const vault = await openedVault(t);
  async function* content() {
    yield seededBytes(100_000);
    vault.seal.seal();
    yield seededBytes(100_000);
  }
  await assert.rejects(vault.store.put(someLabel(), content()), VaultSealed);
  assert.deepEqual([...(await everyFile(join(vault.folder, 'objects'))).keys()], []);
});

test('a source that fails leaves nothing behind and its error comes through', async (t) => {
  const vault = await openedVault(t);
  const broken = Object.assign(new Error('the upload was cut'), { code: 'ECONNRESET' });
  async function* content() {
    yield seededBytes(100_000);
    throw broken;
  }
  await assert.rejects(vault.store.put(someLabel(), content()), broken);
  assert.deepEqual([...(await everyFile(join(vault.folder, 'objects'))).keys()], []);
});

test('a missing object is told apart from a damaged one', async (t) => {
  const { vault, label, object, path } = await stored(t, seededBytes(10));
  await truncate(path, 10);
  assert.equal(await vault.store.checkStored(object), 'damaged');
  await vault.store.destroy(object.objectName);
  assert.equal(await vault.store.checkStored(object), 'missing');
  const isMissing = isFaultOf('vault-object-missing');
  await assert.rejects(vault.store.get(label, object), isMissing);
  await assert.rejects(collect(vault.store.stream(label, object)), isMissing);
});

test('a destroyed object is gone, and destroying it again is no error', async (t) => {
  const { vault, object } = await stored(t, seededBytes(10));
  await vault.store.destroy(object.objectName);
  await vault.store.destroy(object.objectName);
  assert.deepEqual([...(await everyFile(join(vault.folder, 'objects'))).keys()], []);
});

test('a name that is no UUID never becomes a path', async (t) => {
  const { vault } = await stored(t, seededBytes(10));
  const outside = '../vault.json' as ObjectName; // what a broken row could hold
  assert.equal(parseId(outside), null);
  await assert.rejects(vault.store.destroy(outside), { name: 'InvariantError' });
});

test('no plain byte and no key reaches the disk', async (t) => {
  const canary = Buffer.from('BI-MAT-NHA-NUOC-canary-5f1c');
  const content = Buffer.alloc(300_000);
  for (let at = 0; at + canary.length <= content.length; at += canary.length)
    content.set(canary, at);
  const { vault, label, object } = await stored(t, content);
  await vault.store.get(label, object);
  for (const [path, bytes] of await everyFile(vault.folder)) {
    for (const secret of [canary, ...vault.shares.map((share) => Buffer.from(share))]) {
      assert.ok(!bytes.includes(secret), path);
    }
  }
});

test('files and folders are for this user alone', async (t) => {
  const { vault, path } = await stored(t, seededBytes(10));
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.equal((await stat(join(vault.folder, 'vault.json'))).mode & 0o777, 0o600);
  for (const folder of [vault.folder, join(vault.folder, 'objects'), dirname(path)]) {
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
  }
});

test('what a crash left half written is removed at the next start', async (t) => {
  const { vault, label, object, path } = await stored(t, seededBytes(10));
  await writeFile(`${dirname(path)}/${randomUUID()}.age.tmp`, 'half');
  await writeFile(join(vault.folder, 'vault.json.tmp'), 'half');
  const again = await openVault({ folder: vault.folder });
  assert.deepEqual(await readdir(dirname(path)), [`${object.objectName}.age`]);
  assert.equal((await everyFile(vault.folder)).size, 2);
  await give(again, vault.shares);
  assert.deepEqual(await again.store.get(label, object), seededBytes(10));
});

test('a full disk is a fault that may be tried again, and leaves nothing behind', async (t) => {
  const vault = await openedVault(t);
  const objects = join(vault.folder, 'objects');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'tmpfs', objects]);
  if (mounted.status !== 0) return t.skip('no right to mount a small disk here');
  try {
    await assert.rejects(
      vault.store.put(someLabel(), seededBytes(3_000_000)),
      (error) => error instanceof Fault && error.code === 'storage-failed' && error.retryable,
    );
    assert.equal((await everyFile(objects)).size, 0);
    const label = someLabel();
    const object = await vault.store.put(label, seededBytes(1000));
    assert.deepEqual(await vault.store.get(label, object), seededBytes(1000));
  } finally {
    spawnSync('umount', [objects]);
  }
});

test('the hash in the row binds too: a whole get refuses what the row does not name', async (t) => {
  const { vault, label, object } = await stored(t, seededBytes(10));
  const row = { ...object, sha256: '0'.repeat(64) };
  await assert.rejects(vault.store.get(label, row), isFaultOf('vault-object-damaged'));
});
