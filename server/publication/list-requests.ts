/** Requests to publish, and the spokesperson's record: as far as this person may see them. */

import type { ResponseOf } from '../../contract/endpoint.ts';
import type {
  RequestLine,
  listRecords as recordsContract,
} from '../../contract/publication/request.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { RequestStateName } from '../../core/publication/request.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { recordView } from './record-view.ts';
import { requestLine } from './request-rows.ts';

const MOST_LINES = 200;

type ListParts = Pick<Parts, 'acts' | 'clock'>;

/** Who asks, or who decides. */
export async function admitSeeing(eyes: Eyes, actor: Actor) {
  const asking = await admitGeneral(eyes, actor, { action: 'submit-publication' });
  return asking.ok ? asking : admitGeneral(eyes, actor, { action: 'clear-publication' });
}

export async function listRequests(
  { acts, clock }: ListParts,
  actor: Actor,
  { state }: { readonly state?: RequestStateName | undefined },
): Promise<Outcome<{ requests: RequestLine[]; more: boolean }>> {
  return acts.read(actor, async (readers) => {
    const admitted = await admitSeeing({ readers, now: clock.now() }, actor);
    if (!admitted.ok) return admitted;
    const states = state ? { states: [state] } : {};
    const rows = await readers.publication.listRequests({ ...states, limit: MOST_LINES + 1 });
    const nameOf = await namesOf(readers);
    const requests = rows.slice(0, MOST_LINES).map((row) => requestLine(row, nameOf));
    return permit({ requests, more: rows.length > MOST_LINES });
  });
}

export async function listRecords(
  { acts, clock }: ListParts,
  actor: Actor,
): Promise<Outcome<ResponseOf<typeof recordsContract>>> {
  return acts.read(actor, async (readers) => {
    const admitted = await admitSeeing({ readers, now: clock.now() }, actor);
    if (!admitted.ok) return admitted;
    const rows = await readers.publication.listRecords({ limit: MOST_LINES + 1 });
    const nameOf = await namesOf(readers);
    const records: ResponseOf<typeof recordsContract>['records'] = [];
    for (const row of rows.slice(0, MOST_LINES)) {
      const request = await readers.publication.loadRequest(row.requestId);
      if (!request) continue;
      records.push({ ...recordView(row, nameOf), request: requestLine(request, nameOf) });
    }
    return permit({ records, more: rows.length > MOST_LINES });
  });
}
