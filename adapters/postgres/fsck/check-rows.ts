/**
 * Every row of every accountable table against the last digest that the ledger recorded for it, and
 * every digest against its row. Which tables those are, and which columns are generated, the
 * catalog says: a table that a later migration adds is checked without a change here.
 */
import { escapeIdentifier, type PoolClient } from 'pg';
import type { Entry } from '../../../core/act/entry.ts';
import type { FsckFinding } from '../../../core/act/fsck-finding.ts';
import { digestStored } from '../rows.ts';
import { scan } from './scan.ts';

type LastWrite = { readonly entry: number; readonly digest: string | null };
type StoredRow = Readonly<Record<string, unknown>>;

/** What the ledger says of rows: for each its last entry and digest. One small item a row. */
export class RowClaims {
  readonly #last = new Map<string, Map<string, LastWrite>>();

  hear(index: number, entry: Entry | null): void {
    for (const [table, id, digest] of entry?.rows ?? []) {
      let rows = this.#last.get(table);
      if (!rows) {
        rows = new Map();
        this.#last.set(table, rows);
      }
      rows.set(id, { entry: index, digest });
    }
  }

  take(table: string, id: string): LastWrite | undefined {
    const claim = this.#last.get(table)?.get(id);
    this.#last.get(table)?.delete(id);
    return claim;
  }

  *untaken(): Generator<FsckFinding> {
    for (const [table, rows] of this.#last) {
      for (const [id, { entry, digest }] of rows) {
        if (digest !== null) yield { what: 'row-missing', table, id, entry };
      }
    }
  }
}

type Table = { readonly name: string; readonly generated: ReadonlySet<string> };

async function accountableTables(client: PoolClient): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; generated: string[] }>(
    `SELECT table_name AS name,
       array_agg(column_name::text) FILTER (WHERE is_generated = 'ALWAYS') AS generated
     FROM information_schema.columns WHERE table_schema = 'public'
     GROUP BY table_name HAVING bool_or(column_name = 'row_salt') ORDER BY table_name`,
  );
  return rows.map(({ name, generated }) => ({ name, generated: new Set(generated ?? []) }));
}

function digestOf(row: StoredRow, generated: ReadonlySet<string>): string | null {
  try {
    return digestStored(row, generated).toBase64();
  } catch {
    return null; // A value that the product cannot have written has no digest.
  }
}

function rowFinding(table: Table, row: StoredRow, claims: RowClaims): FsckFinding | null {
  const id = String(row.id);
  const place = { table: table.name, id };
  const claim = claims.take(table.name, id);
  if (!claim || claim.digest === null) return { what: 'row-unaccounted', ...place };
  const { entry, digest } = claim;
  if (digestOf(row, table.generated) !== digest) return { what: 'row-differs', ...place, entry };
  if (row.entry_index !== entry) return { what: 'row-entry-differs', ...place, entry };
  return null;
}

export async function* checkRows(
  client: PoolClient,
  claims: RowClaims,
  onRow: () => void,
): AsyncGenerator<FsckFinding> {
  for (const table of await accountableTables(client)) {
    const query = `SELECT * FROM ${escapeIdentifier(table.name)}`;
    for await (const row of scan<StoredRow>(client, query)) {
      onRow();
      const finding = rowFinding(table, row, claims);
      if (finding) yield finding;
    }
  }
  yield* claims.untaken();
}
