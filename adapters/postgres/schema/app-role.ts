/**
 * The role under which the product works: it logs in, owns nothing, and row-level security binds
 * it. What it may touch stands in the migrations (`GRANT … TO niemphong_app`).
 */
import { type ClientBase, escapeIdentifier } from 'pg';
import { Fault } from '../../../core/common/fault.ts';
import { scramVerifier } from './scram.ts';

export const APP_ROLE = 'niemphong_app';

type Standing = {
  readonly exists: boolean;
  readonly dangerous: boolean;
  readonly may_make_roles: boolean;
  readonly owns_database: boolean;
  readonly database: string;
};

/**
 * Makes the role or sets its password. A role that an administrator made beforehand is accepted
 * as it is when we may not change roles; one that could pass row-level security never.
 */
export async function ensureAppRole(client: ClientBase, password: string): Promise<void> {
  const standing = await readStanding(client);
  if (standing.dangerous) {
    throw new Fault(
      'database-privilege',
      `role ${APP_ROLE} passes row-level security: ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS`,
    );
  }
  if (standing.may_make_roles) {
    const verb = standing.exists ? 'ALTER' : 'CREATE';
    await client.query(`${verb} ROLE ${APP_ROLE} LOGIN PASSWORD '${scramVerifier(password)}'`);
  } else if (!standing.exists) {
    throw new Fault(
      'database-privilege',
      `role ${APP_ROLE} is missing and cannot be made: grant CREATEROLE, or have it created`,
    );
  }
  if (standing.owns_database) {
    const database = escapeIdentifier(standing.database);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${APP_ROLE}`);
  }
}

async function readStanding(client: ClientBase): Promise<Standing> {
  const { rows } = await client.query<Standing>(
    `SELECT app.oid IS NOT NULL AS exists,
            coalesce(app.rolsuper OR app.rolbypassrls, false) AS dangerous,
            me.rolsuper OR me.rolcreaterole AS may_make_roles,
            pg_has_role(me.oid, d.datdba, 'MEMBER') AS owns_database,
            d.datname AS database
       FROM pg_roles me
       JOIN pg_database d ON d.datname = current_database()
       LEFT JOIN pg_roles app ON app.rolname = $1
      WHERE me.rolname = current_user`,
    [APP_ROLE],
  );
  const standing = rows[0];
  if (!standing) throw new Fault('database-failed', 'the current role is not in pg_roles');
  return standing;
}
