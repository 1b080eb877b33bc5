/**
 * One encrypted object on its way to disk: counted and hashed as it is written. What the disk
 * refuses comes out as Fault `storage-failed`. Most objects are a few kilobytes: they are kept
 * until they are whole, then written at once; a larger one goes through a `SlabWriter`.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  abandonTemporary,
  commitTemporary,
  makeFolder,
  openTemporary,
  openTemporaryPastCache,
  storageFailed,
} from '../disk.ts';
import { SlabWriter } from './slab-writer.ts';
import { SLAB_BYTES } from './slabs.ts';

export type WrittenFile = { readonly sizeBytes: number; readonly sha256: string };

const failed = (error: unknown): never => {
  throw storageFailed(error);
};

export class ObjectFile {
  readonly #path: string;
  #small: Uint8Array[] = [];
  #smallBytes = 0;
  #handle: FileHandle | null = null;
  #large: SlabWriter | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Takes the pieces over: they are overwritten or freed. */
  async write(pieces: readonly Uint8Array[]): Promise<void> {
    if (this.#large) return this.#large.write(pieces).catch(failed);
    this.#small.push(...pieces);
    for (const piece of pieces) this.#smallBytes += piece.length;
    if (this.#smallBytes > SLAB_BYTES) await this.#enlarge().catch(failed);
  }

  async #enlarge(): Promise<void> {
    await makeFolder(dirname(this.#path));
    this.#handle = await openTemporaryPastCache(this.#path);
    this.#large = new SlabWriter(this.#handle);
    const pieces = this.#small;
    this.#small = [];
    await this.#large.write(pieces);
  }

  async #writeSmall(): Promise<WrittenFile> {
    const bytes = Buffer.concat(this.#small);
    await makeFolder(dirname(this.#path));
    this.#handle = await openTemporary(this.#path);
    await this.#handle.writeFile(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sizeBytes: bytes.length, sha256 };
  }

  /** Durable under its name when it resolves. */
  async commit(): Promise<WrittenFile> {
    try {
      const written = await (this.#large ? this.#large.finish() : this.#writeSmall());
      if (this.#handle) await commitTemporary(this.#handle, this.#path);
      return written;
    } catch (error) {
      throw storageFailed(error);
    }
  }

  /** Leaves what has the name, were it this file: then only the sync of the folder failed. */
  async abandon(): Promise<void> {
    await this.#large?.abandon();
    if (!this.#handle) return;
    await abandonTemporary(this.#handle, this.#path);
  }
}
