/** Collectors, parcels and the searches back in them, from PostgreSQL. */
import type {
  CollectorRow,
  IntakeReader,
  RawRetentionRow,
  TakenParcelRow,
} from '../../../server/ports/intake/intake.ts';
import { fromColumns } from '../rows.ts';
import type { Queryable } from '../scope.ts';

/**
 * The newest text of each document that came after the oldest kept parcel was begun, less a margin:
 * a text enters the compare index a moment after its row is there.
 */
const UNSEARCHED = `
  SELECT DISTINCT ON (o.document_id) o.document_id, o.id AS object_id, o.stored_at
  FROM vault_object o
  WHERE o.kind = 'text' AND o.document_id IS NOT NULL
    AND o.stored_at >= (
      SELECT min(p.begun_at) - interval '10 minutes' FROM taken_parcel p
      WHERE p.content_object_id IS NOT NULL)
  ORDER BY o.document_id, o.version DESC`;

export function intakeReader(db: Queryable): IntakeReader {
  return {
    async listCollectors() {
      const stored = await db.query('SELECT * FROM collector ORDER BY registered_at, id');
      return stored.map((row) => fromColumns<CollectorRow>(row));
    },
    async findCollector(keySha256) {
      const query = 'SELECT * FROM collector WHERE key_sha256 = $1';
      const [stored] = await db.query(query, [keySha256]);
      return stored ? fromColumns<CollectorRow>(stored) : null;
    },
    async listParcels(collectorId, limit) {
      const query =
        'SELECT * FROM taken_parcel WHERE collector_id = $1 ORDER BY number DESC LIMIT $2';
      const stored = await db.query(query, [collectorId, limit]);
      return stored.map((row) => fromColumns<TakenParcelRow>(row));
    },
    async findParcel({ collectorId, number }) {
      const query = 'SELECT * FROM taken_parcel WHERE collector_id = $1 AND number = $2';
      const [stored] = await db.query(query, [collectorId, number]);
      return stored ? fromColumns<TakenParcelRow>(stored) : null;
    },
    async listKept(takenBefore) {
      const query = `SELECT * FROM taken_parcel WHERE content_object_id IS NOT NULL
        AND ($1::timestamptz IS NULL OR taken_at < $1) ORDER BY taken_at, id`;
      const stored = await db.query(query, [takenBefore ?? null]);
      return stored.map((row) => fromColumns<TakenParcelRow>(row));
    },
    async loadRetention() {
      const [stored] = await db.query('SELECT * FROM raw_retention ORDER BY set_at DESC LIMIT 1');
      return stored ? fromColumns<RawRetentionRow>(stored) : null;
    },
    async listUnsearched(limit) {
      const query = `SELECT t.document_id, t.object_id FROM (${UNSEARCHED}) t
        WHERE NOT EXISTS (
          SELECT 1 FROM retro_search r WHERE r.id = t.document_id AND r.object_id = t.object_id)
        ORDER BY t.stored_at, t.document_id LIMIT $1`;
      const stored = await db.query(query, [limit]);
      return stored.map((row) => ({
        documentId: String(row.document_id),
        objectId: String(row.object_id),
      }));
    },
  };
}
