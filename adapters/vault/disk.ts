/**
 * Durable files: written under a temporary name, synced, renamed, then the folder synced, so that
 * after a power cut a name leads either to the whole file or to nothing.
 */
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../core/common/fault.ts';

export const TEMPORARY = '.tmp';
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const RETRYABLE = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY']);

export const errno = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

export function storageFailed(error: unknown): Fault {
  const code = errno(error) ?? 'unknown';
  return new Fault('storage-failed', `vault storage: ${code}`, {
    cause: error,
    retryable: RETRYABLE.has(code),
  });
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that only this user may enter, and makes every new name on its path durable. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Refuses to overwrite a temporary file: names are random, so one that is there is a fault. */
export function openTemporary(path: string): Promise<FileHandle> {
  return open(path + TEMPORARY, NEW_FILE, FILE_MODE);
}

/** As `openTemporary`; memory, place and length of each write are multiples of a disk block. */
export async function openTemporaryPastCache(path: string): Promise<FileHandle> {
  try {
    return await open(path + TEMPORARY, NEW_FILE | constants.O_DIRECT, FILE_MODE);
  } catch (error) {
    if (errno(error) !== 'EINVAL') throw error;
    // Some file systems know no such way, yet have made the file before they say so.
    await rm(path + TEMPORARY, { force: true });
    return openTemporary(path);
  }
}

/** Syncs and closes the temporary file and gives it its name. Durable when it resolves. */
export async function commitTemporary(handle: FileHandle, path: string): Promise<void> {
  await handle.sync();
  await handle.close();
  await rename(path + TEMPORARY, path);
  await syncFolder(dirname(path));
}

export async function abandonTemporary(handle: FileHandle, path: string): Promise<void> {
  await handle.close().catch(() => undefined);
  await rm(path + TEMPORARY, { force: true });
}

export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await openTemporary(path);
  try {
    await handle.writeFile(bytes);
    await commitTemporary(handle, path);
  } catch (error) {
    await abandonTemporary(handle, path);
    throw error;
  }
}

/** What a crash left half written: encrypted, named by nobody. */
export async function removeTemporaries(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await removeTemporaries(path);
    else if (entry.name.endsWith(TEMPORARY)) await rm(path, { force: true });
  }
}
