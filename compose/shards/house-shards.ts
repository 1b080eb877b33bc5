/**
 * The house's side of matcher processes: the compare index over the queue, and the doors at which
 * matchers join: a socket in the data folder, and an address of the LAN where one is set.
 */
import { chmodSync } from 'node:fs';
import { engineMark } from '../../adapters/compare-index/engine-mark.ts';
import { createHouseDoor } from '../../adapters/shards/house-door.ts';
import type { ShardedParts } from '../../adapters/shards/shard-opening.ts';
import { createShardedIndex, type ShardedIndex } from '../../adapters/shards/sharded-index.ts';
import { createLineServer, type LineServer } from '../../adapters/shards/wire.ts';
import { createLetters } from '../../adapters/vault/letters.ts';
import type { Vault } from '../../adapters/vault/open-vault.ts';
import type { Randomness } from '../../server/ports/clock.ts';
import type { Database } from '../database.ts';
import { makeSocketPath, removeSocketPath, type SocketPlace } from '../socket-path.ts';
import { natsEngine, postgresEngine } from './queue-engines.ts';
import type { ShardSettings } from './shard-settings.ts';

export type HouseShards = {
  readonly index: ShardedIndex;
  /** Of the address of the LAN; null without one. */
  readonly port: number | null;
  /** Call after sealing, before the database stops. */
  close(): Promise<void>;
};

export type HouseShardParts = {
  readonly settings: ShardSettings;
  readonly dataFolder: string;
  readonly database: Pick<Database, 'app' | 'owner'>;
  readonly vault: Pick<Vault, 'shardRest' | 'newLetterKey'>;
  readonly randomness: Randomness;
  readonly report: (thrown: unknown) => void;
  /** Shorter in tests. */
  readonly limits?: Pick<ShardedParts, 'leaseMs' | 'matchersWithinMs' | 'answerWithinMs'>;
};

const listening = (server: LineServer, listen: (done: () => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    listen(resolve);
  });

const closed = (server: LineServer): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};

export async function openHouseShards(parts: HouseShardParts): Promise<HouseShards> {
  const { settings, dataFolder, database, vault, randomness, report } = parts;
  const { shards, nats, door } = settings;
  const index = createShardedIndex({
    shards,
    mark: engineMark([]),
    openQueue: nats ? natsEngine(nats) : postgresEngine(database, randomness),
    newLetterKey: () => vault.newLetterKey(),
    createLetters,
    restOf: (shard) => vault.shardRest(shard, shards),
    newId: () => randomness.id(),
    report,
    ...parts.limits,
  });
  const listener = createHouseDoor({ house: index, report });
  const place: SocketPlace = { dataFolder, name: 'matchers' };
  const path = makeSocketPath(place);
  const near = createLineServer(null, listener);
  await listening(near, (done) => near.listen(path, done));
  chmodSync(path, 0o600);
  const far = door && createLineServer(door.key, listener);
  if (far) await listening(far, (done) => far.listen(door.at.port, door.at.host, done));
  const bound = far?.address();
  return {
    index,
    port: typeof bound === 'object' && bound ? bound.port : null,
    async close() {
      index.close();
      await Promise.all([closed(near), far && closed(far), index.ended()]);
      removeSocketPath(place, path);
    },
  };
}
