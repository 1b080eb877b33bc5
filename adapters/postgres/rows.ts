/**
 * Between rows of the ports and rows of the tables. A row's digest is taken over its columns in
 * snake case with every written column present, as JSON values: what the database gives back on
 * reading, through the parsers of `connect.ts`, digests to the same bytes.
 */

import { digestRow } from '../../core/act/entry.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { TableName } from '../../server/ports/rows.ts';

type Written = { readonly [column: string]: Json };

/** Columns that the digest leaves out: they say where the digest stands, not what the row says. */
const OUTSIDE_DIGEST = new Set(['entry_index', 'row_salt']);

const snakeCase = (key: string): string =>
  key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

export const camelCase = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `documentId` → `document_id`, for a whole row. */
export function toColumns(row: object): Written {
  const columns = Object.entries(row).map(([key, value]) => [snakeCase(key), value as Json]);
  return Object.fromEntries(columns) as Written;
}

/** A stored row as a port's reader returns it, without salt and entry index. */
export function fromColumns<Row>(stored: Readonly<Record<string, unknown>>): Row {
  const kept = Object.entries(stored).filter(([column]) => !OUTSIDE_DIGEST.has(column));
  return Object.fromEntries(kept.map(([column, value]) => [camelCase(column), value])) as Row;
}

export type SealedRow = {
  readonly table: TableName;
  readonly id: string;
  readonly digest: Uint8Array;
  /** The row as `append_acts` takes it. */
  readonly row: Written;
};

export function sealRow(table: TableName, row: object, salt: Uint8Array): SealedRow {
  const columns = toColumns(row);
  return {
    table,
    id: String(columns.id),
    digest: digestRow(salt, columns),
    row: { ...columns, row_salt: `\\x${salt.toHex()}` },
  };
}

/** The digest of a row as it stands in the table; `generated` columns are not part of it. */
export function digestStored(
  stored: Readonly<Record<string, unknown>>,
  generated: ReadonlySet<string>,
): Uint8Array {
  const kept = Object.entries(stored).filter(
    ([column]) => !OUTSIDE_DIGEST.has(column) && !generated.has(column),
  );
  return digestRow(stored.row_salt as Uint8Array, Object.fromEntries(kept) as Written);
}
