/** An incident as one line. */
import type { IncidentLine } from '../../contract/incident.ts';
import type { DocumentLine } from '../ports/document-line.ts';
import type { IncidentRow } from '../ports/rows.ts';

type Around = {
  readonly nameOf: (personId: string) => string;
  readonly document: DocumentLine | null;
  readonly source: string | null;
};

export function incidentLine(
  { id, kind, state, openedAt, openedBy }: IncidentRow,
  { nameOf, document, source }: Around,
): IncidentLine {
  return {
    incidentId: id,
    // The tables hold both to these words.
    kind: kind as IncidentLine['kind'],
    state: state as IncidentLine['state'],
    openedAt,
    openedBy: { personId: openedBy, name: nameOf(openedBy) },
    source,
    document,
  };
}
