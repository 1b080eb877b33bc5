import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../testkit/database.ts';
import { testQuestionQueue } from '../../../testkit/shards/question-queue-suite.ts';
import { openPool } from '../connect.ts';
import { ensureMatcherRole } from './matcher-role.ts';
import { openQuestionQueue } from './question-queue.ts';
import { openTaskQueue } from './task-queue.ts';

type Life = Parameters<typeof testDatabase>[0];

async function matcherConfig(life: Life) {
  const database = await testDatabase(life);
  const role = await ensureMatcherRole(database.adminConfig, 'matcher-of-a-test');
  return { database, role };
}

testQuestionQueue('PostgreSQL', {
  skip: false,
  engineOf: async (life) => {
    const { database, role } = await matcherConfig(life);
    let lease = 0;
    return {
      openHouse: async ({ shards, leaseMs }) => {
        lease = leaseMs;
        const pool = openPool(database.appConfig, { maxConnections: 4 });
        const queue = await openQuestionQueue({ pool, shards });
        life.after(() => pool.end());
        return queue;
      },
      openMatcher: async (shard) => {
        const pool = openPool(role, { maxConnections: 3 });
        life.after(() => pool.end());
        return openTaskQueue({ pool, shard, leaseMs: lease });
      },
      countBodies: async () => {
        const { rows } = await database.admin.query<{ count: number }>(
          'SELECT (SELECT count(*) FROM question) + (SELECT count(*) FROM question_answer) AS count',
        );
        return rows[0]?.count ?? -1;
      },
    };
  },
});

test('a matcher reads nothing of the database but its questions', async (t) => {
  const { role } = await matcherConfig(t);
  const pool = openPool(role, { maxConnections: 1 });
  t.after(() => pool.end());
  await pool.query('SELECT body FROM question');
  const { rows } = await pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm')
        AND (has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
             OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE'))
      ORDER BY 1`,
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['question', 'question_answer', 'question_task'],
  );
  for (const table of ['document', 'person', 'ledger_entry', 'vault_object', 'question_answer']) {
    await assert.rejects(pool.query(`SELECT * FROM ${table}`), { code: '42501' }, table);
  }
  await assert.rejects(pool.query('UPDATE question_task SET shard = 0'), { code: '42501' });
});
