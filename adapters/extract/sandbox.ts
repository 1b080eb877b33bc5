/**
 * The command that starts a reading process with nothing but what reading needs:
 * `unshare` (own user and network namespace: no address but a dead loopback, no root capability),
 * `setpriv` (no new privileges; dies with the server), `prlimit` (memory, processor time, no file
 * may grow, no core), then the pinned Node under its permission model (reads its own code and
 * libraries; no network, no child process, no worker thread, no file writing).
 * Where the host refuses an outer wall, the inner ones stay: `walls` says which ones stand.
 */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LIMITS } from './worker/limits.ts';

export type Walls = { readonly namespaces: boolean; readonly limits: boolean };
export type Command = { readonly file: string; readonly args: readonly string[] };

const WORKER_FOLDER = realpathSync(fileURLToPath(new URL('./worker/', import.meta.url)));
const LIBRARIES = realpathSync(fileURLToPath(new URL('../../node_modules/', import.meta.url)));

/** Pure code: what a copy mark is, how two texts are compared. */
const PURE_CODE = ['copy-mark', 'match', 'common'].map((concept) =>
  realpathSync(fileURLToPath(new URL(`../../core/${concept}/`, import.meta.url))),
);

const NAMESPACES = ['unshare', '--user', '--net', '--'];
/** Twice the wall time: only a process whose parent no longer watches meets it. */
const CPU_SECONDS = Math.ceil((2 * LIMITS.capturesWallMs) / 1_000);
const BOUNDS = [
  ...['setpriv', '--no-new-privs', '--pdeathsig', 'KILL', '--'],
  ...['prlimit', '--core=0', '--fsize=0', `--data=${LIMITS.dataBytes}`],
  ...[`--stack=${LIMITS.stackBytes}`, `--cpu=${CPU_SECONDS}`],
  ...[`--nofile=${LIMITS.openFiles}`, '--'],
];

/** Nothing of the server's environment: no database address, no data folder, no key path. */
export const CHILD_ENVIRONMENT = {
  PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  UV_THREADPOOL_SIZE: '1',
} as const;

let found: Walls | undefined;

/** Which outer walls this host can build; asked once per process. */
export function walls(): Walls {
  found ??= starts([...NAMESPACES, ...BOUNDS])
    ? { namespaces: true, limits: true }
    : { namespaces: false, limits: starts(BOUNDS) };
  return found;
}

function starts(words: readonly string[]): boolean {
  const [file = '', ...args] = [...words, 'true'];
  return spawnSync(file, args, { env: CHILD_ENVIRONMENT, stdio: 'ignore' }).status === 0;
}

/** `addons`: only drawing needs native code (the canvas); extraction runs without. */
export function sandboxCommand(entry: string, options: { addons: boolean }): Command {
  const { namespaces, limits } = walls();
  const [file = process.execPath, ...args] = [
    ...(namespaces ? NAMESPACES : []),
    ...(limits ? BOUNDS : []),
    process.execPath,
    '--permission',
    `--allow-fs-read=${WORKER_FOLDER}`,
    `--allow-fs-read=${LIBRARIES}`,
    ...PURE_CODE.map((folder) => `--allow-fs-read=${folder}`),
    ...(options.addons ? ['--allow-addons'] : []),
    `--max-old-space-size=${LIMITS.heapMib}`,
    '--v8-pool-size=1',
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    `${WORKER_FOLDER}/${entry}`,
  ];
  return { file, args };
}
