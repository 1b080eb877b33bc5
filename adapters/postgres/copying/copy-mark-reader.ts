/** Copy marks, from PostgreSQL. */
import type {
  CopyMarkingRow,
  CopyMarkReader,
  MarkedCopyRow,
  MarkRequestRow,
} from '../../../server/ports/copying/copy-marks.ts';
import type { VaultObjectRow } from '../../../server/ports/rows.ts';
import { fromColumns } from '../rows.ts';
import type { Queryable } from '../scope.ts';

export function copyMarkReader(db: Queryable): CopyMarkReader {
  const objectOf = async (objectId: string): Promise<VaultObjectRow | null> => {
    const [stored] = await db.query('SELECT * FROM vault_object WHERE id = $1', [objectId]);
    return stored ? fromColumns<VaultObjectRow>(stored) : null;
  };
  return {
    async loadMarking(documentId) {
      const [stored] = await db.query('SELECT * FROM copy_marking WHERE id = $1', [documentId]);
      if (!stored) return null;
      const row = fromColumns<CopyMarkingRow>(stored);
      const object = await objectOf(row.objectId);
      return object ? { ...row, object } : null;
    },
    async listMarkedCopies(documentId) {
      const query = 'SELECT * FROM marked_copy WHERE document_id = $1 ORDER BY number';
      return (await db.query(query, [documentId])).map((row) => fromColumns<MarkedCopyRow>(row));
    },
    async listRequests(incidentId) {
      const query = `SELECT id, incident_id, page, object_id, sha256, requested_by, requested_at,
        reason, progress FROM mark_request WHERE incident_id = $1 ORDER BY requested_at DESC, id`;
      const rows = (await db.query(query, [incidentId])).map((row) =>
        fromColumns<MarkRequestRow>(row),
      );
      const kept = [];
      for (const row of rows) {
        const object = await objectOf(row.objectId);
        if (object) kept.push({ ...row, object });
      }
      return kept;
    },
  };
}
