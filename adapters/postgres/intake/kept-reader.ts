/** What is kept of parcels and imports, and the searches back in it, from PostgreSQL. */
import type { ObjectName } from '../../../core/common/id.ts';
import type { TakenParcelRow } from '../../../server/ports/intake/intake.ts';
import type {
  Kept,
  KeptImportRow,
  KeptReader,
  RawRetentionRow,
} from '../../../server/ports/intake/kept.ts';
import { fromColumns } from '../rows.ts';
import type { Queryable } from '../scope.ts';
import { RELEASED } from './released.ts';

/**
 * The newest text of each document that came after the oldest of what is kept was begun, less a
 * margin: a text enters the compare index a moment after its row is there.
 */
const UNSEARCHED = `
  SELECT DISTINCT ON (o.document_id) o.document_id, o.id AS object_id, o.stored_at
  FROM vault_object o
  WHERE o.kind = 'text' AND o.document_id IS NOT NULL
    AND o.stored_at >= (
      SELECT min(k.begun_at) - interval '10 minutes' FROM (
        SELECT begun_at FROM taken_parcel WHERE content_object_id IS NOT NULL
        UNION ALL SELECT begun_at FROM kept_import WHERE content_object_id IS NOT NULL) k)
  ORDER BY o.document_id, o.version DESC`;

const keptOf = (table: 'taken_parcel' | 'kept_import'): string =>
  `SELECT * FROM ${table} WHERE content_object_id IS NOT NULL
    AND ($1::timestamptz IS NULL OR taken_at < $1)`;

const byAge = ({ row: one }: Kept, { row: other }: Kept): number =>
  one.takenAt < other.takenAt ? -1 : one.takenAt > other.takenAt ? 1 : one.id < other.id ? -1 : 1;

export function keptReader(db: Queryable): KeptReader {
  return {
    async listKept(takenBefore) {
      const before = [takenBefore ?? null];
      const parcels = await db.query(keptOf('taken_parcel'), before);
      const imports = await db.query(keptOf('kept_import'), before);
      const kept: Kept[] = [
        ...parcels.map((row): Kept => ({ from: 'parcel', row: fromColumns<TakenParcelRow>(row) })),
        ...imports.map((row): Kept => ({ from: 'import', row: fromColumns<KeptImportRow>(row) })),
      ];
      return kept.sort(byAge);
    },
    async findImport(sha256) {
      const [stored] = await db.query('SELECT * FROM kept_import WHERE sha256 = $1', [sha256]);
      return stored ? fromColumns<KeptImportRow>(stored) : null;
    },
    async loadRetention() {
      const [stored] = await db.query('SELECT * FROM raw_retention ORDER BY set_at DESC LIMIT 1');
      return stored ? fromColumns<RawRetentionRow>(stored) : null;
    },
    async listReleased(names) {
      const stored = await db.query<{ object_name: ObjectName }>(
        `SELECT o.object_name FROM vault_object o WHERE o.object_name = ANY ($1) AND ${RELEASED}`,
        [names],
      );
      return stored.map(({ object_name }) => object_name);
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
