/**
 * Derives the whole stored house again and compares. One read-only snapshot, so it may run beside a
 * working server. As the owner of the tables, whose eyes row-level security does not narrow.
 */
import type { Pool, PoolClient } from 'pg';
import type { FsckItem, FsckStage } from '../../../core/act/fsck-finding.ts';
import { Fault } from '../../../core/common/fault.ts';
import type { Checkpoint } from '../../../core/ledger/checkpoint.ts';
import type { VaultStore } from '../../../server/ports/vault.ts';
import { checkBooks, countBooks } from './check-books.ts';
import { checkLedger } from './check-ledger.ts';
import { checkObjects } from './check-objects.ts';
import { checkRows, RowClaims } from './check-rows.ts';

export type FsckParts = {
  /** Of the role that owns the tables. */
  readonly pool: Pool;
  readonly store: Pick<VaultStore, 'checkStored'>;
  readonly files: () => AsyncIterable<string>;
  readonly lastSigned: Checkpoint | null;
  readonly onProgress: (stage: FsckStage, done: number) => void;
};

export async function* fsck(parts: FsckParts): AsyncGenerator<FsckItem> {
  const client = await parts.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await client.query('SET LOCAL statement_timeout = 0');
    await assertWholeSight(client);
    yield* checkAll(client, parts);
  } finally {
    client.release(true);
  }
}

async function* checkAll(
  client: PoolClient,
  { pool, store, files, lastSigned, onProgress }: FsckParts,
): AsyncGenerator<FsckItem> {
  const seen = { ledger: 0, rows: 0, books: 0, objects: 0 };
  const count = (stage: FsckStage) => {
    seen[stage] += 1;
    onProgress(stage, seen[stage]);
  };
  const claims = new RowClaims();
  yield* checkLedger({
    client,
    lastSigned,
    onEntry: (index, entry) => {
      claims.hear(index, entry);
      count('ledger');
    },
  });
  yield* checkRows(client, claims, () => count('rows'));
  yield* checkBooks(client);
  yield* checkObjects({ client, pool, store, files, onObject: () => count('objects') });
  const { ledger: entries, rows, objects } = seen;
  yield { looked: { entries, rows, objects, ...(await countBooks(client)) } };
}

/** A narrower role would see fewer rows and find everything missing. */
async function assertWholeSight(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ narrow: boolean }>(
    `SELECT row_security_active('ledger_entry') OR row_security_active('document') AS narrow`,
  );
  if (rows[0]?.narrow) {
    throw new Fault('database-privilege', 'fsck needs the role that owns the tables');
  }
}
