/**
 * One process per data folder. The lock is the kernel's own file lock, taken through SQLite
 * because Node has no call for it: it ends with its process, however that dies, so there is
 * never a stale lock to guess about.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../../core/common/fault.ts';

export type FolderLock = { release(): void };

/** Throws `data-folder-in-use` naming the process that holds the folder. */
export function lockFolder(folder: string): FolderLock {
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  const owner = join(folder, 'owner');
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new Fault(
      'data-folder-in-use',
      `${folder} is in use by process ${readOwner(owner)}; stop it first`,
      { cause, retryable: true },
    );
  }
  writeFileSync(owner, `${process.pid}\n`, { mode: 0o600 });
  return { release: () => database.close() };
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
