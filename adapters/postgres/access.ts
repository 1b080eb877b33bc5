/** Grants, and who knew what when, from PostgreSQL. */
import type { AccessReader, Knower } from '../../server/ports/readers.ts';
import type { AccessGrantRow } from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

const GRANT = `id, document_id, person_id, kind, from_at, until_at, granted_by, reason, revoked_at`;

/** Readings by their actor; holdings by the person to whom a copy was handed over. */
const KNOWERS = `
  SELECT person_id, way, min(at) AS first_at, max(at) AS last_at FROM (
    SELECT e.actor::uuid AS person_id, 'read' AS way, e.at FROM ledger_entry e
    WHERE e.document_id = $1 AND e.at <= $2 AND e.verb = 'access.read'
      AND NOT (convert_from(e.body, 'UTF8')::jsonb ? 'refused')
    UNION ALL
    SELECT (convert_from(e.body, 'UTF8')::jsonb -> 'subject' ->> 'person')::uuid, 'held', e.at
    FROM ledger_entry e
    WHERE e.document_id = $1 AND e.at <= $2 AND e.verb = 'transfer.hand-over'
      AND NOT (convert_from(e.body, 'UTF8')::jsonb ? 'refused')
      AND convert_from(e.body, 'UTF8')::jsonb -> 'subject' ? 'person'
  ) known GROUP BY person_id, way ORDER BY first_at, person_id, way`;

export function accessReader(db: Queryable): AccessReader {
  const list = async (condition: string, value: string): Promise<readonly AccessGrantRow[]> => {
    const query = `SELECT ${GRANT} FROM access_grant WHERE ${condition} ORDER BY from_at, id`;
    return (await db.query(query, [value])).map((row) => fromColumns<AccessGrantRow>(row));
  };
  return {
    loadGrants: (documentId) => list('document_id = $1', documentId),
    loadGrant: async (grantId) => (await list('id = $1', grantId))[0] ?? null,
    listGrantsOf: (personId) => list('person_id = $1', personId),
    async listKnowers(documentId, until) {
      const stored = await db.query(KNOWERS, [documentId, until]);
      return stored.map((row) => fromColumns<Knower>(row));
    },
  };
}
