/** Requests to publish and the release calendar, from PostgreSQL. */
import type { PublicationReader, ReleaseReader } from '../../server/ports/readers.ts';
import type {
  PublicationRecordRow,
  PublicationRequestRow,
  PublicationTextRow,
  ReleaseItemRow,
  VaultObjectRow,
} from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

const REQUEST = 'id, submitter_id, medium, title, wanted_on, created_at, progress';
const TEXT = `id, request_id, kind, version, sha256, characters, media_kind, warnings, touches,
  text_object_id, content_object_id, added_by, added_at`;
const RELEASE = `id, title, document_id, template_code, template_day, basis, releaser_id,
  planned_by, planned_at, progress`;

export function publicationReader(db: Queryable): PublicationReader {
  return {
    async listRequests({ states, submitterId, unrecorded = false, limit }) {
      const stored = await db.query(
        `SELECT ${REQUEST} FROM publication_request q
         WHERE ($1::text[] IS NULL OR state = ANY ($1))
           AND ($2::uuid IS NULL OR submitter_id = $2)
           AND NOT ($4 AND EXISTS (SELECT 1 FROM publication_record r WHERE r.request_id = q.id))
         ORDER BY created_at DESC, id DESC LIMIT $3`,
        [states ?? null, submitterId ?? null, limit, unrecorded],
      );
      return stored.map((row) => fromColumns<PublicationRequestRow>(row));
    },
    async loadRequest(requestId) {
      const query = `SELECT ${REQUEST} FROM publication_request WHERE id = $1`;
      const [stored] = await db.query(query, [requestId]);
      return stored ? fromColumns<PublicationRequestRow>(stored) : null;
    },
    async loadTexts(requestId) {
      const query = `SELECT ${TEXT} FROM publication_text WHERE request_id = $1 ORDER BY version`;
      const stored = await db.query(query, [requestId]);
      return stored.map((row) => fromColumns<PublicationTextRow>(row));
    },
    async listRecords({ requestId, limit }) {
      const stored = await db.query(
        `SELECT * FROM publication_record WHERE $1::uuid IS NULL OR request_id = $1
         ORDER BY published_at DESC, id LIMIT $2`,
        [requestId ?? null, limit],
      );
      return stored.map((row) => fromColumns<PublicationRecordRow>(row));
    },
    async loadObject(objectId) {
      const [stored] = await db.query('SELECT * FROM vault_object WHERE id = $1', [objectId]);
      return stored ? fromColumns<VaultObjectRow>(stored) : null;
    },
  };
}

export function releaseReader(db: Queryable): ReleaseReader {
  return {
    async listReleases(documentId) {
      const stored = await db.query(
        `SELECT ${RELEASE} FROM release_item WHERE $1::uuid IS NULL OR document_id = $1
         ORDER BY progress ->> 'releaseAt', id LIMIT 2000`,
        [documentId ?? null],
      );
      return stored.map((row) => fromColumns<ReleaseItemRow>(row));
    },
    async loadRelease(releaseId) {
      const query = `SELECT ${RELEASE} FROM release_item WHERE id = $1`;
      const [stored] = await db.query(query, [releaseId]);
      return stored ? fromColumns<ReleaseItemRow>(stored) : null;
    },
  };
}
