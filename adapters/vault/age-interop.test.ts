/** Other implementations of age open what this one writes, and the other way round. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Decrypter, Encrypter } from 'age-encryption';
import { parseHeader } from '../../core/vault/header.ts';
import { labelHash } from '../../core/vault/label.ts';
import { PAYLOAD_NONCE_BYTES } from '../../core/vault/payload-layout.ts';
import { parseShare } from '../../core/vault/share-text.ts';
import type { StoredObjectRef } from '../../server/ports/vault.ts';
import { ageX25519Suite, printIdentity } from './age-x25519-suite.ts';
import { objectPath } from './object-store.ts';
import { recoverIdentity } from './recover-identity.ts';
import {
  freshFolder,
  give,
  initialise,
  isFaultOf,
  type OpenedVault,
  openedVault,
  openVault,
  seededBytes,
  someLabel,
} from './testing.ts';

const SIZES = [0, 1, 65_535, 65_536, 65_537, 200_000];
const ageIsAbsent = spawnSync('age', ['--version']).error
  ? 'the age program is not installed (Debian package: age)'
  : false;

/** The one share of a vault of one custodian is its root key. */
function rootKeyOf(vault: OpenedVault): Uint8Array {
  const share = parseShare(vault.shares[0] ?? '');
  assert.ok(share);
  return share.secret.slice(0, -1);
}

const pathOf = (vault: OpenedVault, object: StoredObjectRef): string =>
  objectPath(join(vault.folder, 'objects'), object.objectName);

async function identityFile(vault: OpenedVault): Promise<string> {
  const path = join(dirname(vault.folder), 'identity.txt');
  await writeFile(path, `${printIdentity(rootKeyOf(vault))}\n`, { mode: 0o600 });
  return path;
}

/** Decrypts with this product's suite alone, as a file without a label is never in the store. */
function openForeign(file: Uint8Array, rootKey: Uint8Array): Uint8Array | null {
  const header = parseHeader(file);
  const fileKey = ageX25519Suite.unwrap(header.stanzas, rootKey);
  if (!fileKey) return null;
  assert.deepEqual(ageX25519Suite.headerMac(fileKey, header.macInput), Buffer.from(header.mac));
  const from = header.lengthBytes + PAYLOAD_NONCE_BYTES;
  const cipher = ageX25519Suite.chunkCipher(fileKey, file.subarray(header.lengthBytes, from));
  const plain = cipher.open(file.subarray(from), Uint8Array.from([...new Uint8Array(11), 1]));
  return plain;
}

test('the stock age program opens every object with the identity', {
  skip: ageIsAbsent,
}, async (t) => {
  const vault = await openedVault(t);
  const identity = await identityFile(vault);
  for (const size of SIZES) {
    const object = await vault.store.put(someLabel(), seededBytes(size, size));
    const run = spawnSync('age', ['-d', '-i', identity, pathOf(vault, object)], {
      maxBuffer: 1 << 24,
    });
    assert.equal(run.status, 0, run.stderr.toString());
    assert.deepEqual(run.stdout, Buffer.from(seededBytes(size, size)));
  }
});

test('any two of three custodians open every object without this product', async (t) => {
  const folder = await freshFolder(t);
  const vault = await openVault({ folder });
  const shares = await initialise(vault, { threshold: 2, shares: 3 });
  await give(vault, shares.slice(0, 2));
  const object = await vault.store.put(someLabel(), seededBytes(1000));
  vault.seal.seal();
  const recovered = await recoverIdentity(folder, shares.slice(1));
  assert.ok(recovered.ok);
  const decrypter = new Decrypter();
  decrypter.addIdentity(recovered.value);
  const sealed = await readFile(objectPath(join(folder, 'objects'), object.objectName));
  assert.deepEqual(Buffer.from(await decrypter.decrypt(sealed)), Buffer.from(seededBytes(1000)));
  const [one = '', two = ''] = shares;
  for (const few of [[], [one], [one, one], [one, two.slice(0, -1)]]) {
    assert.equal((await recoverIdentity(folder, few)).ok, false);
  }
});

