/**
 * The VaultStore on a folder: `objects/<2 hex>/<uuid>.age`. Names are random and say nothing; the
 * disk holds ciphertext only, under temporary names too.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../core/common/fault.ts';
import { type ObjectName, parseId } from '../../core/common/id.ts';
import { invariant } from '../../core/common/invariant.ts';
import { MalformedHeader } from '../../core/vault/header.ts';
import { labelHash, type ObjectLabel } from '../../core/vault/label.ts';
import { CHUNK_BYTES } from '../../core/vault/payload-layout.ts';
import type {
  ByteRange,
  StoredObject,
  StoredObjectRef,
  VaultStore,
} from '../../server/ports/vault.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { errno, storageFailed, syncFolder } from './disk.ts';
import { namesIn } from './listing.ts';
import { HEAD_BYTES, openHead, sealHead } from './object-header.ts';
import { chunkOf, DamagedPayload, PayloadOpener } from './payload-opener.ts';
import type { RootKey } from './root-key.ts';
import { ObjectFile } from './writing/object-file.ts';
import { sealPayload } from './writing/payload-sealer.ts';

export type StoreSettings = {
  /** The `objects` folder. */
  readonly folder: string;
  readonly rootKey: RootKey;
  /** The suite and recipient of the vault; asked for only while it is open. */
  readonly cipher: () => { readonly suite: CipherSuite; readonly recipient: string };
};

function newObjectName(): ObjectName {
  const name = parseId<ObjectName>(randomUUID());
  invariant(name, 'a random UUID is an object name');
  return name;
}

export function objectPath(folder: string, objectName: ObjectName): string {
  invariant(parseId(objectName), 'an object name is a UUID, so it cannot lead out of the folder');
  return join(folder, objectName.slice(0, 2), `${objectName}.age`);
}

const damaged = (objectName: ObjectName, cause?: unknown): Fault =>
  new Fault('vault-object-damaged', `vault object ${objectName} is damaged`, { cause });

/** Faults keep the object's name and what broke; never a key, never content. */
function faultOf(error: unknown, objectName: ObjectName): unknown {
  if (error instanceof MalformedHeader || error instanceof DamagedPayload) {
    return damaged(objectName, error);
  }
  const code = errno(error);
  if (code === 'ENOENT') {
    return new Fault('vault-object-missing', `vault object ${objectName} is missing`);
  }
  return code && /^E[A-Z0-9]+$/.test(code) ? storageFailed(error) : error;
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece);
  return hash.digest('hex');
}

