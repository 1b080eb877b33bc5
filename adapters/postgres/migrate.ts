/**
 * Brings a database to the state that this version of the program needs: checks the server, makes
 * the app's role, runs what is missing of `migrations/`. Called once per start, before anything
 * else touches the database. Crash argument: a migration and the line that records it are one
 * transaction, and an advisory lock lets one runner work at a time.
 */
import { Client, type ClientBase, DatabaseError, type PoolConfig } from 'pg';
import { Fault } from '../../core/common/fault.ts';
import { APP_ROLE, ensureAppRole } from './schema/app-role.ts';
import { type Migration, readMigrations } from './schema/migration-files.ts';
import { assertServerFits } from './schema/server-check.ts';

export type PrepareOptions = {
  /** The role that owns the house. */
  readonly admin: PoolConfig;
  readonly migrationsFolder: string;
  readonly appPassword: string;
};

/** Any number: it only has to be ours alone. */
const ADVISORY_LOCK = 6_014_202_611;
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Returns how the app connects. Throws `database-unavailable` (unreachable, retryable),
 * `database-unsupported`, `database-privilege`, `migration-changed` or `migration-failed`.
 */
export async function prepareDatabase(options: PrepareOptions): Promise<{ appConfig: PoolConfig }> {
  const migrations = readMigrations(options.migrationsFolder);
  const client = await connect(options.admin);
  try {
    await assertServerFits(client);
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await ensureAppRole(client, options.appPassword);
    await runMissing(client, migrations);
  } catch (error) {
    throw asFault(error);
  } finally {
    await client.end().catch(() => {}); // Ends the advisory lock too.
  }
  return { appConfig: { ...options.admin, user: APP_ROLE, password: options.appPassword } };
}

async function connect(admin: PoolConfig): Promise<Client> {
  const client = new Client({
    ...admin,
    application_name: 'niemphong-migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // The failing query reports it.
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const place = `${admin.host ?? 'the default host'}, database ${admin.database ?? 'by default'}`;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Fault('database-unavailable', `cannot reach PostgreSQL at ${place}: ${why}`, {
      cause,
      retryable: !(cause instanceof DatabaseError),
    });
  }
}

async function runMissing(client: ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS schema_migration (
      number     integer PRIMARY KEY,
      name       text NOT NULL,
      sha256     text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  const landed = await loadLanded(client);
  assertNothingChanged(landed, migrations);
  for (const migration of migrations.slice(landed.length)) await run(client, migration);
}

type Landed = Pick<Migration, 'number' | 'name' | 'sha256'>;

async function loadLanded(client: ClientBase): Promise<readonly Landed[]> {
  const sql = 'SELECT number, name, sha256 FROM schema_migration ORDER BY number';
  return (await client.query<Landed>(sql)).rows;
}

function assertNothingChanged(landed: readonly Landed[], files: readonly Migration[]): void {
  for (const [index, line] of landed.entries()) {
    const file = files[index];
    if (!file) {
      throw new Fault(
        'migration-changed',
        `the database has migration ${line.name}, which this version does not know: ` +
          'it was used by a newer version; start that one',
      );
    }
    if (file.number !== line.number || file.sha256 !== line.sha256) {
      throw new Fault(
        'migration-changed',
        `migration ${file.name} differs from the one that made this database (${line.name}): ` +
          'restore the file as it was and put the change into a new one',
      );
    }
  }
}

async function run(client: ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> {
  const transaction = 'SELECT pg_current_xact_id()::text AS id';
  try {
    await client.query('BEGIN');
    const before = await client.query<{ id: string }>(transaction);
    await client.query(sql);
    const after = await client.query<{ id: string }>(transaction);
    if (before.rows[0]?.id !== after.rows[0]?.id) {
      throw new Error('it ends its own transaction; leave BEGIN and COMMIT to the runner');
    }
    await client.query('INSERT INTO schema_migration (number, name, sha256) VALUES ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {}); // The cause is what matters.
    if (isPrivilege(cause)) throw cause;
    throw new Fault('migration-failed', `migration ${name}: ${explain(cause, sql)}`, { cause });
  }
}

function explain(cause: unknown, sql: string): string {
  if (!(cause instanceof Error)) return String(cause);
  const position = cause instanceof DatabaseError ? Number(cause.position) : Number.NaN;
  if (!Number.isInteger(position)) return cause.message;
  return `line ${sql.slice(0, position).split('\n').length}: ${cause.message}`;
}

function isPrivilege(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && error.code === INSUFFICIENT_PRIVILEGE;
}

function asFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  if (isPrivilege(error)) {
    return new Fault('database-privilege', `the database role lacks a right: ${error.message}`, {
      cause: error,
    });
  }
  const why = error instanceof Error ? error.message : String(error);
  return new Fault('database-failed', `preparing the database failed: ${why}`, { cause: error });
}
