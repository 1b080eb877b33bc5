/**
 * Objects of the vault that nothing refers to any more: their rows stay as record, their files are
 * to be destroyed. What belongs to a document or an incident is never released.
 */

type Column = readonly [table: string, column: string];

/** Columns that name objects which may belong to no document and no incident. */
const REFERRING: readonly Column[] = [
  ['article', 'raw_object_id'],
  ['article', 'text_object_id'],
  ['evidence', 'original_object_id'],
  ['kept_import', 'content_object_id'],
  ['kept_import', 'texts_object_id'],
  ['public_text', 'object_id'],
  ['publication_text', 'content_object_id'],
  ['publication_text', 'text_object_id'],
  ['taken_parcel', 'content_object_id'],
  ['taken_parcel', 'texts_object_id'],
  ['wording_judgement', 'object_id'],
  ['wording_list', 'object_id'],
];

/** The other columns that name objects. With those above, all that there are: a test counts. */
const OF_DOCUMENT_OR_INCIDENT: readonly Column[] = [
  ['copy_marking', 'object_id'],
  ['copy_variant', 'object_id'],
  ['evidence_item', 'object_id'],
  ['mark_request', 'object_id'],
  ['retro_search', 'object_id'],
];

export const NAMING_OBJECTS: readonly Column[] = [...REFERRING, ...OF_DOCUMENT_OR_INCIDENT];

/** A condition on the object `o`. */
export const RELEASED = [
  'o.document_id IS NULL AND o.incident_id IS NULL',
  ...REFERRING.map(
    ([table, column]) => `NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.${column} = o.id)`,
  ),
].join('\n    AND ');
