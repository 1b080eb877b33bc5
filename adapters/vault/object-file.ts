/**
 * One encrypted object on its way to disk: counted and hashed as it is written. What the disk
 * refuses comes out as Fault `storage-failed`.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  abandonTemporary,
  commitTemporary,
  makeFolder,
  openTemporary,
  storageFailed,
} from './disk.ts';

const failed = (error: unknown): never => {
  throw storageFailed(error);
};

export class ObjectFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #sizeBytes = 0;
  #onItsWay: Promise<void> = Promise.resolve();

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async create(path: string): Promise<ObjectFile> {
    await makeFolder(dirname(path)).catch(failed);
    return new ObjectFile(path, await openTemporary(path).catch(failed));
  }

  /** One batch is on its way to disk while the next is sealed and hashed; never more. */
  async write(pieces: readonly Uint8Array[]): Promise<void> {
    for (const piece of pieces) this.#hash.update(piece);
    await this.#onItsWay;
    this.#onItsWay = this.#append(pieces).catch(failed);
    // The next write, or the commit, meets the failure.
    this.#onItsWay.catch(() => undefined);
  }

  async #append(pieces: readonly Uint8Array[]): Promise<void> {
    const expected = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const { bytesWritten } = await this.#handle.writev([...pieces]);
    if (bytesWritten !== expected) await this.#writeRest(pieces, bytesWritten);
    this.#sizeBytes += expected;
  }

  /** The kernel may take less than it was given, on a full disk above all. */
  async #writeRest(pieces: readonly Uint8Array[], written: number): Promise<void> {
    let skip = written;
    for (const piece of pieces) {
      if (skip < piece.length) await this.#handle.writeFile(piece.subarray(skip));
      skip = Math.max(0, skip - piece.length);
    }
  }

  async commit(): Promise<{ sizeBytes: number; sha256: string }> {
    await this.#onItsWay;
    await commitTemporary(this.#handle, this.#path).catch(failed);
    return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') };
  }

  async abandon(): Promise<void> {
    await this.#onItsWay.catch(() => undefined);
    await abandonTemporary(this.#handle, this.#path);
    // It already has its name when only the sync of the folder failed.
    await rm(this.#path, { force: true });
  }
}
