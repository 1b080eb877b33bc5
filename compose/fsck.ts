/**
 * The check of a data folder, put together: beside the process that runs on it, or with the
 * embedded database started for the time of the check. Nothing is migrated, made or removed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { lastSignedHead } from '../adapters/keys/ledger-signer.ts';
import { configFromUrl, openPool } from '../adapters/postgres/connect.ts';
import { fsck } from '../adapters/postgres/fsck/fsck.ts';
import { findRunning, startEmbedded } from '../adapters/postgres/server/start.ts';
import { storedFiles } from '../adapters/vault/stored-files.ts';
import type { FsckItem, FsckStage } from '../core/act/fsck-finding.ts';
import { assertDataFolder } from './console.ts';
import { type Settings, SettingsError } from './settings.ts';

export type OpenFsck = {
  readonly items: AsyncGenerator<FsckItem>;
  close(): Promise<void>;
};

type Owner = { readonly config: PoolConfig; stop(): Promise<void> };

async function reachOwner({ dataFolder, databaseUrl }: Settings): Promise<Owner> {
  const stop = async () => {};
  if (databaseUrl) return { config: configFromUrl(databaseUrl), stop };
  const folder = join(dataFolder, 'postgres');
  if (!existsSync(join(folder, 'cluster'))) {
    throw new SettingsError(
      `Thư mục ${dataFolder} không có dữ liệu của Niêm Phong.\n` +
        'There is no data of Niêm Phong in this folder.',
    );
  }
  const running = findRunning(folder);
  if (running) return { config: running.owner, stop };
  const server = await startEmbedded({ folder });
  return { config: server.owner, stop: () => server.stop() };
}

export async function openFsck(
  settings: Settings,
  onProgress: (stage: FsckStage, done: number) => void,
): Promise<OpenFsck> {
  assertDataFolder(settings);
  const owner = await reachOwner(settings);
  // Before the snapshot is taken: a head that is signed later is beyond it.
  const lastSigned = lastSignedHead(settings.dataFolder);
  const pool = openPool(owner.config, { applicationName: 'niemphong-fsck', maxConnections: 2 });
  const files = storedFiles(join(settings.dataFolder, 'vault'));
  return {
    items: fsck({ pool, store: files, files: () => files.names(), lastSigned, onProgress }),
    close: async () => {
      await pool.end();
      await owner.stop();
    },
  };
}
