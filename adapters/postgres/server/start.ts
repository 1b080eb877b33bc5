/**
 * The embedded PostgreSQL: started with the product, reachable only through a private socket,
 * ended with it. `server/main.ts`, the command line and the tests call it; with `DATABASE_URL`
 * nobody does. Crash argument: PostgreSQL's own log makes an acknowledged commit survive; here
 * only the start must never be stopped by what a killed predecessor left (see `postmaster.ts`,
 * `cluster.ts`).
 */
import { mkdirSync, realpathSync } from 'node:fs';
import type { PoolConfig } from 'pg';
import { Fault } from '../../../core/common/fault.ts';
import { type Account, chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, type Layout, layoutOf, SUPERUSER } from './cluster.ts';
import { lockFolder } from './folder-lock.ts';
import { ensureOwner, OWNER } from './owner-role.ts';
import { endOrphan, livingPostmaster, signal } from './postmaster.ts';
import { runServer, type ServerPlan, type ServerProcess } from './process.ts';
import { secretFile } from './secret-file.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

const DATABASE = 'niemphong';

export type EmbeddedOptions = {
  /** Holds everything of the server; made when absent. */
  readonly folder: string;
  /** Over the default ones. */
  readonly settings?: Settings;
  /** Chosen for this machine when absent. */
  readonly account?: Account;
};

export type Connections = {
  /** The role that owns the house's database: no superuser. Runs migrations. */
  readonly owner: PoolConfig;
  /** For physical backup, and for tests that play the dishonest administrator. */
  readonly superuser: PoolConfig;
};

export type EmbeddedServer = Connections & {
  readonly pid: number;
  /** Clean and complete: clients are told, data is flushed, the folder is free again. */
  stop(): Promise<void>;
  /** Rejects when the server ends without `stop`. Does not keep this process alive by itself. */
  readonly fault: Promise<never>;
};

/** Throws `data-folder-in-use`, `database-unavailable` or `database-unsupported`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const layout = layoutOf(realpathSync(options.folder));
  const lock = lockFolder(layout.folder);
  let socketFolder = '';
  const leave = () => {
    removeSocketFolder(socketFolder);
    lock.release();
  };
  try {
    const binaries = findBinaries();
    const account = options.account ?? chooseAccount(binaries.postgres);
    await endOrphan(layout.cluster);
    const durable = options.settings?.fsync !== 'off';
    ensureCluster({ layout, binaries, account }, { durable });
    socketFolder = makeSocketFolder(layout.folder, account);
    const roads = connectionsOf(layout, socketFolder);
    const settings = { ...defaultSettings({ socketFolder, log: layout.log }), ...options.settings };
    const { postgres } = binaries;
    const connection = { ...roads.superuser, database: 'postgres' };
    const plan: ServerPlan = { postgres, cluster: layout.cluster, account, settings, connection };
    const server = supervise(await runServer(plan), leave);
    await ensureOwner(roads.superuser, {
      database: DATABASE,
      password: secretFile(layout.ownerPassword),
    }).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return { ...roads, ...server };
  } catch (error) {
    leave();
    throw error;
  }
}

/** How to reach the server that another process runs in the folder; null when none is ready. */
export function findRunning(folder: string): Connections | null {
  const layout = layoutOf(realpathSync(folder));
  const postmaster = livingPostmaster(layout.cluster);
  return postmaster?.ready ? connectionsOf(layout, postmaster.socketFolder) : null;
}

function supervise(
  process_: ServerProcess,
  leave: () => void,
): Pick<EmbeddedServer, 'pid' | 'stop' | 'fault'> {
  const { pid } = process_;
  let stopping = false;
  const endWithNode = () => signal(pid, 'SIGINT');
  process.once('exit', endWithNode);
  const ended = process_.exit.then((lastWords) => {
    process.off('exit', endWithNode);
    leave();
    return lastWords;
  });
  const fault = new Promise<never>((_, reject) => {
    void ended.then((lastWords) => {
      if (stopping) return;
      reject(new Fault('database-unavailable', `PostgreSQL ended by itself: ${lastWords}`));
    });
  });
  fault.catch(() => {}); // Whoever races it hears of it; nobody must.
  const stop = async () => {
    stopping = true;
    await process_.stop();
    await ended;
  };
  return { pid, stop, fault };
}

function connectionsOf(layout: Layout, socketFolder: string): Connections {
  const socket = { host: socketFolder, port: 5432, database: DATABASE };
  return {
    owner: { ...socket, user: OWNER, password: secretFile(layout.ownerPassword) },
    superuser: { ...socket, user: SUPERUSER, password: secretFile(layout.superuserPassword) },
  };
}
