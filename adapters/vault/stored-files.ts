/**
 * The files of a vault as they stand on the disk, without opening it and without touching anything:
 * for fsck, which may run beside the process that holds the vault.
 */
import { join } from 'node:path';
import type { VaultStore } from '../../server/ports/vault.ts';
import { namesIn } from './listing.ts';
import { ObjectStore } from './object-store.ts';
import { RootKey } from './root-key.ts';

export type StoredFiles = Pick<VaultStore, 'checkStored'> & {
  /** Names of objects; a temporary file keeps its whole name. */
  names(): AsyncGenerator<string>;
};

export function storedFiles(vaultFolder: string): StoredFiles {
  const folder = join(vaultFolder, 'objects');
  const cipher = () => {
    throw new TypeError('nothing is read or written here');
  };
  const store = new ObjectStore({ folder, rootKey: new RootKey(), cipher });
  return {
    checkStored: (object) => store.checkStored(object),
    names: () => namesIn(folder),
  };
}
