/** The ledger's entries and hashes, from PostgreSQL. */
import type { PoolClient, QueryResultRow } from 'pg';
import { decodeEntry } from '../../core/act/entry.ts';
import { corruption } from '../../core/common/fault.ts';
import { sameBytes } from '../../core/ledger/bytes.ts';
import { type Frontier, frontierOf, frontierRoot } from '../../core/ledger/frontier.ts';
import { splitStoredHashIndex } from '../../core/ledger/stored-hash.ts';
import { hashIndexesForRoot } from '../../core/ledger/tree.ts';
import type { LedgerReader, StoredEntry } from '../../server/ports/readers.ts';
import type { Queryable } from './scope.ts';

type Subtree = { readonly level: number; readonly index: number };

async function loadHashes(
  db: Pick<Queryable, 'query'>,
  subtrees: readonly Subtree[],
): Promise<readonly Uint8Array[]> {
  const stored = await db.query<{ hash: Uint8Array }>(
    `SELECT h.hash FROM unnest($1::smallint[], $2::bigint[]) WITH ORDINALITY AS w(level, index, n)
     JOIN ledger_hash h ON h.level = w.level AND h.index = w.index ORDER BY w.n`,
    [subtrees.map(({ level }) => level), subtrees.map(({ index }) => index)],
  );
  if (stored.length !== subtrees.length) throw corruption('ledger_hash', 'a hash is missing');
  return stored.map(({ hash }) => hash);
}

/** The right edge of the stored tree; it must give the stored root. */
export async function loadFrontier(client: PoolClient): Promise<Frontier> {
  const db: Pick<Queryable, 'query'> = {
    query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await client.query<Row>(text, values as unknown[])).rows,
  };
  const [head] = await db.query<{ size: number; root: Uint8Array }>(
    'SELECT size, root FROM ledger_head',
  );
  if (!head) throw corruption('ledger_head', 'the row is missing');
  const subtrees = hashIndexesForRoot(head.size).map(splitStoredHashIndex);
  const hashes = await loadHashes(db, subtrees);
  const frontier = frontierOf(head.size, () => hashes);
  if (!sameBytes(frontierRoot(frontier), head.root)) {
    throw corruption('ledger_head', 'the stored root is not that of the stored hashes');
  }
  return frontier;
}

const MOST_ENTRIES = 2_000;

type EntryRow = { readonly index: number; readonly body: Uint8Array };

const storedEntry = ({ index, body }: EntryRow): StoredEntry => ({
  index,
  entry: decodeEntry(body),
});

export function ledgerReader(db: Queryable): LedgerReader {
  return {
    async head() {
      const [head] = await db.query<{ size: number; root: Uint8Array }>(
        'SELECT size, root FROM ledger_head',
      );
      if (!head) throw corruption('ledger_head', 'the row is missing');
      return head;
    },
    async listEntries({ below, limit }) {
      const stored = await db.query<EntryRow>(
        'SELECT index, body FROM ledger_entry WHERE index < $1 ORDER BY index DESC LIMIT $2',
        [below ?? Number.MAX_SAFE_INTEGER, limit],
      );
      return stored.map(storedEntry);
    },
    async listEntriesOf(documentId, { incidentId, below } = {}) {
      const stored = await db.query<EntryRow>(
        `SELECT index, body FROM ledger_entry WHERE document_id = $1 AND index < $3
           AND ($2::text IS NULL
             OR convert_from(body, 'UTF8')::jsonb -> 'subject' ->> 'incident' = $2)
         ORDER BY index DESC LIMIT ${MOST_ENTRIES}`,
        [documentId, incidentId ?? null, below ?? Number.MAX_SAFE_INTEGER],
      );
      return stored.reverse().map(storedEntry);
    },
    async loadEntry(index) {
      const query = 'SELECT index, body FROM ledger_entry WHERE index = $1';
      const [stored] = await db.query<EntryRow>(query, [index]);
      return stored ? storedEntry(stored) : null;
    },
    async loadBodies(start, count) {
      const stored = await db.query<EntryRow>(
        'SELECT index, body FROM ledger_entry WHERE index >= $1 ORDER BY index LIMIT $2',
        [start, count],
      );
      return stored.map(({ body }) => body);
    },
    loadHashes: (subtrees) => loadHashes(db, subtrees),
  };
}
