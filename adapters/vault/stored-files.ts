/**
 * The files of a vault as they stand on the disk, without opening it and without touching anything:
 * for fsck, which may run beside the process that holds the vault.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { VaultStore } from '../../server/ports/vault.ts';
import { errno } from './disk.ts';
import { ObjectStore } from './object-store.ts';
import { RootKey } from './root-key.ts';

const ENDING = '.age';

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
    async *names() {
      for (const part of await listOrNone(folder)) {
        for (const name of await listOrNone(join(folder, part))) {
          yield name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : name;
        }
      }
    },
  };
}

async function listOrNone(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return [];
    throw error;
  }
}
