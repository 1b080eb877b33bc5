/**
 * How long `npm start` takes until `/healthz` answers: the first start on an empty folder (with
 * initdb and all migrations; the screens are built already), and every later one.
 * `node bench/serve.ts [rounds]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureScreens } from '../adapters/screens/build.ts';
import { spawnPrinting } from '../testkit/process-tree.ts';

const rounds = Number(process.argv[2] ?? 3);
const MAIN = fileURLToPath(new URL('../server/main.ts', import.meta.url));
const PORT = '8197';
process.env.PORT = PORT;

async function answers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORT}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function secondsUntilServed(folder: string): Promise<number> {
  const begin = performance.now();
  const server = spawnPrinting(process.execPath, MAIN, '--data', folder);
  while (!(await answers())) {
    if (server.child.exitCode !== null) throw new Error(server.complaint());
    await wait(5);
  }
  const seconds = (performance.now() - begin) / 1000;
  server.child.kill('SIGTERM');
  await server.ended;
  return seconds;
}

const print = (what: string, times: readonly number[]): void => {
  const sorted = times.toSorted((a, b) => a - b).map((time) => time.toFixed(2));
  console.log(`${what.padEnd(14)} ${sorted.join('  ')} s`);
};

await ensureScreens(() => console.log('building the screens first'));
const memory = Math.round(totalmem() / 2 ** 30);
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${memory} GiB, load ${loadavg()[0]?.toFixed(1)}`,
);
const [first, later]: [number[], number[]] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-bench-'));
  first.push(await secondsUntilServed(folder));
  later.push(await secondsUntilServed(folder), await secondsUntilServed(folder));
  rmSync(folder, { recursive: true, force: true });
}
print('first start', first);
print('later starts', later);
