/**
 * Speed and memory of the vault against Node's own cipher over the same bytes, in the same run.
 * `node bench/vault.ts [MiB] [rounds]` (default 1024, 3). "payload" is the work of the file format,
 * to and from memory; "store" is put and stream with disk, sync and the SHA-256 that the ledger
 * needs. Each round measures everything once, one after the other, and the best of each is printed:
 * noise of the machine only ever slows.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ageX25519Suite } from '../adapters/vault/age-x25519-suite.ts';
import { openTemporaryPastCache } from '../adapters/vault/disk.ts';
import { openVault, type Vault } from '../adapters/vault/open-vault.ts';
import { sealPayload } from '../adapters/vault/writing/payload-sealer.ts';
import { SLAB_BYTES, takeSlabs } from '../adapters/vault/writing/slabs.ts';
import { CHUNK_BYTES, writeChunkNonce } from '../core/vault/payload-layout.ts';
import type { StoredObject } from '../server/ports/vault.ts';

const MIB = 1 << 20;
const sizeMib = Number(process.argv[2] ?? 1024);
const rounds = Number(process.argv[3] ?? 3);
const cores = cpus();
const piece = randomBytes(MIB);
const pieces = sizeMib * (MIB / CHUNK_BYTES);
const CIPHER = 'chacha20-poly1305';
const OPTIONS = { authTagLength: 16 } as const;
const label = {
  documentId: '8c6f6f0e-0000-4000-8000-000000000001',
  kind: 'content',
  version: 1,
} as const;

type Figure = { readonly wall: number; readonly cpu: number };
type Work = () => Promise<void> | void;
const rssMib = (): number => Math.round(process.memoryUsage.rss() / MIB);
let peakMib = 0;

/** In MB (10^6 bytes) per second. */
async function measure(work: Work): Promise<Figure> {
  const from = { wall: process.hrtime.bigint(), cpu: process.cpuUsage() };
  await work();
  const seconds = Number(process.hrtime.bigint() - from.wall) / 1e9;
  const used = process.cpuUsage(from.cpu);
  const bytes = sizeMib * MIB;
  return { wall: bytes / seconds / 1e6, cpu: bytes / (used.user + used.system) };
}

/** `tidy` runs before each measurement, outside of it. */
async function bestOf<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  tidy: () => Promise<void>,
): Promise<Record<Name, Figure>> {
  const best = {} as Record<Name, Figure>; // every name is filled by the first round
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(works) as Name[]) {
      await tidy();
      const { wall, cpu } = await measure(works[name]);
      const was = best[name] ?? { wall: 0, cpu: 0 };
      best[name] = { wall: Math.max(was.wall, wall), cpu: Math.max(was.cpu, cpu) };
    }
  }
  return best;
}

async function* content(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < sizeMib; at += 1) {
    yield piece;
    if (at % 32 === 0) peakMib = Math.max(peakMib, rssMib());
  }
}

const key = randomBytes(32);
const nonce = new Uint8Array(12);
const chunk = piece.subarray(0, CHUNK_BYTES);

function nodeSeal(): void {
  const cipher = createCipheriv(CIPHER, key, nonce, OPTIONS);
  for (let at = 0; at < pieces; at += 1) cipher.update(chunk);
  cipher.final();
}

function nodeOpen(): void {
  const decipher = createDecipheriv(CIPHER, key, nonce, OPTIONS);
  for (let at = 0; at < pieces; at += 1) decipher.update(chunk);
}

async function payloadSeal(): Promise<void> {
  const cipher = ageX25519Suite.chunkCipher(key.subarray(0, 16), key.subarray(16));
  await sealPayload(content(), cipher, async () => undefined);
}

function payloadOpen(): void {
  const cipher = ageX25519Suite.chunkCipher(key.subarray(0, 16), key.subarray(16));
  writeChunkNonce(nonce, { index: 0, last: false });
  const out: Uint8Array[] = [];
  cipher.seal(chunk, nonce, out);
  const sealed = Buffer.concat(out);
  for (let at = 0; at < pieces; at += 1) {
    writeChunkNonce(nonce, { index: 0, last: false });
    if (!cipher.open(sealed, nonce)) throw new Error('the chunk did not open');
  }
}

function hashAlone(): void {
  const hash = createHash('sha256');
  for (let at = 0; at < pieces; at += 1) hash.update(chunk);
}

async function drain(vault: Vault, object: StoredObject): Promise<void> {
  let bytes = 0;
  let seen = 0;
  for await (const plain of vault.store.stream(label, object)) {
    bytes += plain.length;
    seen += 1;
    if (seen % 512 === 0) peakMib = Math.max(peakMib, rssMib());
  }
  if (bytes !== object.plainSizeBytes) throw new Error('not all came back');
}

