/**
 * The list of 100,000 documents as each kind of reader gets it, through row-level security.
 * `node bench/list.ts [documents]`
 */
import { randomUUID } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import type { PersonId } from '../core/common/id.ts';
import { listDocuments } from '../server/access/list-documents.ts';
import { testWorld } from '../testkit/world.ts';

const documents = Number(process.argv[2] ?? 100_000);
const ROUNDS = 100;
const GRANTED = 200;
const cleaning: (() => Promise<void>)[] = [];
const world = await testWorld({ after: (clean) => void cleaning.unshift(clean) });
const { admin } = world.database;

const author = await world.addPerson({ duties: ['drafter'], level: 'tuyet-mat' });
const people: readonly (readonly [string, PersonId])[] = [
  ['reader with 200 grants', await world.addPerson({ level: 'tuyet-mat' })],
  ['reader with none', await world.addPerson({ level: 'tuyet-mat' })],
  ['clerk cleared for Mật', await world.addPerson({ duties: ['registry-clerk'], level: 'mat' })],
  ['registrar', await world.addPerson({ duties: ['registrar'], level: 'tuyet-mat' })],
  ['drafter of 500', author],
];

await admin.query(
  `INSERT INTO document (id, origin, drafter_id, registered, created_at, protection, entry_index,
     row_salt)
   SELECT gen_random_uuid(), 'own', CASE WHEN n % ($2 / 500) = 0 THEN $1::uuid END, true,
     timestamptz '2026-01-01' + n * interval '4 minutes',
     jsonb_build_object('state', 'determined', 'documentType', 'report',
       'level', (ARRAY['mat', 'toi-mat', 'tuyet-mat'])[1 + n % 3],
       'protectedUntil', '2046-01-01', 'issue', NULL)
     || CASE WHEN n % 3 = 2 THEN '{}' ELSE jsonb_build_object('summary', 'Báo cáo số ' || n) END,
     0, decode(repeat('00', 16), 'hex')
   FROM generate_series(1, $2) AS n`,
  [author, documents],
);
const { rows } = await admin.query<{ id: string }>(
  `SELECT id FROM document ORDER BY md5(id::text) LIMIT ${GRANTED}`,
);
for (const { id } of rows) {
  await admin.query(
    `INSERT INTO access_grant VALUES ($1, $2, $3, 'reader', '2026-01-01', '2027-01-01', NULL, '-',
       NULL, 0, decode(repeat('00', 16), 'hex'))`,
    [randomUUID(), id, people[0]?.[1]],
  );
}
await admin.query('VACUUM ANALYZE');

console.log(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
console.log(`${documents} documents, page of 50, ${ROUNDS} calls each`);
const parts = { acts: world.acts, clock: world.clock };
for (const [name, personId] of people) {
  const times: number[] = [];
  let shown = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    const page = await listDocuments(parts, { kind: 'person', personId }, { limit: 50 });
    times.push(performance.now() - begin);
    shown = page.ok ? page.value.documents.length : -1;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p95] = [0.5, 0.95].map((share) => sorted[Math.floor(share * ROUNDS)] ?? Number.NaN);
  console.log(`${name.padEnd(24)} p50 ${p50?.toFixed(1)} ms  p95 ${p95?.toFixed(1)} ms  ${shown}`);
}
for (const clean of cleaning) await clean();
