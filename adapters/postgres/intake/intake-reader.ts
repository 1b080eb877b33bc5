/** Collectors and parcels, from PostgreSQL. */
import type {
  CollectorRow,
  IntakeReader,
  TakenParcelRow,
} from '../../../server/ports/intake/intake.ts';
import { fromColumns } from '../rows.ts';
import type { Queryable } from '../scope.ts';

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
  };
}
