/**
 * Whether the product may run on a server: version 15 to 18, UTF-8, and the rights that
 * migrations need. The faults say what an administrator of an outside server has to do.
 */
import type { ClientBase } from 'pg';
import { Fault } from '../../../core/common/fault.ts';

const OLDEST = 15;
const NEWEST = 18;

type Answer = {
  readonly version: number;
  readonly encoding: string;
  readonly role: string;
  readonly database: string;
  readonly may_create: boolean;
};

/** Throws `database-unsupported` or `database-privilege`. */
export async function assertServerFits(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Answer>(`
    SELECT current_setting('server_version_num')::int / 10000 AS version,
           current_setting('server_encoding') AS encoding,
           current_user AS role,
           current_database() AS database,
           has_database_privilege(current_database(), 'CREATE')
             AND has_schema_privilege('public', 'CREATE') AS may_create`);
  const answer = rows[0];
  if (!answer) throw new Fault('database-failed', 'the server describes itself with no row');
  if (answer.version < OLDEST || answer.version > NEWEST) {
    throw new Fault(
      'database-unsupported',
      `PostgreSQL ${answer.version} is not supported: use ${OLDEST} to ${NEWEST}`,
    );
  }
  if (answer.encoding !== 'UTF8') {
    throw new Fault(
      'database-unsupported',
      `database ${answer.database} is encoded in ${answer.encoding}: create it with UTF8`,
    );
  }
  if (!answer.may_create) {
    throw new Fault(
      'database-privilege',
      `role ${answer.role} may not create objects in database ${answer.database}: ` +
        `make it the owner (ALTER DATABASE ${answer.database} OWNER TO ${answer.role})`,
    );
  }
}
