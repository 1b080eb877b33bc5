/** A request as its row keeps it, and as a line of a list. */
import type { RequestLine } from '../../contract/publication/request.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { PublicationMedium, RequestState } from '../../core/publication/request.ts';
import type { PublicationRequestRow } from '../ports/rows.ts';

export const stateOf = ({ progress }: PublicationRequestRow): RequestState =>
  progress as unknown as RequestState; // Written by the verbs of this folder alone.

/** Its judged words may be known to everybody who may see the request. */
export const isLetOut = ({ state }: RequestState): boolean =>
  state === 'cleared' || state === 'cleared-amended';

export const asProgress = (state: RequestState): Json => state as unknown as Json;

export function requestLine(
  row: PublicationRequestRow,
  nameOf: (personId: string) => string,
): RequestLine {
  return {
    requestId: row.id,
    title: row.title,
    medium: row.medium as PublicationMedium, // A CHECK of the table holds it to these words.
    state: stateOf(row).state,
    submitter: { personId: row.submitterId, name: nameOf(row.submitterId) },
    createdAt: row.createdAt,
    wantedOn: row.wantedOn,
  };
}