test('what the stock age program seals is opened', { skip: ageIsAbsent }, () => {
  const rootKey = seededBytes(32, 9);
  for (const size of [0, 1, 1000, 65_536]) {
    const run = spawnSync('age', ['-r', ageX25519Suite.recipientOf(rootKey)], {
      input: seededBytes(size),
      maxBuffer: 1 << 24,
    });
    assert.equal(run.status, 0, run.stderr.toString());
    const plain = openForeign(run.stdout, rootKey);
    assert.deepEqual(plain, Buffer.from(seededBytes(size)));
    assert.equal(openForeign(run.stdout, seededBytes(32, 10)), null, 'another root key');
  }
});

test('the npm age library opens every object', async (t) => {
  const vault = await openedVault(t);
  for (const size of SIZES) {
    const object = await vault.store.put(someLabel(), seededBytes(size, size));
    const decrypter = new Decrypter();
    decrypter.addIdentity(printIdentity(rootKeyOf(vault)));
    const plain = await decrypter.decrypt(await readFile(pathOf(vault, object)));
    assert.deepEqual(Buffer.from(plain), Buffer.from(seededBytes(size, size)));
  }
});

test('what the npm age library seals is opened, also by a later stanza', async () => {
  const rootKey = seededBytes(32, 11);
  const encrypter = new Encrypter();
  encrypter.addRecipient(ageX25519Suite.recipientOf(seededBytes(32, 12)));
  encrypter.addRecipient(ageX25519Suite.recipientOf(rootKey));
  const sealed = await encrypter.encrypt(seededBytes(1000));
  assert.deepEqual(openForeign(sealed, rootKey), Buffer.from(seededBytes(1000)));
});

test('an object forged for the recipient without the root key is refused', async (t) => {
  const vault = await openedVault(t);
  const label = someLabel();
  const object = await vault.store.put(label, seededBytes(10));
  const encrypter = new Encrypter();
  encrypter.addRecipient(ageX25519Suite.recipientOf(rootKeyOf(vault)));
  // The forger copies the true object's label stanza into a file of their own making.
  const good = parseHeader(await readFile(pathOf(vault, object)));
  const stolen = good.stanzas[1];
  assert.equal(stolen?.type, 'niemphong-label');
  encrypter.addRecipient({
    wrapFileKey: () => [{ ...stolen, args: ['niemphong-label', ...stolen.args] }],
  });
  const plain = encrypter.encrypt('thay ruột');
  await writeFile(pathOf(vault, object), await plain);
  const reading = async () => {
    for await (const _ of vault.store.stream(label, object));
  };
  await assert.rejects(reading, isFaultOf('vault-object-damaged'));
});

test('a share of low order or of the wrong length opens nothing', () => {
  const rootKey = seededBytes(32, 13);
  const stanza = ageX25519Suite.wrap(randomBytes(16), ageX25519Suite.recipientOf(rootKey));
  assert.ok(ageX25519Suite.unwrap([stanza], rootKey));
  const zeroPoint = new Uint8Array(32).toBase64({ omitPadding: true });
  for (const bad of [
    { ...stanza, args: [zeroPoint] },
    { ...stanza, args: [] },
    { ...stanza, args: [...stanza.args, 'more'] },
    { ...stanza, args: [`${stanza.args[0]}=`] },
    { ...stanza, args: [new Uint8Array(31).toBase64({ omitPadding: true })] },
    { ...stanza, body: stanza.body.subarray(1) },
    { ...stanza, body: new Uint8Array(48) },
    { ...stanza, type: 'x25519' },
  ]) {
    assert.equal(ageX25519Suite.unwrap([bad], rootKey), null);
  }
});

const vector = JSON.parse(
  await readFile(new URL('../../vectors/vault/object.json', import.meta.url), 'utf8'),
);

test('the vault that was written once is read for ever', async (t) => {
  const folder = await freshFolder(t);
  const path = objectPath(join(folder, 'objects'), vector.objectName);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(join(folder, 'vault.json'), JSON.stringify(vector.vaultFile));
  await writeFile(path, Buffer.from(vector.file, 'base64'));
  assert.equal(labelHash(vector.label, vector.objectName).toHex(), vector.labelHash);
  for (const set of [
    [0, 1],
    [0, 2],
    [1, 2],
  ]) {
    const shares = set.map((index) => vector.shares[index]);
    const vault = await openVault({ folder });
    await give(vault, shares);
    const content = await vault.store.get(vector.label, vector);
    assert.equal(Buffer.from(content).toString(), vector.content);
    assert.deepEqual(await recoverIdentity(folder, shares), { ok: true, value: vector.identity });
  }
});
