/** The list of public law and forms, from PostgreSQL. */
import type {
  PublicListReader,
  PublicListRow,
  PublicTextRow,
} from '../../../server/ports/lists/lists.ts';
import type { VaultObjectRow } from '../../../server/ports/rows.ts';
import { fromColumns } from '../rows.ts';
import type { Queryable } from '../scope.ts';

export function listReader(db: Queryable): PublicListReader {
  return {
    async listTexts() {
      const stored = await db.query('SELECT * FROM public_text ORDER BY added_at DESC, id');
      const ids = stored.map(({ object_id }) => object_id as string);
      const objects = await db.query('SELECT * FROM vault_object WHERE id = ANY ($1)', [ids]);
      const byId = new Map(objects.map((row) => [row.id, fromColumns<VaultObjectRow>(row)]));
      return stored.flatMap((row) => {
        const object = byId.get(row.object_id);
        return object ? [{ ...fromColumns<PublicTextRow>(row), object }] : [];
      });
    },
    async listVersions() {
      const stored = await db.query('SELECT * FROM public_list ORDER BY version DESC LIMIT 500');
      return stored.map((row) => fromColumns<PublicListRow>(row));
    },
  };
}
