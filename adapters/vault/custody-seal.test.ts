import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Outcome } from '../../core/common/refusal.ts';
import type { RefusalCode } from '../../core/common/refusal-code.ts';
import { parseShare, printShare } from '../../core/vault/share-text.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import { ageX25519Suite } from './age-x25519-suite.ts';
import { combineSecret, splitSecret } from './shamir.ts';
import {
  freshFolder,
  give,
  initialise,
  isFaultOf,
  openedVault,
  openVault,
  seededBytes,
  someLabel,
} from './testing.ts';

function assertRefused(outcome: Outcome<unknown>, code: RefusalCode): void {
  assert.ok(!outcome.ok);
  assert.deepEqual(
    outcome.refusals.map((refusal) => refusal.code),
    [code],
  );
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 2 ** items.length }, (_, set) =>
    items.filter((_item, index) => set & (1 << index)),
  );
}

test('of 3-of-5, every set of three custodians opens and no smaller set does', async (t) => {
  const folder = await freshFolder(t);
  const shares = await initialise(await openVault({ folder }), { threshold: 3, shares: 5 });
  assert.equal(new Set(shares).size, 5);
  const vault = await openVault({ folder });
  for (const set of subsets(shares).filter(({ length }) => length <= 3)) {
    await give(vault, set);
    const state = set.length === 3 ? 'open' : 'sealed';
    assert.deepEqual(vault.seal.status(), { state, threshold: 3, shares: 5, given: set.length });
    if (set.length < 3)
      await assert.rejects(vault.store.put(someLabel(), seededBytes(1)), VaultSealed);
    vault.seal.seal();
    assert.equal(vault.seal.status().given, 0);
  }
});

test('any set of opened custodians reads what any other set stored', async (t) => {
  const folder = await freshFolder(t);
  const vault = await openVault({ folder });
  const shares = await initialise(vault, { threshold: 2, shares: 3 });
  await give(vault, shares.slice(0, 2));
  const label = someLabel();
  const object = await vault.store.put(label, seededBytes(100));
  const again = await openVault({ folder });
  assert.equal(again.seal.status().state, 'sealed');
  await give(again, shares.slice(1));
  assert.deepEqual(await again.store.get(label, object), seededBytes(100));
});

test('fewer shares than the threshold combine to a key that is not the root', async () => {
  const root = seededBytes(32, 7);
  const secrets = await splitSecret(root, { threshold: 3, shares: 5 });
  for (const set of subsets(secrets).filter(({ length }) => length > 0)) {
    const combined = await combineSecret(set);
    assert.equal(Buffer.from(combined).equals(root), set.length >= 3);
  }
});

test('plans of one share, of all shares and of 255 shares work', async (t) => {
  for (const plan of [
    { threshold: 1, shares: 1 },
    { threshold: 1, shares: 3 },
    { threshold: 3, shares: 3 },
    { threshold: 255, shares: 255 },
  ]) {
    const vault = await openVault({ folder: await freshFolder(t) });
    const shares = await initialise(vault, plan);
    assert.equal(shares.length, plan.shares);
    await give(vault, shares.slice(-plan.threshold));
    assert.equal(vault.seal.status().state, 'open');
  }
});

test('a plan that cannot be kept is refused and makes nothing', async (t) => {
  const vault = await openVault({ folder: await freshFolder(t) });
  for (const [threshold, shares] of [
    [0, 1],
    [2, 1],
    [1, 256],
    [1.5, 3],
    [Number.NaN, 3],
  ]) {
    const plan = { threshold: threshold ?? 0, shares: shares ?? 0 };
    assertRefused(await vault.seal.initialise(plan), 'invalid-input');
  }
  assert.equal(vault.seal.status().state, 'absent');
  assertRefused(await vault.seal.giveShare('npv1'), 'vault-not-set-up');
  await assert.rejects(vault.store.put(someLabel(), seededBytes(1)), VaultSealed);
});

