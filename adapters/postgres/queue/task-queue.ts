/**
 * A matcher's side of the queue in PostgreSQL: takes tasks of its shard past those that others hold
 * (SKIP LOCKED), for as long as a lease. Who dies lets them go when the lease is over.
 */
import type { Pool } from 'pg';
import type { Question, TaskQueue } from '../../../server/ports/shards/question-queue.ts';
import { Bell } from './bell.ts';
import { engineFailed } from './engine-failed.ts';
import { gathered } from './gathered.ts';
import { LAZY } from './lazy-commit.ts';

export type TaskQueueOptions = {
  /** Its own, of three connections at least. */
  readonly pool: Pool;
  readonly shard: number;
  readonly leaseMs: number;
};

const MOST_AT_ONCE = 200;
/** A lost ring, or a lease that ran out, is found after so long. */
const LOOK_AGAIN_MS = 500;

const TAKE = `
  WITH ${LAZY}, next AS (
    SELECT question_id FROM question_task
     WHERE shard = $1 AND (leased_until IS NULL OR leased_until < clock_timestamp())
     ORDER BY number LIMIT $2
       FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE question_task t SET leased_until = clock_timestamp() + $3 * interval '1 ms'
      FROM next WHERE t.question_id = next.question_id AND t.shard = $1
    RETURNING t.question_id, t.number
  )
  SELECT question_id AS id, (SELECT body FROM question q WHERE q.id = taken.question_id) AS body
    FROM lazy, taken ORDER BY number`;

const ANSWER = `
  WITH ${LAZY}, given AS (SELECT * FROM unnest($1::uuid[], $2::bytea[]) AS g (id, body)),
  done AS (
    DELETE FROM question_task WHERE question_id = ANY ($1) AND shard = $3
    RETURNING question_id AS id
  ), kept AS (
    INSERT INTO question_answer (question_id, shard, body)
    SELECT DISTINCT ON (g.id) g.id, $3, g.body FROM given g JOIN done ON done.id = g.id
  )
  SELECT id, pg_notify('niemphong_answer', '') FROM lazy, done`;

const GIVE_BACK = `
  WITH back AS (
    UPDATE question_task SET leased_until = NULL
     WHERE question_id = ANY ($1::uuid[]) AND shard = $2
  )
  SELECT pg_notify('niemphong_question', '')`;

export function openTaskQueue({ pool, shard, leaseMs }: TaskQueueOptions): TaskQueue {
  const bell = new Bell(pool, 'niemphong_question');
  const held = new Set<string>();
  const look = async (most: number): Promise<readonly Question[]> => {
    const query = { name: 'take', text: TAKE, values: [shard, most, leaseMs] };
    const { rows } = await pool.query<Question>(query);
    for (const { id } of rows) held.add(id);
    return rows;
  };
  const answer = gathered<Question, boolean>(MOST_AT_ONCE, async (given) => {
    const bodies = given.map(({ body }) => Buffer.from(body));
    const values = [given.map(({ id }) => id), bodies, shard];
    const { rows } = await pool
      .query<{ id: string }>({ name: 'answer', text: ANSWER, values })
      .catch(engineFailed);
    const kept = new Set(rows.map(({ id }) => id));
    // Of two answers to one question that went together only one counts.
    return given.map(({ id }) => kept.delete(id));
  });
  return {
    async take(most) {
      try {
        const { rings } = bell;
        const found = await look(most);
        if (found.length > 0) return found;
        await bell.wait(rings, LOOK_AGAIN_MS);
        return await look(most);
      } catch (reason) {
        return engineFailed(reason);
      }
    },
    async answer(id, body) {
      const kept = await answer({ id, body });
      held.delete(id);
      return kept;
    },
    async close() {
      bell.close();
      if (held.size === 0) return;
      // A lost connection has no leases to give back: they run out.
      await pool.query(GIVE_BACK, [[...held], shard]).catch(() => undefined);
    },
  };
}
