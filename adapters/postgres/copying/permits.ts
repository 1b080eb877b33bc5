/** Permissions to copy, from PostgreSQL. */
import type { CopyingPermitRow, PermitReader } from '../../../server/ports/copying/permits.ts';
import { fromColumns } from '../rows.ts';
import type { Queryable } from '../scope.ts';

const MOST_OPEN = 200;

export function permitReader(db: Queryable): PermitReader {
  const list = async (query: string, values: readonly unknown[]) =>
    (await db.query(query, [...values])).map((row) => fromColumns<CopyingPermitRow>(row));
  return {
    listPermits: (documentId) =>
      list(
        `SELECT * FROM copying_permit WHERE document_id = $1
         ORDER BY allowed_at DESC, id LIMIT 500`,
        [documentId],
      ),
    listOpenPermits: (executorId, on) =>
      list(
        `SELECT * FROM copying_permit WHERE executor_id = $1 AND until_on >= $2
           AND withdrawn IS NULL AND jsonb_array_length(made) < copies
         ORDER BY allowed_at, id LIMIT ${MOST_OPEN}`,
        [executorId, on],
      ),
  };
}
