/**
 * How long the database takes to be ready: first initialisation, later starts, a start after a
 * kill, a fresh database for a test. `node bench/start.ts [rounds]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPool } from '../adapters/postgres/connect.ts';
import { prepareDatabase } from '../adapters/postgres/migrate.ts';
import { type EmbeddedServer, startEmbedded } from '../adapters/postgres/server/start.ts';
import { testDatabase } from '../testkit/database.ts';

const rounds = Number(process.argv[2] ?? 5);
const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'niemphong-bench-'));
const cleaning: (() => Promise<void>)[] = [];

async function startAndPrepare(into: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder: into });
  await prepareDatabase({ admin: server.owner, migrationsFolder, appPassword: 'bench' });
  return server;
}

async function measure<Value>(act: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const begin = performance.now();
  const value = await act();
  return { ms: performance.now() - begin, value };
}

function print(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [fastest, median, slowest] = [0, sorted.length >> 1, sorted.length - 1].map((place) =>
    Math.round(sorted[place] ?? Number.NaN),
  );
  console.log(`${what.padEnd(44)} median ${median} ms (${fastest} to ${slowest})`);
}

const first: number[] = [];
const later: number[] = [];
const stops: number[] = [];
const afterKill: number[] = [];
const clones: number[] = [];

const awake = setInterval(() => {}, 60_000); // Waiting for a fault alone would let Node end.
for (let round = 0; round < rounds; round += 1) {
  const data = join(folder, String(round));
  const made = await measure(() => startAndPrepare(data));
  first.push(made.ms);
  stops.push((await measure(() => made.value.stop())).ms);
  const again = await measure(() => startAndPrepare(data));
  later.push(again.ms);
  const pool = openPool(again.value.owner);
  await pool.query('CREATE TABLE filler AS SELECT g, md5(g::text) FROM generate_series(1, 1e5) g');
  await pool.end();
  process.kill(again.value.pid, 'SIGKILL');
  await again.value.fault.catch(() => {});
  const recovered = await measure(() => startAndPrepare(data));
  afterKill.push(recovered.ms);
  await recovered.value.stop();
}
for (let round = 0; round <= rounds; round += 1) {
  const { ms } = await measure(() => testDatabase({ after: (clean) => cleaning.push(clean) }));
  if (round > 0) clones.push(ms);
}
print('first start: initdb and all migrations', first);
print('later start', later);
print('start after kill -9 of the server', afterKill);
print('clean stop', stops);
print('fresh database for a test', clones);
for (const clean of cleaning) await clean();
clearInterval(awake);
rmSync(folder, { recursive: true, force: true });
