/**
 * Inside a fresh cluster: the role that owns the house (it may make roles, but is no superuser,
 * so the embedded server and an outside one obey the same rules) and the house's database.
 */
import { Client, type ClientConfig } from 'pg';
import { scramVerifier } from '../schema/scram.ts';

export const OWNER = 'niemphong_owner';

export type Ownership = { readonly database: string; readonly password: string };

/** Harmless to repeat: every start does it. */
export async function ensureOwner(
  superuser: ClientConfig,
  { database, password }: Ownership,
): Promise<void> {
  const client = new Client({ ...superuser, database: 'postgres' });
  client.on('error', () => {}); // The failing query reports it.
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${OWNER} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS NOREPLICATION ` +
        `PASSWORD '${scramVerifier(password)}'`,
    );
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}
