/**
 * Where the private socket lies. Linux cuts socket paths at 107 bytes, so a data folder with a
 * long path gets a short folder of random name for the run of the server; PostgreSQL notes its
 * place in `postmaster.pid`, where `livingPostmaster` reads it.
 */
import { lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, giveTo } from './account.ts';

const SOCKET_NAME = '/.s.PGSQL.5432';
const LONGEST_PATH_BYTES = 107;
const PREFIX = 'niemphong-socket-';

const fits = (folder: string): boolean =>
  Buffer.byteLength(folder + SOCKET_NAME) <= LONGEST_PATH_BYTES;

/** Call under the folder lock, when no server of the cluster lives. */
export function makeSocketFolder(folder: string, account: Account): string {
  const near = join(folder, 'socket');
  if (fits(near)) {
    // A killed server left its socket lock, whose process number may live on as another's.
    rmSync(near, { recursive: true, force: true });
    mkdirSync(near, { mode: 0o700 });
    giveTo(account, near);
    return near;
  }
  const runtime = process.env.XDG_RUNTIME_DIR;
  const candidates = [runtime, tmpdir(), '/tmp'].filter(
    (path) => path !== undefined && path !== '',
  );
  const parent = candidates.find((path) => path && fits(join(path, `${PREFIX}XXXXXX`))) ?? '/tmp';
  const short = mkdtempSync(join(parent, PREFIX));
  giveTo(account, short);
  return short;
}

/** Removes a short folder of a former run; a socket beside the cluster stays where it is. */
export function removeSocketFolder(path: string): void {
  if (!basename(path).startsWith(PREFIX) || dirname(path) === '.') return;
  try {
    // `path` may come from a file: only a real folder of ours is removed, never a link's target.
    if (lstatSync(path).isDirectory()) rmSync(path, { recursive: true, force: true });
  } catch {
    // Gone already.
  }
}
