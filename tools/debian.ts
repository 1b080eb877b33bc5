/**
 * Programs that tests need and npm does not bring: Debian's packages. As root on a machine with apt
 * they are installed when absent; elsewhere nothing is touched.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Asked by Debian before it starts what was just installed; containers often have one. */
const START_POLICY = '/usr/sbin/policy-rc.d';

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findProgram(names: readonly string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isProgram) ?? null;
}

export function mayInstall(): boolean {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== null;
}

function aptGet(...words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('apt-get', ['-qq', ...words], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return run.status === 0;
}

/** Starts no service, and removes no package that is in the way: another mail server stays. */
export function installFromDebian(packages: readonly string[]): boolean {
  console.log(`installing ${packages.join(', ')} from Debian’s packages…`);
  const ownPolicy = !existsSync(START_POLICY);
  if (ownPolicy) writeFileSync(START_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const options = ['-y', '--no-install-recommends', '--no-remove'];
    return aptGet('update') && aptGet('install', ...options, ...packages);
  } finally {
    if (ownPolicy) rmSync(START_POLICY);
  }
}
