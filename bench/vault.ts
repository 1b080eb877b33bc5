/**
 * Speed and memory of the vault against Node's own cipher over the same bytes, in the same run.
 * `node bench/vault.ts [MiB]` (default 1024). "payload" is the file format's work alone, to and
 * from memory; "store" is put and stream with disk, sync and the SHA-256 that the ledger needs.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ageX25519Suite } from '../adapters/vault/age-x25519-suite.ts';
import { openVault, type Vault } from '../adapters/vault/open-vault.ts';
import { sealPayload } from '../adapters/vault/payload-sealer.ts';
import { CHUNK_BYTES, writeChunkNonce } from '../core/vault/payload-layout.ts';
import type { StoredObject } from '../server/ports/vault.ts';

const MIB = 1 << 20;
const ROUNDS = 3;
const sizeMib = Number(process.argv[2] ?? 1024);
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
const rssMib = (): number => Math.round(process.memoryUsage.rss() / MIB);
let peakMib = 0;

/** The best of the rounds, in MB (10^6 bytes) per second: noise only ever slows. */
async function measure(work: () => Promise<void> | void): Promise<Figure> {
  let best: Figure = { wall: 0, cpu: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = { wall: process.hrtime.bigint(), cpu: process.cpuUsage() };
    await work();
    const seconds = Number(process.hrtime.bigint() - from.wall) / 1e9;
    const used = process.cpuUsage(from.cpu);
    const bytes = sizeMib * MIB;
    best = {
      wall: Math.max(best.wall, bytes / seconds / 1e6),
      cpu: Math.max(best.cpu, bytes / (used.user + used.system)),
    };
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

const folder = await mkdtemp(join(tmpdir(), 'niemphong-bench-'));
try {
  const vault = await openVault({ folder: join(folder, 'vault'), now: Date.now });
  const made = await vault.seal.initialise({ threshold: 1, shares: 1 });
  if (made.ok) await vault.seal.giveShare(made.value[0] ?? '');
  console.log(
    `${sizeMib} MiB, best of ${ROUNDS}; ${cores.length} × ${cores[0]?.model}, Node ${process.version}`,
  );
  const startMib = rssMib();
  const sealBase = await measure(nodeSeal);
  const openBase = await measure(nodeOpen);
  print('node cipher, seal', sealBase);
  print('node cipher, open', openBase);
  print('payload, seal', await measure(payloadSeal), sealBase);
  print('payload, open', await measure(payloadOpen), openBase);
  print('node sha256 alone', await measure(hashAlone));
  let object: StoredObject | null = null;
  const put = await measure(async () => {
    if (object) await vault.store.destroy(object.objectName);
    object = await vault.store.put(label, content());
  });
  print('store, put (disk, sync, sha256)', put, sealBase);
  object ??= await vault.store.put(label, content());
  const kept: StoredObject = object;
  print('store, stream (disk to sink)', await measure(() => drain(vault, kept)), openBase);
  console.log(`random read of 64 KiB, p95: ${(await randomReads(vault, kept)).toFixed(2)} ms`);
  console.log(`memory: ${startMib} MiB at the start, ${peakMib} MiB at most`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
