/** The database of a data folder: the embedded server, or the one that `DATABASE_URL` names. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PoolConfig } from 'pg';
import { configFromUrl } from '../adapters/postgres/connect.ts';
import { prepareDatabase } from '../adapters/postgres/migrate.ts';
import { secretFile } from '../adapters/postgres/server/secret-file.ts';
import { startEmbedded } from '../adapters/postgres/server/start.ts';
import type { Settings } from './settings.ts';

export type Database = {
  /** The role that owns nothing. */
  readonly app: PoolConfig;
  readonly owner: PoolConfig;
  stop(): Promise<void>;
  /** Rejects when the embedded server ends by itself. */
  readonly fault: Promise<never>;
};

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
const never = new Promise<never>(() => {});

export async function openDatabase(settings: Settings): Promise<Database> {
  const { dataFolder, databaseUrl } = settings;
  const appPassword = secretFile(join(dataFolder, 'secrets', 'app-role'));
  const prepare = async (admin: PoolConfig) =>
    (await prepareDatabase({ admin, migrationsFolder: MIGRATIONS, appPassword })).appConfig;
  if (databaseUrl) {
    const owner = configFromUrl(databaseUrl);
    return { app: await prepare(owner), owner, stop: async () => {}, fault: never };
  }
  const server = await startEmbedded({ folder: join(dataFolder, 'postgres') });
  try {
    const { owner, fault } = server;
    return { app: await prepare(owner), owner, stop: () => server.stop(), fault };
  } catch (reason) {
    await server.stop();
    throw reason;
  }
}
