/** Incidents and their evidence, from PostgreSQL. */
import type { IncidentReader } from '../../server/ports/readers.ts';
import type {
  EvidenceFindRow,
  EvidenceItemRow,
  EvidencePackageRow,
  EvidenceRow,
  EvidenceStepRow,
  IncidentRow,
  VaultObjectRow,
} from '../../server/ports/rows.ts';
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
    async loadFinds(incidentId) {
      const query = `SELECT f.* FROM evidence_find f
        JOIN evidence e ON e.id = f.id WHERE e.incident_id = $1`;
      return (await db.query(query, [incidentId])).map((row) => fromColumns<EvidenceFindRow>(row));
    },
    async listItems(evidenceId) {
      const items = 'SELECT * FROM evidence_item WHERE evidence_id = $1 ORDER BY made_at, kind';
      const objects = `SELECT o.* FROM vault_object o
        JOIN evidence_item i ON i.object_id = o.id WHERE i.evidence_id = $1`;
      const stored = (await db.query(objects, [evidenceId])).map((row) =>
        fromColumns<VaultObjectRow>(row),
      );
      return (await db.query(items, [evidenceId])).flatMap((row) => {
        const item = fromColumns<EvidenceItemRow>(row);
        const object = stored.find(({ id }) => id === item.objectId);
        return object ? [{ ...item, object }] : [];
      });
    },
    async listSteps(evidenceId) {
      const query = 'SELECT * FROM evidence_step WHERE evidence_id = $1 ORDER BY step';
      return (await db.query(query, [evidenceId])).map((row) => fromColumns<EvidenceStepRow>(row));
    },
    async listPackages(incidentId) {
      const query = 'SELECT * FROM evidence_package WHERE incident_id = $1 ORDER BY made_at, id';
      const stored = await db.query(query, [incidentId]);
      return stored.map((row) => fromColumns<EvidencePackageRow>(row));
    },
  };
}
