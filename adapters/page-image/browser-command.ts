/**
 * How the browser is started: in a user and network namespace of its own (no address but a dead
 * loopback), with no new privileges, bounded in processor time and file size, and always inside
 * its own sandbox. A host on which that cannot be had gets no page images: a browser without its
 * sandbox does not open a hostile page here.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserCommand = { readonly file: string; readonly args: readonly string[] };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const CPU_SECONDS = 60;
const FILE_BYTES = 256_000_000;
/** Chromium refuses to use its sandbox as root: in here the same user has another number. */
const NAMESPACES = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--net', '--'];
const BOUNDS = [
  ...['setpriv', '--no-new-privs', '--pdeathsig', 'KILL', '--'],
  ...['prlimit', '--core=0', `--fsize=${FILE_BYTES}`, `--cpu=${CPU_SECONDS}`, '--'],
];
/** Nothing of the server's environment: no database address, no data folder, no key path. */
const SYSTEM_PATH = '/usr/bin:/bin:/usr/sbin:/sbin';

export const browserEnvironment = (folder: string) =>
  ({ PATH: SYSTEM_PATH, LANG: 'C.UTF-8', TZ: 'Asia/Ho_Chi_Minh', HOME: folder }) as const;

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--hide-scrollbars',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-sync',
  '--mute-audio',
  // Were there a network: every name leads nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** An installed browser; `named` by the operator, else one of the usual names. */
export function findBrowser(named: string | null): string | null {
  if (named !== null) return isProgram(named) ? named : null;
  const paths = NAMES.flatMap((name) =>
    SYSTEM_PATH.split(delimiter).map((folder) => join(folder, name)),
  );
  return paths.find(isProgram) ?? null;
}

function starts(words: readonly string[]): boolean {
  const [file = '', ...args] = [...words, 'true'];
  return spawnSync(file, args, { env: { PATH: SYSTEM_PATH }, stdio: 'ignore' }).status === 0;
}

/** Null where the host cannot take the network away. */
export function browserCommand(browser: string, folder: string): BrowserCommand | null {
  const walls = [...NAMESPACES, ...BOUNDS];
  if (!starts(walls)) return null;
  const [file = '', ...args] = [...walls, browser, ...FLAGS, `--user-data-dir=${folder}`];
  return { file, args };
}
