/** Grants, and who knew what when, from PostgreSQL. */
import type { AccessReader, Knower } from '../../server/ports/readers.ts';
import type { AccessGrantRow } from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

const GRANT = `id, document_id, person_id, kind, from_at, until_at, granted_by, reason, revoked_at`;

/**
 * Readings by their actor. Holdings by the person to whom a copy was handed over, by the clerk in
 * whose hands the copies came into being or arrived, and by whoever brought the file.
 */
const KNOWERS = `
  WITH acts AS (
    SELECT e.verb, e.actor, e.at, convert_from(e.body, 'UTF8')::jsonb AS entry
    FROM ledger_entry e
    WHERE e.document_id = $1 AND e.at <= $2 AND e.actor NOT IN ('console', 'clock')
      AND e.verb IN ('access.read', 'transfer.hand-over', 'registry.issue', 'registry.receive',
        'vault.attach', 'copying.print')
  )
  SELECT person_id, way, min(at) AS first_at, max(at) AS last_at FROM (
    SELECT
      CASE verb WHEN 'transfer.hand-over' THEN entry -> 'subject' ->> 'person' ELSE actor END::uuid
        AS person_id,
      CASE verb WHEN 'access.read' THEN 'read' ELSE 'held' END AS way,
      at
    FROM acts WHERE NOT entry ? 'refused'
  ) known
  WHERE person_id IS NOT NULL
  GROUP BY person_id, way ORDER BY first_at, person_id, way`;

export function accessReader(db: Queryable): AccessReader {
  const list = async (condition: string, value: string): Promise<readonly AccessGrantRow[]> => {
    const query = `SELECT ${GRANT} FROM access_grant WHERE ${condition} ORDER BY from_at, id`;
    return (await db.query(query, [value])).map((row) => fromColumns<AccessGrantRow>(row));
  };
  return {
    loadGrants: (documentId) => list('document_id = $1', documentId),
    loadGrant: async (grantId) => (await list('id = $1', grantId))[0] ?? null,
    listGrantsOf: (personId) => list('person_id = $1', personId),
    async listGrantsOn(personId, documentIds) {
      const query = `SELECT ${GRANT} FROM access_grant
        WHERE person_id = $1 AND document_id = ANY ($2) ORDER BY from_at, id`;
      const stored = await db.query(query, [personId, documentIds]);
      return stored.map((row) => fromColumns<AccessGrantRow>(row));
    },
    async listKnowers(documentId, until) {
      const stored = await db.query(KNOWERS, [documentId, until]);
      return stored.map((row) => fromColumns<Knower>(row));
    },
  };
}
