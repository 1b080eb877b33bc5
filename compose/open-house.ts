/**
 * Builds the house from its parts and takes it down again. The server and the command line open
 * the same house; only one process at a time holds a data folder.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { packageKit } from '../adapters/bag/package-kit.ts';
import { systemClock, systemRandomness } from '../adapters/clock/system.ts';
import { createCompareIndex } from '../adapters/compare-index/in-memory.ts';
import { openExtractor } from '../adapters/extract/extractor.ts';
import { openPairComparer } from '../adapters/extract/pair-comparer.ts';
import { openLedgerSigner } from '../adapters/keys/ledger-signer.ts';
import { argonPasswords } from '../adapters/keys/passwords.ts';
import { openPhotographer } from '../adapters/page-image/photographer.ts';
import { createBookPrinter } from '../adapters/pdf/typst-book.ts';
import { createCopyPrinter } from '../adapters/pdf/typst-copy.ts';
import { createPaperPrinter } from '../adapters/pdf/typst-paper.ts';
import { createActs } from '../adapters/postgres/acts.ts';
import { openPool } from '../adapters/postgres/connect.ts';
import { Lane } from '../adapters/postgres/lane.ts';
import { createSessions, createSignInBrake } from '../adapters/postgres/sessions.ts';
import { lanAuthority, noAuthority } from '../adapters/timestamp/lan-authority.ts';
import { openVault } from '../adapters/vault/open-vault.ts';
import { epochMs } from '../core/common/calendar-date.ts';
import { vn2026 } from '../regimes/vn-2026/regime.ts';
import { createApp } from '../server/http/app.ts';
import { createSessionDoor } from '../server/http/session-door.ts';
import type { Clock } from '../server/ports/clock.ts';
import type { CompareIndex, IndexRest } from '../server/ports/compare-index.ts';
import { fillCompareIndex } from '../server/ports/find-protected.ts';
import type { Parts } from '../server/ports/parts.ts';
import { VaultSealed } from '../server/ports/vault.ts';
import { type Database, openDatabase } from './database.ts';
import { allRoutes } from './routes.ts';
import type { Settings } from './settings.ts';
import { openHouseShards } from './shards/house-shards.ts';
import type { ShardSettings } from './shards/shard-settings.ts';

export type House = {
  readonly parts: Parts;
  readonly database: Database;
  readonly app: FastifyInstance;
  /** Where matchers of other machines join; null without such an address. */
  readonly matcherPort: number | null;
  close(): Promise<void>;
};

export type HouseOptions = {
  /** Hears of faults, by name and place, never with what a person typed. */
  readonly report: (thrown: unknown) => void;
  readonly screens?: (app: FastifyInstance) => Promise<void>;
  /** Only the making of the demo agency, whose acts lie in past months, brings its own. */
  readonly clock?: Clock;
  /** Matcher processes hold the documents; else this process does. */
  readonly shards?: ShardSettings | null;
};

function saltOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

/** In this process, made anew or from where it rests. */
function ownIndex(rest: IndexRest): CompareIndex {
  const salt = (): number => saltOf(systemRandomness.bytes(4));
  return createCompareIndex({ salt, rest });
}

function keepIndexWithVault(parts: Parts, report: HouseOptions['report']): void {
  const { seal, compareIndex } = parts;
  seal.onChange((state) => {
    if (state !== 'open') {
      compareIndex.close();
      return;
    }
    compareIndex.open();
    // Every check waits for the filling; a damaged text is reported and holds back no other.
    fillCompareIndex(parts, (_, reason) => report(reason)).catch((reason: unknown) => {
      // Sealed again before it was full: nothing failed.
      if (!(reason instanceof VaultSealed)) report(reason);
    });
  });
}

export async function openHouse(settings: Settings, options: HouseOptions): Promise<House> {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  const database = await openDatabase(settings);
  const clock = options.clock ?? systemClock;
  const randomness = systemRandomness;
  const pool = openPool(database.app, { maxConnections: 12 });
  const lane = new Lane({ pool: openPool(database.app, { maxConnections: 1 }), clock, randomness });
  const { dataFolder } = settings;
  const vault = await openVault({
    folder: join(dataFolder, 'vault'),
    now: () => epochMs(clock.now()),
  });
  const { seal, store, indexRest } = vault;
  const { report } = options;
  const shards = options.shards
    ? await openHouseShards({
        settings: options.shards,
        ...{ dataFolder, database, vault, randomness, report },
      })
    : null;
  const compareIndex = shards?.index ?? ownIndex(indexRest);
  const sessions = createSessions(pool);
  const parts: Parts = {
    acts: createActs({ lane, pool, clock }),
    law: vn2026,
    clock,
    randomness,
    seal,
    store,
    extractor: openExtractor(),
    compareIndex,
    pairComparer: openPairComparer(),
    bookPrinter: createBookPrinter(),
    paperPrinter: createPaperPrinter(),
    copyPrinter: createCopyPrinter(),
    photographer: openPhotographer({ browser: settings.chromium ?? null }),
    timeStamper: settings.timeStamps
      ? lanAuthority({ ...settings.timeStamps, random: randomness.bytes })
      : noAuthority,
    packageKit,
    ledgerSigner: openLedgerSigner(settings.dataFolder),
    passwords: argonPasswords,
    sessions,
    brake: createSignInBrake(pool),
  };
  keepIndexWithVault(parts, report);
  const app = await createApp({
    routes: allRoutes(parts),
    door: createSessionDoor(parts),
    report: options.report,
    ...(options.screens ? { screens: options.screens } : {}),
  });
  return {
    parts,
    database,
    app,
    matcherPort: shards?.port ?? null,
    async close() {
      await app.close();
      seal.seal();
      await shards?.close();
      await lane.close();
      await pool.end();
      await database.stop();
    },
  };
}
