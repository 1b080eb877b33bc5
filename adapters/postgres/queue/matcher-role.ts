/**
 * The role under which matcher processes reach the queue and nothing else of the database. It is
 * made when matchers are set up; its password is new at every start.
 */
import { Client, type PoolConfig } from 'pg';
import { Fault } from '../../../core/common/fault.ts';
import { scramVerifier } from '../schema/scram.ts';

export const MATCHER_ROLE = 'niemphong_matcher';

const RIGHTS = `
  GRANT SELECT ON question TO ${MATCHER_ROLE};
  GRANT SELECT, DELETE, UPDATE (leased_until) ON question_task TO ${MATCHER_ROLE};
  GRANT INSERT ON question_answer TO ${MATCHER_ROLE};`;

async function setRole(client: Client, password: string): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; strong: boolean; database: string }>(
    `SELECT r.oid IS NOT NULL AS exists,
            coalesce(r.rolsuper OR r.rolbypassrls, false) AS strong,
            quote_ident(current_database()) AS database
       FROM (VALUES (1)) AS one LEFT JOIN pg_roles r ON r.rolname = $1`,
    [MATCHER_ROLE],
  );
  const [standing] = rows;
  if (standing?.strong)
    throw new Error('it passes row-level security: set NOSUPERUSER NOBYPASSRLS');
  const verb = standing?.exists ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${MATCHER_ROLE} LOGIN PASSWORD '${scramVerifier(password)}'`);
  await client.query(`GRANT CONNECT ON DATABASE ${standing?.database} TO ${MATCHER_ROLE}`);
  await client.query(RIGHTS);
}

/** How matchers connect. Throws Fault `database-privilege` when the owner may make no roles. */
export async function ensureMatcherRole(owner: PoolConfig, password: string): Promise<PoolConfig> {
  const client = new Client({ ...owner, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // The failing query reports it.
  try {
    await client.connect();
    await setRole(client, password);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `role ${MATCHER_ROLE} cannot be made or set: ${why}`;
    throw new Fault('database-privilege', message, { cause });
  } finally {
    await client.end().catch(() => {}); // The cause is what matters.
  }
  return { ...owner, user: MATCHER_ROLE, password };
}
