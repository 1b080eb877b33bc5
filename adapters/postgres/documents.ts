/** Documents, copies and stored contents, from PostgreSQL. */
import type { QueryResultRow } from 'pg';
import { corruption } from '../../core/common/fault.ts';
import { DOCUMENT_STATES } from '../../core/document/document.ts';
import type {
  DocumentFile,
  DocumentFilter,
  DocumentReader,
  ListedText,
} from '../../server/ports/readers.ts';
import type { CopyRow, VaultObjectRow } from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

const COLUMNS = 'id, origin, drafter_id, decider_id, registered, created_at, protection';
const COPY = 'id, document_id, number, of_total, kind, custody, holder_id';

function documentFile(stored: QueryResultRow): DocumentFile {
  const file = fromColumns<DocumentFile>(stored);
  const known = DOCUMENT_STATES.some((state) => state === file.protection.state);
  if (!known) throw corruption(`document ${file.id}`, 'a protection state of no known name');
  return file;
}

/**
 * Whoever keeps a register sees most documents: the list walks them, newest first. Everybody else
 * sees few of many: the list starts from what they may see. The policy still judges every row.
 */
const KEEPS_REGISTER = `SELECT is_system() OR has_duty('registrar', 'registry-clerk') AS wide`;
const SEEN_BY_FEW = `id IN (
  SELECT granted_documents()
  UNION ALL SELECT d.id FROM document d WHERE d.drafter_id = (SELECT me())
  UNION ALL SELECT d.id FROM document d WHERE d.protected_until < (SELECT today()::text))`;

async function listDocuments(
  db: Queryable,
  filter: DocumentFilter,
): Promise<readonly DocumentFile[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const [eyes] = await db.query<{ wide: boolean }>(KEEPS_REGISTER);
  const conditions = [
    !eyes?.wide && SEEN_BY_FEW,
    filter.ids && `id = ANY (${bind(filter.ids)})`,
    filter.states && `state = ANY (${bind(filter.states)})`,
    filter.level && `level = ${bind(filter.level)}`,
    filter.deciderId && `decider_id = ${bind(filter.deciderId)}`,
    filter.drafterId && `drafter_id = ${bind(filter.drafterId)}`,
    filter.registered !== undefined && `registered = ${bind(filter.registered)}`,
    filter.protectionEnds &&
      `protected_until BETWEEN ${bind(filter.protectionEnds.from)}
        AND ${bind(filter.protectionEnds.until)}`,
    filter.before &&
      `(created_at, id) < (${bind(filter.before.createdAt)}, ${bind(filter.before.id)})`,
  ].filter(Boolean);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const stored = await db.query(
    `SELECT ${COLUMNS} FROM document ${where}
     ORDER BY created_at DESC, id DESC LIMIT ${bind(filter.limit)}`,
    values,
  );
  return stored.map(documentFile);
}

export function documentReader(db: Queryable): DocumentReader {
  return {
    async loadDocument(documentId) {
      const query = `SELECT ${COLUMNS} FROM document WHERE id = $1`;
      const [stored] = await db.query(query, [documentId]);
      return stored ? documentFile(stored) : null;
    },
    listDocuments: (filter) => listDocuments(db, filter),
    async loadCopies(documentId) {
      const query = `SELECT ${COPY} FROM copy WHERE document_id = $1
        ORDER BY kind <> 'original', number`;
      return (await db.query(query, [documentId])).map((row) => fromColumns<CopyRow>(row));
    },
    async loadCopy(copyId) {
      const [stored] = await db.query(`SELECT ${COPY} FROM copy WHERE id = $1`, [copyId]);
      return stored ? fromColumns<CopyRow>(stored) : null;
    },
    async listCopiesHeldBy(personId) {
      const query = `SELECT ${COPY} FROM copy WHERE holder_id = $1 ORDER BY id LIMIT 500`;
      return (await db.query(query, [personId])).map((row) => fromColumns<CopyRow>(row));
    },
    async loadObjects(documentId) {
      const stored = await db.query(
        'SELECT * FROM vault_object WHERE document_id = $1 ORDER BY kind, version DESC',
        [documentId],
      );
      return stored.map((row) => fromColumns<VaultObjectRow>(row));
    },
    async listTexts({ after, limit }) {
      const stored = await db.query(
        `SELECT DISTINCT ON (o.document_id) o.*, d.level FROM vault_object o
         JOIN document d ON d.id = o.document_id
         WHERE o.kind = 'text' AND (d.state <> 'not-secret'
           OR EXISTS (SELECT 1 FROM release_item i WHERE i.document_id = d.id))
           AND ($1::uuid IS NULL OR o.document_id > $1)
         ORDER BY o.document_id, o.version DESC LIMIT $2`,
        [after ?? null, limit],
      );
      return stored.map((row) => fromColumns<ListedText>(row));
    },
  };
}
