/** Copy marks, from PostgreSQL. */
import type {
  CopyMarkingRow,
  CopyMarkReader,
  MarkedCopyRow,
  MarkRequestRow,
  WaitingMarkRequest,
} from '../../../server/ports/copying/copy-marks.ts';
import type { VaultObjectRow } from '../../../server/ports/rows.ts';
import { fromColumns } from '../rows.ts';
import type { Queryable } from '../scope.ts';

const REQUEST = `r.id, r.incident_id, r.page, r.object_id, r.sha256, r.requested_by, r.requested_at,
  r.reason, r.progress`;

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
    async listWaitingRequests(limit) {
      const query = `SELECT ${REQUEST}, i.document_id FROM mark_request r
        JOIN incident i ON i.id = r.incident_id
        WHERE r.state = 'requested' AND i.state = 'open' ORDER BY r.requested_at, r.id LIMIT $1`;
      const stored = await db.query(query, [limit]);
      return stored.map((row) => fromColumns<WaitingMarkRequest>(row));
    },
    async listRequests(incidentId) {
      const query = `SELECT ${REQUEST} FROM mark_request r WHERE r.incident_id = $1
        ORDER BY r.requested_at DESC, r.id`;
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
