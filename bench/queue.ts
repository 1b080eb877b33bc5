/**
 * Texts a second through the question queue of the matchers (asked, taken under a lease, answered
 * by every shard, collected, forgotten) with bodies of 4 kB and answers of 1 kB, against what the
 * same engine gives in the same run for one plain write of such a body. House and matchers share
 * one process here, so each engine gives more on a machine of more cores.
 * `node bench/queue.ts [seconds]`
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { cpus, loadavg, totalmem } from 'node:os';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { openQuestionQueue as openNatsQuestions } from '../adapters/nats/question-queue.ts';
import { reachNats } from '../adapters/nats/reach.ts';
import { openTaskQueue as openNatsTasks } from '../adapters/nats/task-queue.ts';
import { openPool } from '../adapters/postgres/connect.ts';
import { ensureMatcherRole } from '../adapters/postgres/queue/matcher-role.ts';
import { openQuestionQueue } from '../adapters/postgres/queue/question-queue.ts';
import { openTaskQueue } from '../adapters/postgres/queue/task-queue.ts';
import type { QuestionQueue, TaskQueue } from '../server/ports/shards/question-queue.ts';
import { testDatabase } from '../testkit/database.ts';
import { startNats, WITHOUT_NATS } from '../testkit/shards/nats-server.ts';

const seconds = Number(process.argv[2] ?? 5);
const BODY = randomBytes(4_096);
const ANSWER = randomBytes(1_100);
const SHARDS = [1, 2, 4] as const;
/** As the house asks: see `atOnce` of the sharded index. */
const IN_FLIGHT = 256;
const LEASE_MS = 30_000;
const TAKEN_AT_ONCE = 32;

type Opened = { readonly house: QuestionQueue; readonly matchers: readonly TaskQueue[] };

const cleaning: (() => Promise<void>)[] = [];
const life = { after: (clean: () => Promise<void>) => void cleaning.unshift(clean) };

/** How often a second `once` is done, so many at the same time. */
async function rate(atOnce: number, once: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < end) {
        await once();
        done += 1;
      }
    }),
  );
  return (done * 1_000) / (performance.now() - begin);
}

async function throughQueue({ house, matchers }: Opened): Promise<number> {
  const waiting = new Map<string, () => void>();
  let over = false;
  const answering = matchers.map(async (matcher) => {
    while (!over) {
      const tasks = await matcher.take(TAKEN_AT_ONCE);
      await Promise.all(tasks.map(({ id }) => matcher.answer(id, ANSWER)));
    }
  });
  const collecting = (async () => {
    while (!over) {
      const whole = await house.collect();
      await house.forget(whole.map(({ id }) => id));
      for (const { id } of whole) waiting.get(id)?.();
    }
  })();
  const perSecond = await rate(IN_FLIGHT, async () => {
    const id = randomUUID();
    const whole = new Promise<void>((resolve) => waiting.set(id, resolve));
    await house.ask({ id, body: BODY });
    await whole;
    waiting.delete(id);
  });
  over = true;
  await Promise.all([...answering, collecting]);
  for (const queue of [...matchers, house]) await queue.close();
  return perSecond;
}

function print(engine: string, raw: number, queue: readonly (readonly [number, number])[]): void {
  console.log(`${engine.padEnd(40)} ${raw.toFixed(0).padStart(7)} writes/s`);
  for (const [shards, perSecond] of queue) {
    const share = (perSecond / raw).toFixed(2);
    console.log(
      `  the queue, ${shards} shard${shards > 1 ? 's' : ' '}`.padEnd(40),
      `${perSecond.toFixed(0).padStart(7)} texts/s   ÷ raw ${share}`,
    );
  }
}

async function benchPostgres(): Promise<void> {
  const database = await testDatabase(life, { durable: true });
  await database.admin.query('CREATE TABLE raw (id uuid PRIMARY KEY, body bytea NOT NULL)');
  const rawPool = openPool(database.adminConfig, { maxConnections: 10 });
  const raw = await rate(10, () =>
    rawPool.query({
      name: 'raw',
      text: 'INSERT INTO raw VALUES ($1, $2)',
      values: [randomUUID(), BODY],
    }),
  );
  await rawPool.end();
  const role = await ensureMatcherRole(database.adminConfig, 'of-a-bench');
  const through: [number, number][] = [];
  for (const shards of SHARDS) {
    const pools = Array.from({ length: shards }, () => openPool(role, { maxConnections: 4 }));
    const pool = openPool(database.appConfig, { maxConnections: 6 });
    const house = await openQuestionQueue({ pool, shards });
    const matchers = pools.map((own, shard) =>
      openTaskQueue({ pool: own, shard, leaseMs: LEASE_MS }),
    );
    through.push([shards, await throughQueue({ house, matchers })]);
    for (const each of [...pools, pool]) await each.end();
  }
  print('PostgreSQL, fsync; single-row inserts', raw, through);
}

async function benchNats(): Promise<void> {
  if (WITHOUT_NATS) {
    console.log(`NATS: ${WITHOUT_NATS}`);
    return;
  }
  const { url } = await startNats(life);
  const connection = await reachNats(url);
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'raw', subjects: ['raw'] });
  const client = jetstream(connection);
  const raw = await rate(IN_FLIGHT, () => client.publish('raw', BODY));
  await manager.streams.delete('raw');
  await connection.close();
  const through: [number, number][] = [];
  for (const shards of SHARDS) {
    const house = await openNatsQuestions({ url, shards, leaseMs: LEASE_MS });
    const matchers: TaskQueue[] = [];
    for (let shard = 0; shard < shards; shard += 1)
      matchers.push(await openNatsTasks({ url, shard }));
    through.push([shards, await throughQueue({ house, matchers })]);
  }
  print('NATS JetStream, files; plain publishes', raw, through);
}

const [load] = loadavg();
console.log(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
console.log(
  `Node ${process.version}, load ${load?.toFixed(1)} before, ${seconds} s a row, ` +
    `${BODY.length} bytes a text, ${IN_FLIGHT} in flight`,
);
await benchPostgres();
await benchNats();
for (const clean of cleaning) await clean();