test('a vault is initialised once, even when asked twice at the same time', async (t) => {
  const vault = await openVault({ folder: await freshFolder(t) });
  const plan = { threshold: 1, shares: 1 };
  const [first, second] = await Promise.all([
    vault.seal.initialise(plan),
    vault.seal.initialise(plan),
  ]);
  assert.ok(first.ok);
  assertRefused(second, 'already-done');
});

test('a wrong, altered or foreign share is refused and the good ones still count', async (t) => {
  const vault = await openVault({ folder: await freshFolder(t) });
  const shares = await initialise(vault, { threshold: 2, shares: 3 });
  const foreign = await initialise(await openVault({ folder: await freshFolder(t) }), {
    threshold: 2,
    shares: 3,
  });
  const [one = '', two = ''] = shares;
  const parsed = parseShare(one);
  assert.ok(parsed);
  const altered = printShare({ ...parsed, secret: parsed.secret.map((byte) => byte ^ 1) });
  const renumbered = printShare({ ...parsed, number: 2 });
  const unknown = printShare({ ...parsed, number: 200 });
  await give(vault, [one]);
  for (const share of ['', 'xin chào', one.slice(1), altered, renumbered, unknown, ...foreign]) {
    assertRefused(await vault.seal.giveShare(share), 'share-wrong');
  }
  assertRefused(await vault.seal.giveShare(one.toUpperCase()), 'share-already-given');
  assert.equal(vault.seal.status().given, 1);
  await give(vault, [two]);
  assertRefused(await vault.seal.giveShare(two), 'already-done');
});

test('the last two shares given at once open the vault once', async (t) => {
  const vault = await openVault({ folder: await freshFolder(t) });
  const states: string[] = [];
  vault.seal.onChange((state) => states.push(state));
  const shares = await initialise(vault, { threshold: 2, shares: 3 });
  await Promise.all(shares.map((share) => vault.seal.giveShare(share)));
  vault.seal.seal();
  vault.seal.seal();
  assert.deepEqual(states, ['sealed', 'open', 'sealed']);
});

test('sealing while the last share is being combined keeps the vault sealed', async (t) => {
  const vault = await openVault({ folder: await freshFolder(t) });
  const shares = await initialise(vault, { threshold: 2, shares: 2 });
  await give(vault, shares.slice(0, 1));
  const opening = vault.seal.giveShare(shares[1] ?? '');
  for (let turn = 0; turn < 3 && vault.seal.status().given < 2; turn += 1) await null;
  vault.seal.seal();
  await opening;
  assert.equal(vault.seal.status().state, 'sealed');
});

test('vault.json holds no secret, and one that was altered raises the alarm', async (t) => {
  const { folder, shares } = await openedVault(t);
  const path = join(folder, 'vault.json');
  const text = await readFile(path, 'utf8');
  const secret = parseShare(shares[0] ?? '')?.secret ?? new Uint8Array(0);
  const root = Buffer.from(secret.slice(0, 32));
  assert.equal(JSON.parse(text).recipient, ageX25519Suite.recipientOf(root));
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    assert.ok(!text.includes(root.toString(encoding)));
  }
  const isCorruption = isFaultOf('corruption');
  for (const bad of ['', '{', 'null', '[]', text.replace('"threshold":1', '"threshold":2')]) {
    await writeFile(path, bad);
    await assert.rejects(openVault({ folder }), isCorruption, bad);
  }
  await writeFile(path, text.replace('age-x25519', 'age-x25518'));
  const renamed = await openVault({ folder });
  await assert.rejects(renamed.seal.giveShare(shares[0] ?? ''), isCorruption);
});

test('a recipient put in the place of the vault’s own does not open', async (t) => {
  const { folder, shares } = await openedVault(t);
  const path = join(folder, 'vault.json');
  const file = JSON.parse(await readFile(path, 'utf8'));
  const recipient = ageX25519Suite.recipientOf(seededBytes(32, 3));
  await writeFile(path, JSON.stringify({ ...file, recipient }));
  const vault = await openVault({ folder });
  await assert.rejects(vault.seal.giveShare(shares[0] ?? ''), isFaultOf('corruption'));
  assert.equal(vault.seal.status().state, 'sealed');
});
