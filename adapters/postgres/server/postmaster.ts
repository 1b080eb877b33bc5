/**
 * What `postmaster.pid` in a cluster says, and whether that server lives. The file outlives a
 * killed server, and its number may since belong to another process: only a process whose command
 * line names this cluster counts.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../../../core/common/fault.ts';
import { removeSocketFolder } from './socket-folder.ts';

export type Postmaster = {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
};

const STOP_WAIT_MS = 60_000;
const POLL_MS = 20;

export function readPostmaster(cluster: string): Postmaster | null {
  const lines = readOrEmpty(join(cluster, 'postmaster.pid')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

export function livingPostmaster(cluster: string): Postmaster | null {
  const postmaster = readPostmaster(cluster);
  return postmaster && isServerOf(cluster, postmaster.pid) ? postmaster : null;
}

/**
 * Call under the folder lock: a server that still lives then has lost its supervisor. It is
 * stopping already or is told to; its end is awaited.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const left = readPostmaster(cluster);
  if (!left) return;
  for (let waited = 0; isServerOf(cluster, left.pid); waited += POLL_MS) {
    if (waited % 5_000 === 0) signal(left.pid, waited < 30_000 ? 'SIGINT' : 'SIGQUIT');
    if (waited > STOP_WAIT_MS) {
      throw new Fault('data-folder-in-use', `server process ${left.pid} does not stop`);
    }
    await wait(POLL_MS);
  }
  removeSocketFolder(left.socketFolder);
  // PostgreSQL would take any living process with this number for its predecessor and refuse.
  if (isAlive(left.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already: what the signal was to reach.
  }
}

function isServerOf(cluster: string, pid: number): boolean {
  return readOrEmpty(`/proc/${pid}/cmdline`).split('\0').includes(cluster);
}

function isAlive(pid: number): boolean {
  return readOrEmpty(`/proc/${pid}/stat`) !== '';
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
