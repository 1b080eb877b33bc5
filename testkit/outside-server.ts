/** A PostgreSQL that is not ours, as an agency may run one: Debian's, in a throw-away folder. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolConfig } from 'pg';
import { openPool } from '../adapters/postgres/connect.ts';
import {
  asAccount,
  chooseAccount,
  endingWithUs,
  giveTo,
} from '../adapters/postgres/server/account.ts';

export const DEBIAN_POSTGRES = '/usr/lib/postgresql/15/bin';

/** For the `skip` of a test. */
export const WITHOUT_DEBIAN_POSTGRES = existsSync(join(DEBIAN_POSTGRES, 'initdb'))
  ? false
  : `${DEBIAN_POSTGRES} is not installed`;

export type OutsideServer = { readonly config: PoolConfig; readonly superuser: Pool };

export async function startOutside(life: {
  after(clean: () => Promise<void>): void;
}): Promise<OutsideServer> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-outside-'));
  const account = chooseAccount(join(DEBIAN_POSTGRES, 'postgres'));
  giveTo(account, folder);
  const cluster = join(folder, 'cluster');
  const [initdb, ...initArgs] = asAccount(account, [
    join(DEBIAN_POSTGRES, 'initdb'),
    ...['--pgdata', cluster, '--username', 'dba', '--auth', 'trust', '--no-sync'],
    ...['--encoding', 'UTF8', '--locale', 'C'],
  ]);
  const made = spawnSync(initdb, initArgs, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const [postgres, ...args] = asAccount(
    account,
    endingWithUs([
      join(DEBIAN_POSTGRES, 'postgres'),
      ...['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`],
      ...['-c', 'fsync=off'],
    ]),
  );
  const child = spawn(postgres, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const config = { host: folder, user: 'dba', database: 'postgres' };
  const superuser = openPool(config);
  life.after(async () => {
    await superuser.end();
    child.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  for (let tries = 0; ; tries += 1) {
    try {
      await superuser.query('SELECT 1');
      return { config, superuser };
    } catch (error) {
      if (tries > 1_000) throw error;
      await wait(20);
    }
  }
}
