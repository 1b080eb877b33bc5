/**
 * Figures of the ledger arithmetic on this machine: appends, export, offline check of a ledger of
 * 200,000 entries of 400 bytes, and memory. `node bench/ledger-check.ts [entries]`
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runLedgerCheck } from '../cli/ledger-check.ts';
import { signCheckpoint } from '../core/ledger/checkpoint.ts';
import { exportFiles } from '../core/ledger/export-files.ts';
import { append, emptyFrontier, frontierRoot } from '../core/ledger/frontier.ts';
import { leafHash } from '../core/ledger/hash.ts';
import { formatVerifierKey } from '../core/ledger/note.ts';

const SIZE = Number(process.argv[2] ?? 200_000);
const ENTRY_BYTES = 400;
const PKCS8 = '302e020100300506032b657004220420';

const seed = Buffer.concat([Buffer.from(PKCS8, 'hex'), Buffer.alloc(32, 1)]);
const secret = createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' });
const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
const key = { name: 'so-cai.example/bench', publicKey: new Uint8Array(spki.subarray(12)) };

const entryAt = (index: number): Uint8Array =>
  new Uint8Array(Buffer.from(JSON.stringify({ index, v: 1 }).padEnd(ENTRY_BYTES)));

type Start = { readonly wallMs: number; readonly cpu: NodeJS.CpuUsage };
const start = (): Start => ({ wallMs: performance.now(), cpu: process.cpuUsage() });

/** Both clocks: on a machine with other work, only processor time can be compared. */
function report(what: string, started: Start): void {
  const wall = (performance.now() - started.wallMs) / 1000;
  const { user, system } = process.cpuUsage(started.cpu);
  const rates = [wall, (user + system) / 1e6].map((seconds) =>
    Math.round(SIZE / seconds)
      .toLocaleString('en')
      .padStart(9),
  );
  console.log(`${what.padEnd(34)} ${rates.join(' /s wall, ')} /s processor`);
}

const peakMiB = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`;

function benchAppend(): Uint8Array {
  const leaf = leafHash(entryAt(0));
  let frontier = emptyFrontier;
  let started = start();
  for (let index = 0; index < SIZE; index++) frontier = append(frontier, leaf).frontier;
  report('append (leaf hash given)', started);

  frontier = emptyFrontier;
  started = start();
  for (let index = 0; index < SIZE; index++) {
    frontier = append(frontier, leafHash(entryAt(index))).frontier;
  }
  report(`append, entries of ${ENTRY_BYTES} bytes`, started);
  return frontierRoot(frontier);
}

async function benchExport(folder: string, root: Uint8Array): Promise<void> {
  const started = start();
  const source = {
    size: SIZE,
    readEntries: ({ start = 0, count = 0 }) =>
      Array.from({ length: count }, (_, offset) => entryAt(start + offset)),
    vkey: formatVerifierKey(key),
    checkpoint: signCheckpoint({ size: SIZE, root }, key, (message) => sign(null, message, secret)),
  };
  for await (const { path, bytes } of exportFiles(source)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  report('export from the entries', started);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-ledger-'));
try {
  await benchExport(folder, benchAppend());
  console.log(`peak memory before the check: ${peakMiB()}`);
  const started = start();
  const code = await runLedgerCheck([folder, '--vkey', join(folder, 'vkey')], process);
  report('check of the export', started);
  console.log(`peak memory: ${peakMiB()}; exit code ${code}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
