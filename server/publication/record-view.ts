/** A record of the spokesperson as it goes over the wire. */
import type { PublicationRecord } from '../../contract/publication/request.ts';
import type { PublicationRecordRow } from '../ports/rows.ts';

export function recordView(
  row: PublicationRecordRow,
  nameOf: (personId: string) => string,
): PublicationRecord {
  const { id, outlet, url, publishedAt, comparison, removedWords, addedWords } = row;
  return {
    recordId: id,
    outlet,
    url,
    publishedAt,
    comparison: comparison === 'same' ? 'same' : 'differs',
    removedWords,
    addedWords,
    recordedBy: { personId: row.recordedBy, name: nameOf(row.recordedBy) },
    recordedAt: row.recordedAt,
  };
}
