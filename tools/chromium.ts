/**
 * The browser of the browser tests: Debian's chromium. As root on a machine with apt it is
 * installed when absent; elsewhere the person is told how.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findProgram(names: readonly string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isProgram) ?? null;
}

/** Path of an installed browser, or null. `CHROMIUM` names another one. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM;
  if (named) return isProgram(named) ? named : null;
  return findProgram(NAMES);
}

function aptGet(...words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('apt-get', ['-qq', ...words], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return run.status === 0;
}

/** The browser's path; installs it where this process may. Null when there is none. */
export function provideChromium(): string | null {
  const present = findChromium();
  if (present || process.env.CHROMIUM) return present;
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) return null;
  console.log('installing chromium from Debian’s packages…');
  const done = aptGet('update') && aptGet('install', '-y', '--no-install-recommends', 'chromium');
  return done ? findChromium() : null;
}
