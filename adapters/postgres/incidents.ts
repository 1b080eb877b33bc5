/** Incidents and their evidence, from PostgreSQL. */
import type { IncidentReader } from '../../server/ports/readers.ts';
import type { EvidenceRow, IncidentRow } from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

export function incidentReader(db: Queryable): IncidentReader {
  return {
    async listIncidents() {
      const stored = await db.query('SELECT * FROM incident ORDER BY opened_at DESC, id LIMIT 500');
      return stored.map((row) => fromColumns<IncidentRow>(row));
    },
    async loadIncident(incidentId) {
      const [stored] = await db.query('SELECT * FROM incident WHERE id = $1', [incidentId]);
      return stored ? fromColumns<IncidentRow>(stored) : null;
    },
    async loadEvidence(incidentId) {
      const query = 'SELECT * FROM evidence WHERE incident_id = $1 ORDER BY captured_at, id';
      return (await db.query(query, [incidentId])).map((row) => fromColumns<EvidenceRow>(row));
    },
  };
}