/** What the disk alone takes: the same bytes written and synced, by the page cache or past it. */
async function diskAlone(path: string, pastCache: boolean): Promise<void> {
  const file = await (pastCache ? openTemporaryPastCache(path) : open(`${path}.tmp`, 'wx'));
  const [slab = new Uint8Array(SLAB_BYTES)] = takeSlabs();
  slab.set(piece);
  for (let at = 0; at < sizeMib; at += 1) await file.write(slab, 0, slab.length, at * SLAB_BYTES);
  await file.sync();
  await file.close();
  await rm(`${path}.tmp`);
}

async function randomReads(vault: Vault, object: StoredObject): Promise<number> {
  const times: number[] = [];
  for (let read = 0; read < 200; read += 1) {
    const fromByte = Math.floor(Math.random() * (object.plainSizeBytes - CHUNK_BYTES));
    const from = process.hrtime.bigint();
    await vault.store.range(label, object, { fromByte, lengthBytes: CHUNK_BYTES });
    times.push(Number(process.hrtime.bigint() - from) / 1e6);
  }
  return times.sort((one, other) => one - other)[190] ?? Number.NaN;
}

function print(name: string, figure: Figure, base?: Figure): void {
  const perCpu = `${figure.cpu.toFixed(0)}/cpu-s`;
  const wallRatio = base ? (figure.wall / base.wall).toFixed(2) : '';
  const cpuRatio = base ? (figure.cpu / base.cpu).toFixed(2) : '';
  const ratio = base ? `${wallRatio} × node by the clock, ${cpuRatio} × by CPU time` : '';
  const wall = `${figure.wall.toFixed(0)} MB/s`;
  console.log(`${name.padEnd(34)}${wall.padStart(10)}${perCpu.padStart(12)}  ${ratio}`);
}

/** What no order of the same work can beat, and what doing it one after the other would give. */
function printLimits(put: Figure, parts: readonly Figure[]): void {
  const slowest = Math.min(...parts.map(({ wall }) => wall));
  const inTurn = 1 / parts.reduce((sum, { wall }) => sum + 1 / wall, 0);
  const share = (limit: number) =>
    `${limit.toFixed(0)} MB/s, put is ${(put.wall / limit).toFixed(2)} ×`;
  console.log(`slowest of cipher, sha256 and disk: ${share(slowest)}`);
  console.log(`the three one after the other:      ${share(inTurn)}`);
}

async function run(vault: Vault, folder: string): Promise<void> {
  const startMib = rssMib();
  const objects = [await vault.store.put(label, content())];
  const newest = () => objects[objects.length - 1] as StoredObject; // never empty
  await drain(vault, newest());
  // Before the other measurements leave their garbage.
  const peak = peakMib;
  const best = await bestOf(
    {
      nodeSeal,
      nodeOpen,
      payloadSeal,
      payloadOpen,
      hashAlone,
      cached: () => diskAlone(join(folder, 'disk'), false),
      direct: () => diskAlone(join(folder, 'disk'), true),
      put: async () => {
        objects.push(await vault.store.put(label, content()));
      },
      stream: () => drain(vault, newest()),
    },
    async () => {
      for (const { objectName } of objects.splice(0, objects.length - 1)) {
        await vault.store.destroy(objectName);
      }
    },
  );
  print('node cipher, seal', best.nodeSeal);
  print('node cipher, open', best.nodeOpen);
  print('payload, seal', best.payloadSeal, best.nodeSeal);
  print('payload, open', best.payloadOpen, best.nodeOpen);
  print('node sha256 alone', best.hashAlone);
  print('disk alone, page cache and sync', best.cached);
  print('disk alone, past the cache', best.direct);
  print('store, put (disk, sync, sha256)', best.put, best.nodeSeal);
  print('store, stream (disk to sink)', best.stream, best.nodeOpen);
  printLimits(best.put, [best.nodeSeal, best.hashAlone, best.direct]);
  console.log(`random read of 64 KiB, p95: ${(await randomReads(vault, newest())).toFixed(2)} ms`);
  console.log(
    `memory: ${startMib} MiB at the start, ${peak} MiB at most for one put and one stream`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'niemphong-bench-'));
try {
  const vault = await openVault({ folder: join(folder, 'vault'), now: Date.now });
  const made = await vault.seal.initialise({ threshold: 1, shares: 1 });
  if (made.ok) await vault.seal.giveShare(made.value[0] ?? '');
  console.log(
    `${sizeMib} MiB, best of ${rounds}; ${cores.length} × ${cores[0]?.model}, Node ${process.version}`,
  );
  await run(vault, folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
