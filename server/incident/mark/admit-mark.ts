/** What every act on the reading of a copy mark asks: the incident, the request, who knew. */
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import type { IncidentState } from '../../../core/incident/incident.ts';
import {
  decideMarkReading,
  type MarkAct,
  type MarkRequestState,
} from '../../../core/incident/mark-reading.ts';
import type { Actor } from '../../ports/acts.ts';
import type { KeptMarkRequest, MarkedCopyRow } from '../../ports/copying/copy-marks.ts';
import { progressOf } from '../../ports/copying/mark-requests.ts';
import type { Eyes } from '../../ports/gate.ts';
import type { Readers } from '../../ports/readers.ts';
import { type AdmittedIncident, admitIncident } from '../admit-incident.ts';

export type AdmittedMark = AdmittedIncident & {
  readonly request: KeptMarkRequest | null;
  readonly markedCopies: readonly MarkedCopyRow[];
};

export type MarkAttempt = {
  readonly act: MarkAct;
  readonly incidentId: string;
  readonly requestId: string | null;
  readonly words: string;
};

/**
 * `all`: the house's eyes. Which copies are marked, and who knew, must not depend on whether this
 * officer may see the document; neither is part of an answer.
 */
export async function admitMark(
  { eyes, all }: { readonly eyes: Eyes; readonly all: Readers },
  actor: Actor,
  attempt: MarkAttempt,
): Promise<Outcome<AdmittedMark>> {
  const admitted = await admitIncident(eyes, actor, attempt.incidentId);
  if (!admitted.ok) return admitted;
  const { incident, personId } = admitted.value;
  const requests = await eyes.readers.copyMarks.listRequests(incident.id);
  const request = requests.find(({ id }) => id === attempt.requestId) ?? null;
  if (attempt.requestId !== null && !request) return refuse({ code: 'not-found' });
  const markedCopies = await all.copyMarks.listMarkedCopies(incident.documentId);
  const knowers = await all.access.listKnowers(incident.documentId, eyes.now);
  const state: MarkRequestState | null = request ? progressOf(request).state : null;
  const decided = decideMarkReading({
    act: attempt.act,
    // The table holds it to these words.
    incident: incident.state as IncidentState,
    request: request && state ? { state, by: request.requestedBy } : null,
    by: personId,
    knew: knowers.some((knower) => knower.personId === personId),
    markedCopies: markedCopies.length,
    words: attempt.words,
  });
  if (!decided.ok) return decided;
  return permit({ ...admitted.value, request, markedCopies });
}
