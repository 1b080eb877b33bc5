/**
 * One run of the server program: spawned, watched until it answers, stopped. It has its own
 * process group, so Ctrl-C at a terminal reaches only us and we stop it in order; and it ends
 * with us when we are killed (`endingWithUs`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { Fault } from '../../../core/common/fault.ts';
import { type Account, asAccount, ENVIRONMENT, endingWithUs } from './account.ts';
import { readPostmaster, signal } from './postmaster.ts';
import type { Settings } from './settings.ts';

export type ServerPlan = {
  readonly postgres: string;
  readonly cluster: string;
  readonly account: Account;
  readonly settings: Settings;
  /** Readiness is proved by a real connection. */
  readonly connection: ClientConfig;
};

export type ServerProcess = {
  readonly pid: number;
  /** Resolves with what the server said last, when it has ended. */
  readonly exit: Promise<string>;
  stop(): Promise<void>;
};

type Spawned = { readonly child: ChildProcess; readonly exit: Promise<string> };

/** A killed predecessor may still be letting go of its memory. */
const BUSY = /pre-existing shared memory block|lock file "[^"]*" already exists/;
const BUSY_TRIES = 150;
const POLL_MS = 10;
const BUSY_WAIT_MS = 100;
const STOP_WAIT_MS = 30_000;
const LAST_WORDS_CHARS = 4_000;

export async function runServer(plan: ServerPlan): Promise<ServerProcess> {
  for (let tries = 1; ; tries += 1) {
    const spawned = spawnServer(plan);
    const pid = spawned.child.pid ?? 0;
    const lastWords = await readyOrEnded(plan, spawned);
    if (lastWords === null) return { pid, exit: spawned.exit, stop: () => stop(pid, spawned.exit) };
    if (!BUSY.test(lastWords) || tries >= BUSY_TRIES) {
      throw new Fault(
        'database-unavailable',
        `PostgreSQL does not start: ${lastWords}; more in ${plan.settings.log_directory}`,
      );
    }
    await wait(BUSY_WAIT_MS);
  }
}

function spawnServer({ postgres, cluster, account, settings }: ServerPlan): Spawned {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...args] = asAccount(account, endingWithUs([postgres, '-D', cluster, ...flags]));
  const child = spawn(program, args, {
    cwd: '/',
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS_CHARS);
  });
  const exit = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${program}: ${error.message}`));
    child.once('exit', (code, name) => {
      resolve(`${lastWords.trim()} (${name ?? `exit code ${code}`})`);
    });
  });
  letNodeEnd(child);
  return { child, exit };
}

/** A running database is no reason for the program to stay. */
function letNodeEnd(child: ChildProcess): void {
  child.unref();
  if (child.stderr && 'unref' in child.stderr && typeof child.stderr.unref === 'function') {
    child.stderr.unref();
  }
}

/** Null when the server answers; its last words when it ended before. */
async function readyOrEnded(plan: ServerPlan, { child, exit }: Spawned): Promise<string | null> {
  let lastWords: string | null = null;
  void exit.then((words) => {
    lastWords = words;
  });
  while (lastWords === null) {
    const postmaster = readPostmaster(plan.cluster);
    if (postmaster?.ready && postmaster.pid === child.pid && (await answers(plan))) return null;
    await wait(POLL_MS);
  }
  return lastWords;
}

async function answers({ connection }: ServerPlan): Promise<boolean> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // The server may end while we ask.
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop(pid: number, exit: Promise<string>): Promise<void> {
  signal(pid, 'SIGINT');
  const hurry = setTimeout(() => signal(pid, 'SIGQUIT'), STOP_WAIT_MS);
  await exit;
  clearTimeout(hurry);
}