/** The wrapped file key goes first: on most disks the content is lost before its blocks are. */
async function overwriteHead(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(randomBytes(Math.min(size, CHUNK_BYTES)), 0, null, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

export class ObjectStore implements VaultStore {
  readonly #settings: StoreSettings;

  constructor(settings: StoreSettings) {
    this.#settings = settings;
  }

  async put(
    label: ObjectLabel,
    content: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<StoredObject> {
    const { folder, rootKey, cipher } = this.#settings;
    const objectName = newObjectName();
    const binding = { rootKey: rootKey.use(), label: labelHash(label, objectName) };
    const { suite, recipient } = cipher();
    const head = sealHead({ ...binding, suite }, recipient);
    const path = objectPath(folder, objectName);
    const file = new ObjectFile(path);
    try {
      await file.write([head.bytes]);
      const plainSizeBytes = await sealPayload(content, head.cipher, (batch) => {
        rootKey.use();
        return file.write(batch);
      });
      return { objectName, ...(await file.commit()), plainSizeBytes };
    } catch (error) {
      await file.abandon();
      await rm(path, { force: true }); // nobody will know of it
      throw error;
    }
  }

  async get(label: ObjectLabel, object: StoredObjectRef): Promise<Uint8Array> {
    this.#settings.rootKey.use();
    if ((await this.checkStored(object)) === 'damaged') throw damaged(object.objectName);
    return this.#withObject(label, object, (opener) =>
      this.#collect(opener, { fromByte: 0, lengthBytes: opener.layout.plainSizeBytes }),
    );
  }

  async *stream(label: ObjectLabel, object: StoredObjectRef): AsyncGenerator<Uint8Array> {
    const { rootKey } = this.#settings;
    rootKey.use();
    let file: FileHandle | null = null;
    try {
      file = await open(objectPath(this.#settings.folder, object.objectName));
      const opener = await this.#opener(file, label, object);
      for await (const batch of opener.chunks({ from: 0, to: opener.layout.chunks })) {
        for (const chunk of batch) {
          rootKey.use();
          yield chunk;
        }
      }
    } catch (error) {
      throw faultOf(error, object.objectName);
    } finally {
      await file?.close();
    }
  }

  async range(label: ObjectLabel, object: StoredObjectRef, part: ByteRange): Promise<Uint8Array> {
    invariant(
      Number.isSafeInteger(part.fromByte) && part.fromByte >= 0 && part.lengthBytes >= 0,
      'a part begins and ends at whole bytes',
    );
    return this.#withObject(label, object, async (opener) => {
      // The last chunk alone proves the length: a file cut at a chunk would look complete.
      const { chunks } = opener.layout;
      for await (const _ of opener.chunks({ from: chunks - 1, to: chunks }));
      return this.#collect(opener, part);
    });
  }

  async destroy(objectName: ObjectName): Promise<void> {
    const path = objectPath(this.#settings.folder, objectName);
    try {
      await overwriteHead(path);
      await rm(path);
      await syncFolder(dirname(path));
    } catch (error) {
      if (errno(error) !== 'ENOENT') throw faultOf(error, objectName);
    }
  }

  async *names(): AsyncGenerator<ObjectName> {
    for await (const file of namesIn(this.#settings.folder)) {
      const name = parseId<ObjectName>(file);
      if (name) yield name;
    }
  }

  async checkStored(object: StoredObjectRef): Promise<'good' | 'missing' | 'damaged'> {
    try {
      const found = await sha256OfFile(objectPath(this.#settings.folder, object.objectName));
      return found === object.sha256 ? 'good' : 'damaged';
    } catch (error) {
      if (errno(error) === 'ENOENT') return 'missing';
      throw faultOf(error, object.objectName);
    }
  }

  async #withObject<Value>(
    label: ObjectLabel,
    object: StoredObjectRef,
    read: (opener: PayloadOpener) => Promise<Value>,
  ): Promise<Value> {
    const { folder, rootKey } = this.#settings;
    rootKey.use();
    let file: FileHandle | null = null;
    try {
      file = await open(objectPath(folder, object.objectName));
      return await read(await this.#opener(file, label, object));
    } catch (error) {
      throw faultOf(error, object.objectName);
    } finally {
      await file?.close();
    }
  }

  async #opener(
    file: FileHandle,
    label: ObjectLabel,
    object: StoredObjectRef,
  ): Promise<PayloadOpener> {
    const { size } = await file.stat();
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const opened = openHead(head.subarray(0, bytesRead), {
      suite: this.#settings.cipher().suite,
      rootKey: this.#settings.rootKey.use(),
      label: labelHash(label, object.objectName),
    });
    if (!opened) throw new DamagedPayload('not sealed by this vault under this label');
    return new PayloadOpener(file, opened, size);
  }

  async #collect(opener: PayloadOpener, part: ByteRange): Promise<Uint8Array> {
    const endByte = Math.min(opener.layout.plainSizeBytes, part.fromByte + part.lengthBytes);
    if (part.fromByte >= endByte) {
      const { chunks } = opener.layout;
      for await (const _ of opener.chunks({ from: chunks - 1, to: chunks }));
      return new Uint8Array(0);
    }
    const out = new Uint8Array(endByte - part.fromByte);
    const span = { from: chunkOf(part.fromByte), to: chunkOf(endByte - 1) + 1 };
    let position = span.from * CHUNK_BYTES - part.fromByte;
    for await (const batch of opener.chunks(span)) {
      this.#settings.rootKey.use();
      for (const chunk of batch) {
        out.set(
          chunk.subarray(Math.max(0, -position), out.length - position),
          Math.max(0, position),
        );
        position += chunk.length;
      }
    }
    return out;
  }
}
