/**
 * The compare index at rest: one sealed file, `<data>/vault/index/compare-index.age`, formed as the
 * vault's objects. It is no object of the vault: it can be lost without loss, being made of
 * texts that the vault holds. Written whole under a temporary name, so a crash leaves the old one.
 */
import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../../core/common/fault.ts';
import { LEVELS, type Level } from '../../core/level/level.ts';
import { MalformedHeader } from '../../core/vault/header.ts';
import { indexLabelHash } from '../../core/vault/label.ts';
import type { IndexRest } from '../../server/ports/compare-index.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { errno, storageFailed, syncFolder } from './disk.ts';
import { HEAD_BYTES, type OpenedHead, openHead, sealHead } from './object-header.ts';
import { DamagedPayload, PayloadOpener } from './payload-opener.ts';
import type { RootKey } from './root-key.ts';
import { ObjectFile } from './writing/object-file.ts';
import { sealPayload } from './writing/payload-sealer.ts';

export type IndexFileSettings = {
  readonly path: string;
  readonly rootKey: RootKey;
  readonly cipher: () => { readonly suite: CipherSuite; readonly recipient: string };
};

function faultOf(error: unknown): unknown {
  if (error instanceof MalformedHeader || error instanceof DamagedPayload) {
    const message = 'the compare index at rest is damaged or foreign';
    return new Fault('vault-object-damaged', message, { cause: error });
  }
  return errno(error) === undefined ? error : storageFailed(error);
}

export class IndexFile implements IndexRest {
  readonly #settings: IndexFileSettings;

  constructor(settings: IndexFileSettings) {
    this.#settings = settings;
  }

  async save(compartment: Level, content: AsyncIterable<Uint8Array>): Promise<void> {
    const { path, rootKey, cipher } = this.#settings;
    const { suite, recipient } = cipher();
    const binding = { suite, rootKey: rootKey.use(), label: indexLabelHash(compartment) };
    const head = sealHead(binding, recipient);
    const file = new ObjectFile(path);
    try {
      await file.write([head.bytes]);
      await sealPayload(content, head.cipher, (batch) => {
        rootKey.use();
        return file.write(batch);
      });
      await file.commit();
    } catch (error) {
      await file.abandon();
      throw error;
    }
  }

  async load(take: (piece: Uint8Array) => void | Promise<void>): Promise<boolean> {
    this.#settings.rootKey.use();
    let file: FileHandle | null = null;
    try {
      file = await open(this.#settings.path);
      const { size } = await file.stat();
      const head = new Uint8Array(Math.min(size, HEAD_BYTES));
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      const opened = this.#openHead(head.subarray(0, bytesRead));
      const opener = new PayloadOpener(file, opened, size);
      for await (const batch of opener.chunks({ from: 0, to: opener.layout.chunks })) {
        this.#settings.rootKey.use();
        for (const chunk of batch) {
          await take(chunk);
          chunk.fill(0);
        }
      }
      return true;
    } catch (error) {
      if (errno(error) === 'ENOENT') return false;
      throw faultOf(error);
    } finally {
      await file?.close();
    }
  }

  async remove(): Promise<void> {
    const { path } = this.#settings;
    await rm(path, { force: true });
    await syncFolder(dirname(path)).catch((error) => {
      if (errno(error) !== 'ENOENT') throw storageFailed(error);
    });
  }

  /** Of whichever compartment it is: the level was not known before. */
  #openHead(head: Uint8Array): OpenedHead {
    const { suite } = this.#settings.cipher();
    for (const level of LEVELS) {
      const binding = {
        suite,
        rootKey: this.#settings.rootKey.use(),
        label: indexLabelHash(level),
      };
      const opened = openHead(head, binding);
      if (opened) return opened;
    }
    throw new DamagedPayload('not sealed by this vault as a compare index');
  }
}
