/**
 * The vault of a data folder: `<data>/vault/vault.json`, `objects/` and `index/`. One process at a
 * time; called once, by the program's main. Starts sealed, always.
 */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { IndexRest } from '../../server/ports/compare-index.ts';
import type { LetterKey } from '../../server/ports/shards/letters.ts';
import type { VaultSeal, VaultStore } from '../../server/ports/vault.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { CustodySeal } from './custody-seal.ts';
import { makeFolder, removeTemporaries, storageFailed } from './disk.ts';
import { IndexFile } from './index-file.ts';
import { makeLetterKey } from './letters.ts';
import { ObjectStore } from './object-store.ts';
import { RootKey } from './root-key.ts';
import { SUITES } from './suites.ts';
import { readVaultFile } from './vault-file.ts';

export type VaultSettings = {
  /** `<data>/vault`; made when absent, for this user alone. */
  readonly folder: string;
  /** The first seals a new vault. The tests put another suite here. */
  readonly suites?: readonly [CipherSuite, ...CipherSuite[]];
  /** Milliseconds since 1970, of the clock port. */
  readonly now: () => number;
};

export type Vault = {
  readonly seal: VaultSeal;
  readonly store: VaultStore;
  readonly indexRest: IndexRest;
  /** Where the index of one shard of the documents rests. */
  shardRest(shard: number, shards: number): IndexRest;
  /** A fresh one, of the vault's cipher suite. */
  newLetterKey(): LetterKey;
};

/** Throws `storage-failed`, or `corruption` when `vault.json` is not what was written. */
export async function openVault(settings: VaultSettings): Promise<Vault> {
  const { folder, suites = SUITES, now } = settings;
  const objects = resolve(folder, 'objects');
  try {
    await makeFolder(objects);
    await removeTemporaries(folder);
  } catch (error) {
    throw storageFailed(error);
  }
  const path = join(folder, 'vault.json');
  const rootKey = new RootKey();
  const file = await readVaultFile(path);
  const isEmpty = () => holdsNothing(objects);
  const seal = new CustodySeal({ path, file, suites, rootKey, isEmpty, now });
  const cipher = () => seal.cipher();
  const store = new ObjectStore({ folder: objects, rootKey, cipher });
  const restAt = (name: string): IndexRest =>
    new IndexFile({ path: join(folder, 'index', name), rootKey, cipher });
  return {
    seal,
    store,
    indexRest: restAt('compare-index.age'),
    shardRest: (shard, shards) => restAt(`compare-index-${shard + 1}-of-${shards}.age`),
    newLetterKey: () => makeLetterKey(cipher().suite),
  };
}

async function holdsNothing(objects: string): Promise<boolean> {
  const entries = await readdir(objects, { recursive: true, withFileTypes: true }).catch(
    (error) => {
      throw storageFailed(error);
    },
  );
  return entries.every((entry) => entry.isDirectory());
}
