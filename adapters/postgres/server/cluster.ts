/**
 * The files of the embedded server inside its folder, and their first making. `initdb` works on a
 * folder of another name, which is renamed when finished: a kill in the middle leaves nothing
 * that looks like a cluster, and the next start begins again.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../core/common/fault.ts';
import { type Account, asAccount, ENVIRONMENT, giveTo } from './account.ts';
import type { Binaries } from './binaries.ts';
import { secretFile, syncFolder } from './secret-file.ts';

export const SUPERUSER = 'postgres';
const UNFINISHED = 'unfinished';

export type Layout = {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
};

export function layoutOf(folder: string): Layout {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    log: join(folder, 'log'),
    superuserPassword: join(folder, 'superuser-password'),
    ownerPassword: join(folder, 'owner-password'),
  };
}

type Making = { readonly layout: Layout; readonly binaries: Binaries; readonly account: Account };

/** Call under the folder lock. `durable: false` skips the final sync, for throw-away clusters. */
export function ensureCluster(making: Making, options: { durable: boolean }): void {
  const { layout, account } = making;
  for (const name of readdirSync(layout.folder)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(layout.folder, name), { recursive: true });
  }
  mkdirSync(layout.log, { recursive: true, mode: 0o700 });
  secretFile(layout.superuserPassword);
  if (!existsSync(layout.cluster)) {
    const unfinished = join(layout.folder, UNFINISHED);
    mkdirSync(unfinished, { mode: 0o700 });
    giveTo(account, layout.folder);
    runInitdb(making, unfinished, options.durable);
    renameSync(unfinished, layout.cluster);
    syncFolder(layout.folder);
  }
  chmodSync(layout.folder, 0o700);
  giveTo(account, layout.folder);
}

function runInitdb({ layout, binaries, account }: Making, target: string, durable: boolean): void {
  const [program, ...args] = asAccount(account, [
    binaries.initdb,
    `--pgdata=${target}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${layout.superuserPassword}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in provider: no index depends on the C library's or ICU's version.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]);
  const run = spawnSync(program, args, { env: ENVIRONMENT, encoding: 'utf8' });
  if (run.status !== 0) {
    const reason = run.stderr?.trim() || run.error?.message || `status ${run.status}`;
    throw new Fault('database-unavailable', `initdb failed: ${reason}`, { cause: run.error });
  }
}
