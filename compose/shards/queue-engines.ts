/** The two engines of the question queue, from both sides. */
import type { PoolConfig } from 'pg';
import { openQuestionQueue as openNatsQuestions } from '../../adapters/nats/question-queue.ts';
import { openTaskQueue as openNatsTasks } from '../../adapters/nats/task-queue.ts';
import { openPool } from '../../adapters/postgres/connect.ts';
import { ensureMatcherRole } from '../../adapters/postgres/queue/matcher-role.ts';
import { openQuestionQueue } from '../../adapters/postgres/queue/question-queue.ts';
import { openTaskQueue } from '../../adapters/postgres/queue/task-queue.ts';
import type { Hello } from '../../adapters/shards/membership.ts';
import type { OpenedQueue, ShardedParts } from '../../adapters/shards/shard-opening.ts';
import type { Randomness } from '../../server/ports/clock.ts';
import type { QueueAddress, TaskQueue } from '../../server/ports/shards/question-queue.ts';
import type { Database } from '../database.ts';

type OpenQueue = ShardedParts['openQueue'];

const HOUSE_CONNECTIONS = 6;
const MATCHER_CONNECTIONS = 4;
const PASSWORD_BYTES = 24;
const USUAL_PORT = 5_432;

export function natsEngine(url: string): OpenQueue {
  return async (plan): Promise<OpenedQueue> => ({
    queue: await openNatsQuestions({ ...plan, url }),
    address: { engine: 'nats', url },
  });
}

const addressOf = (role: PoolConfig): QueueAddress => ({
  engine: 'postgres',
  host: role.host ?? 'localhost',
  port: role.port ?? USUAL_PORT,
  database: role.database ?? '',
  user: role.user ?? '',
  password: String(role.password ?? ''),
  tls: Boolean(role.ssl),
});

/** Matchers get a role of their own, with a password of this opening of the vault. */
export function postgresEngine(
  { app, owner }: Pick<Database, 'app' | 'owner'>,
  randomness: Randomness,
): OpenQueue {
  return async ({ shards }): Promise<OpenedQueue> => {
    const password = randomness.bytes(PASSWORD_BYTES).toHex();
    const role = await ensureMatcherRole(owner, password);
    const pool = openPool(app, { maxConnections: HOUSE_CONNECTIONS });
    try {
      const queue = await openQuestionQueue({ pool, shards });
      const close = async (): Promise<void> => {
        await queue.close();
        await pool.end();
      };
      return { queue: { ...queue, close }, address: addressOf(role) };
    } catch (reason) {
      await pool.end();
      throw reason;
    }
  };
}

export async function openTasks(address: QueueAddress, hello: Hello): Promise<TaskQueue> {
  const { shard, leaseMs } = hello;
  if (address.engine === 'nats') return openNatsTasks({ url: address.url, shard });
  const { engine: _, tls, ...config } = address;
  const ssl = tls ? { ssl: true } : {};
  const pool = openPool(
    { ...config, ...ssl },
    { applicationName: 'niemphong-matcher', maxConnections: MATCHER_CONNECTIONS },
  );
  const queue = openTaskQueue({ pool, shard, leaseMs });
  const close = async (): Promise<void> => {
    await queue.close();
    await pool.end();
  };
  return { ...queue, close };
}
