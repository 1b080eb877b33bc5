/**
 * One encrypted object on its way to disk: counted and hashed as it is written. What the disk
 * refuses comes out as Fault `storage-failed`.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
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

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async create(path: string): Promise<ObjectFile> {
    await makeFolder(dirname(path)).catch(failed);
    return new ObjectFile(path, await openTemporary(path).catch(failed));
  }

  async write(pieces: readonly Uint8Array[]): Promise<void> {
    let expected = 0;
    for (const piece of pieces) {
      this.#hash.update(piece);
      expected += piece.length;
    }
    const { bytesWritten } = await this.#handle.writev([...pieces]).catch(failed);
    if (bytesWritten !== expected) await this.#writeRest(pieces, bytesWritten).catch(failed);
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
    await commitTemporary(this.#handle, this.#path).catch(failed);
    return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') };
  }

  async abandon(): Promise<void> {
    await abandonTemporary(this.#handle, this.#path);
  }
}
