/**
 * Objects of the vault that nothing refers to any more: their rows stay as record, their files are
 * to be destroyed. What belongs to a document or an incident is never released.
 */

/** Every column that names an object of the vault; a test compares it with the foreign keys. */
export const REFERRING: readonly (readonly [table: string, column: string])[] = [
  ['article', 'raw_object_id'],
  ['article', 'text_object_id'],
  ['copy_marking', 'object_id'],
  ['copy_variant', 'object_id'],
  ['evidence', 'original_object_id'],
  ['evidence_item', 'object_id'],
  ['kept_import', 'content_object_id'],
  ['kept_import', 'texts_object_id'],
  ['mark_request', 'object_id'],
  ['public_text', 'object_id'],
  ['publication_text', 'content_object_id'],
  ['publication_text', 'text_object_id'],
  ['retro_search', 'object_id'],
  ['taken_parcel', 'content_object_id'],
  ['taken_parcel', 'texts_object_id'],
  ['wording_judgement', 'object_id'],
  ['wording_list', 'object_id'],
];

/** A condition on the object `o`. */
export const RELEASED = [
  'o.document_id IS NULL AND o.incident_id IS NULL',
  ...REFERRING.map(
    ([table, column]) => `NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.${column} = o.id)`,
  ),
].join('\n    AND ');
