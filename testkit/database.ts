/**
 * A fresh, migrated database for one test: cloned in some ten milliseconds from a template on one
 * real PostgreSQL per test process. The server ends with the process, however that ends.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolConfig } from 'pg';
import { openPool } from '../adapters/postgres/connect.ts';
import { prepareDatabase } from '../adapters/postgres/migrate.ts';
import { UNSAFE_BUT_FAST } from '../adapters/postgres/server/settings.ts';
import { type EmbeddedServer, startEmbedded } from '../adapters/postgres/server/start.ts';

/** What is needed of `node:test`'s context. */
type TestLife = { after(clean: () => Promise<void>): void };

export type TestDatabase = {
  /** As the product works: bound by grants and row-level security. */
  readonly app: Pool;
  /** As the owner of the tables. */
  readonly admin: Pool;
  /** Of the owner, as `DATABASE_URL` takes it. */
  readonly url: string;
  readonly appConfig: PoolConfig;
  readonly adminConfig: PoolConfig;
  readonly superuserConfig: PoolConfig;
};

export type TestDatabaseOptions = {
  /** Default: the product's own. */
  readonly migrationsFolder?: string;
  /** With fsync: slower, for tests about durability. */
  readonly durable?: boolean;
};

type Host = {
  readonly server: EmbeddedServer;
  readonly root: Pool;
  readonly templates: Map<string, Promise<string>>;
};

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
const APP_PASSWORD = 'app-of-a-test';
const FOLDER_PREFIX = 'niemphong-test-';
const hosts = new Map<boolean, Promise<Host>>();

export async function testDatabase(
  life: TestLife,
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const host = await hostOf(options.durable ?? false);
  const template = await templateOf(host, options.migrationsFolder ?? MIGRATIONS);
  const database = nameFor('test');
  await host.root.query(clone(database, template));
  const { superuser, owner } = host.server;
  const adminConfig = { ...owner, database };
  const appConfig = { ...owner, database, user: 'niemphong_app', password: APP_PASSWORD };
  const app = openPool(appConfig, { applicationName: 'test-app' });
  const admin = openPool(adminConfig, { applicationName: 'test-admin' });
  life.after(async () => {
    await Promise.all([app.end(), admin.end()]);
    await host.root.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  });
  const superuserConfig = { ...superuser, database };
  return { app, admin, url: urlOf(adminConfig), appConfig, adminConfig, superuserConfig };
}

/** A PostgreSQL address for a socket folder. */
export function urlOf({ user, password, host, database }: PoolConfig): string {
  const encode = (part: unknown) => encodeURIComponent(String(part));
  return `postgres://${encode(user)}:${encode(password)}@${encode(host)}/${encode(database)}`;
}

function hostOf(durable: boolean): Promise<Host> {
  const known = hosts.get(durable);
  if (known !== undefined) return known;
  const made = startHost(durable);
  hosts.set(durable, made);
  return made;
}

async function startHost(durable: boolean): Promise<Host> {
  sweepFormerRuns();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const settings = durable ? {} : UNSAFE_BUT_FAST;
  const server = await startEmbedded({ folder, settings });
  process.once('exit', () => {
    endAtOnce(server.pid);
    rmSync(folder, { recursive: true, force: true });
  });
  const root = openPool({ ...server.superuser, database: 'postgres', allowExitOnIdle: true });
  return { server, root, templates: new Map() };
}

/** Nothing here is worth a clean stop. Blocks: nothing else can wait while a process exits. */
function endAtOnce(pid: number): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  process.kill(pid, 'SIGQUIT');
  for (let tries = 0; tries < 200 && isRunning(pid); tries += 1) Atomics.wait(clock, 0, 0, 10);
}

/** A process that ended but was not yet asked about has no command line any more. */
function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

function templateOf(host: Host, migrationsFolder: string): Promise<string> {
  const known = host.templates.get(migrationsFolder);
  if (known !== undefined) return known;
  const made = makeTemplate(host, migrationsFolder);
  host.templates.set(migrationsFolder, made);
  return made;
}

async function makeTemplate(host: Host, migrationsFolder: string): Promise<string> {
  const database = nameFor('template');
  await host.root.query(clone(database, 'niemphong'));
  const admin = { ...host.server.owner, database };
  await prepareDatabase({ admin, migrationsFolder, appPassword: APP_PASSWORD });
  return database;
}

const nameFor = (kind: string): string => `${kind}_${randomUUID().replaceAll('-', '')}`;

const clone = (database: string, template: string): string =>
  `CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY file_copy OWNER niemphong_owner`;

/** A test process that was killed could not remove its folder. */
function sweepFormerRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${FOLDER_PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is alive as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
