/** A whole house for one test: real database, real vault (open, 1 of 1), real reader of files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageKit } from '../adapters/bag/package-kit.ts';
import { createCompareIndex } from '../adapters/compare-index/in-memory.ts';
import { openExtractor } from '../adapters/extract/extractor.ts';
import { openPairComparer } from '../adapters/extract/pair-comparer.ts';
import { openLedgerSigner } from '../adapters/keys/ledger-signer.ts';
import { argonPasswords } from '../adapters/keys/passwords.ts';
import { openPhotographer } from '../adapters/page-image/photographer.ts';
import { createBookPrinter } from '../adapters/pdf/typst-book.ts';
import { createCopyPrinter } from '../adapters/pdf/typst-copy.ts';
import { createPaperPrinter } from '../adapters/pdf/typst-paper.ts';
import { createSessions, createSignInBrake } from '../adapters/postgres/sessions.ts';
import { noAuthority } from '../adapters/timestamp/lan-authority.ts';
import { openVault } from '../adapters/vault/open-vault.ts';
import {
  type HouseShardParts,
  type HouseShards,
  openHouseShards,
} from '../compose/shards/house-shards.ts';
import { epochMs } from '../core/common/calendar-date.ts';
import type { PersonId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import { vn2026 } from '../regimes/vn-2026/regime.ts';
import type { Actor } from '../server/ports/acts.ts';
import type { Parts } from '../server/ports/parts.ts';
import { type TestWorld, type TestWorldOptions, testWorld } from './world.ts';

export type TestHouse = TestWorld & {
  readonly parts: Parts;
  readonly share: string;
  readonly dataFolder: string;
  /** With `shards` alone. */
  readonly shards: HouseShards | null;
};

export type TestHouseOptions = TestWorldOptions & {
  /** Matcher processes hold the documents: the test starts them. */
  readonly shards?: Pick<HouseShardParts, 'settings' | 'limits'>;
};

export const as = (personId: PersonId): Actor => ({ kind: 'person', personId });

export async function testHouse(
  life: Parameters<typeof testWorld>[0],
  { shards: sharding, ...options }: TestHouseOptions = {},
): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-house-'));
  life.after(async () => rmSync(folder, { recursive: true, force: true }));
  // Before the database goes, where what was begun first ends first.
  let end = async (): Promise<void> => {};
  life.after(() => end());
  const world = await testWorld(life, options);
  const vault = await openVault({ folder, now: () => epochMs(world.clock.now()) });
  const { seal, store, indexRest } = vault;
  const made = await seal.initialise({ threshold: 1, shares: 1 });
  invariant(made.ok, 'a new vault can be set up');
  const [share] = made.value;
  invariant(share, 'a vault of one share has one');
  const { acts, clock, randomness, database } = world;
  const shards = sharding
    ? await openHouseShards({
        ...sharding,
        dataFolder: folder,
        database: { app: database.appConfig, owner: database.adminConfig },
        vault,
        randomness,
        report: (thrown) => process.stderr.write(`${String(thrown)}\n`),
      })
    : null;
  if (shards) {
    end = async () => {
      seal.seal();
      await shards.close();
    };
  }
  const compareIndex = shards?.index ?? createCompareIndex({ salt: () => 1, rest: indexRest });
  seal.onChange((state) => (state === 'open' ? compareIndex.open() : compareIndex.close()));
  await seal.giveShare(share);
  const parts: Parts = {
    acts,
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
    photographer: openPhotographer({ browser: process.env.CHROMIUM ?? null }),
    timeStamper: noAuthority,
    packageKit,
    ledgerSigner: openLedgerSigner(folder),
    passwords: argonPasswords,
    sessions: createSessions(database.app),
    brake: createSignInBrake(database.app),
  };
  return { ...world, parts, share, dataFolder: folder, shards };
}
