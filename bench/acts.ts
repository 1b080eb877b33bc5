/**
 * Registered acts a second (an arriving document: document, register line, copy and ledger entry
 * in one durable transaction) against raw single-row commits of the same PostgreSQL.
 * `node bench/acts.ts [seconds]`
 */
import { cpus, totalmem } from 'node:os';
import type { PersonId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import { vn2026 } from '../regimes/vn-2026/regime.ts';
import { receive } from '../server/registry/receive.ts';
import { type TestWorld, testWorld } from '../testkit/world.ts';

const seconds = Number(process.argv[2] ?? 5);
const CLIENTS = [1, 8, 32] as const;
const cleaning: (() => Promise<void>)[] = [];

const ARRIVAL = {
  level: 'mat',
  issuingBody: 'Ủy ban bầu cử quận Sông Hoa',
  receivedOn: '2026-11-02',
  envelope: { addressee: null, seal: 'intact', urgent: false },
  content: {
    documentType: 'report',
    symbol: '07/BC-UBBC',
    datedOn: '2026-10-30',
    summary: 'Tình hình nhân sự và công tác chuẩn bị',
    copyingAllowed: false,
  },
  receiver: 'Văn phòng',
  copies: 1,
  note: '',
} as const;

type Measured = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };

async function run(clients: number, once: () => Promise<void>): Promise<Measured> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const from = performance.now();
        await once();
        times.push(performance.now() - from);
      }
    }),
  );
  const elapsed = (performance.now() - begin) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { perSecond: times.length / elapsed, p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function rawCommits(world: TestWorld, clients: number): Promise<Measured> {
  const { admin } = world.database;
  await admin.query(
    'CREATE TABLE IF NOT EXISTS raw (id bigserial PRIMARY KEY, body text NOT NULL)',
  );
  const body = 'x'.repeat(300);
  return run(clients, async () => {
    await admin.query({ name: 'raw', text: 'INSERT INTO raw (body) VALUES ($1)', values: [body] });
  });
}

function acts(world: TestWorld, clerk: PersonId, clients: number): Promise<Measured> {
  const parts = { acts: world.acts, law: vn2026 };
  return run(clients, async () => {
    const done = await receive(parts, { kind: 'person', personId: clerk }, ARRIVAL);
    invariant(done.ok, 'every arrival is registered');
  });
}

const print = ({ perSecond, p50Ms, p99Ms }: Measured): string =>
  `${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50Ms.toFixed(2)} ms  p99 ${p99Ms.toFixed(2)} ms`;

const world = await testWorld(
  { after: (clean) => void cleaning.unshift(clean) },
  { durable: true },
);
const clerk = await world.addPerson({ duties: ['registry-clerk'], level: 'mat' });
await acts(world, clerk, 1); // Warms plans and code.
console.log(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
console.log(`Node ${process.version}, PostgreSQL with fsync, ${seconds} s a row`);
for (const clients of CLIENTS) {
  const raw = await rawCommits(world, Math.min(clients, 10));
  const act = await acts(world, clerk, clients);
  console.log(`${String(clients).padStart(2)} at once  raw commits ${print(raw)}`);
  console.log(`            acts        ${print(act)}`);
  console.log(`            acts ÷ raw  ${(act.perSecond / raw.perSecond).toFixed(2)}`);
}
for (const clean of cleaning) await clean();
