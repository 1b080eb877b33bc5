/**
 * The house's side of the queue in PostgreSQL: a text once, and one task for each shard. A task
 * goes in the statement that brings its answer, so a second answer finds none and changes nothing.
 */
import type { Pool } from 'pg';
import type {
  Answered,
  Question,
  QuestionQueue,
} from '../../../server/ports/shards/question-queue.ts';
import { Bell } from './bell.ts';
import { engineFailed } from './engine-failed.ts';
import { gathered } from './gathered.ts';
import { LAZY } from './lazy-commit.ts';

export type QuestionQueueOptions = {
  /** Its own, of four connections at least. */
  readonly pool: Pool;
  readonly shards: number;
};

/** Statements of this size are confirmed within milliseconds. */
const MOST_AT_ONCE = 200;
/** A lost ring is found after so long. */
const LOOK_AGAIN_MS = 500;

const ASK = `
  WITH asked AS (
    INSERT INTO question (id, body)
    SELECT * FROM unnest($1::uuid[], $2::bytea[])
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  ), tasks AS (
    INSERT INTO question_task (question_id, shard)
    SELECT id, shard FROM asked, generate_series(0, $3::integer - 1) AS shard
  )
  SELECT pg_notify('niemphong_question', '')`;

/** By what was asked: a scan would go through all that vacuum has not yet taken away. */
const COLLECT = `
  SELECT question_id AS id, array_agg(body ORDER BY shard) AS answers
    FROM question_answer
   WHERE question_id = ANY ($1::uuid[])
   GROUP BY question_id HAVING count(*) = $2`;

const FORGET = `
  WITH ${LAZY}, tasks AS (DELETE FROM question_task WHERE question_id = ANY ($1::uuid[])),
       answers AS (DELETE FROM question_answer WHERE question_id = ANY ($1::uuid[]))
  DELETE FROM question USING lazy WHERE id = ANY ($1::uuid[])`;

const FORGET_ALL = `
  WITH tasks AS (DELETE FROM question_task), answers AS (DELETE FROM question_answer)
  DELETE FROM question`;

/** Begins empty: what another opening of the vault left can be read by nobody. */
export async function openQuestionQueue({
  pool,
  shards,
}: QuestionQueueOptions): Promise<QuestionQueue> {
  await pool.query(FORGET_ALL).catch(engineFailed);
  const bell = new Bell(pool, 'niemphong_answer');
  const asked = new Set<string>();
  const ask = gathered<Question, void>(MOST_AT_ONCE, async (questions) => {
    const bodies = questions.map(({ body }) => Buffer.from(body));
    const values = [questions.map(({ id }) => id), bodies, shards];
    await pool.query({ name: 'ask', text: ASK, values }).catch(engineFailed);
    return questions.map(() => undefined);
  });
  const look = async (): Promise<readonly Answered[]> => {
    const query = { name: 'collect', text: COLLECT, values: [[...asked], shards] };
    return (await pool.query<Answered>(query)).rows;
  };
  return {
    async ask(question) {
      asked.add(question.id);
      await ask(question);
    },
    async collect() {
      try {
        const { rings } = bell;
        const found = await look();
        if (found.length > 0) return found;
        await bell.wait(rings, LOOK_AGAIN_MS);
        return await look();
      } catch (reason) {
        return engineFailed(reason);
      }
    },
    async forget(ids) {
      if (ids.length === 0) return;
      for (const id of ids) asked.delete(id);
      await pool.query({ name: 'forget', text: FORGET, values: [ids] }).catch(engineFailed);
    },
    close: async () => bell.close(),
  };
}
