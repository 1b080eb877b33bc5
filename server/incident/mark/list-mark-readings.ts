/**
 * What was asked and read of copy marks in one incident. The number of a copy is told only to who
 * may see the document; to others, that a copy was named.
 */
import type { MarkReadingsView } from '../../../contract/copying/copy-marks.ts';
import { type Outcome, permit } from '../../../core/common/refusal.ts';
import type { Actor } from '../../ports/acts.ts';
import type { KeptMarkRequest, MarkedCopyRow } from '../../ports/copying/copy-marks.ts';
import { namedCopy, progressOf } from '../../ports/copying/mark-requests.ts';
import { namesOf } from '../../ports/document-line.ts';
import { admit } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import type { CopyRow } from '../../ports/rows.ts';
import { admitIncident } from '../admit-incident.ts';

type ReadingView = MarkReadingsView['readings'][number];
type Known = {
  readonly marked: readonly MarkedCopyRow[];
  readonly copies: readonly CopyRow[];
  /** Ids of the pieces of evidence of the incident. */
  readonly evidence: readonly string[];
  nameOf(personId: string): string;
};

function readingView(request: KeptMarkRequest, known: Known): ReadingView {
  const progress = progressOf(request);
  const named = (personId: string) => ({ personId, name: known.nameOf(personId) });
  const { id: requestId, page, sha256, reason, requestedAt } = request;
  const isDone = progress.state !== 'requested';
  return {
    requestId,
    page,
    sha256,
    reason,
    requestedAt,
    requestedBy: named(request.requestedBy),
    state: progress.state,
    answeredBy: isDone ? named(progress.by) : null,
    answeredAt: isDone ? progress.at : null,
    isEvidence: known.evidence.includes(requestId),
    declined: progress.state === 'declined' ? progress.reason : null,
    finding:
      progress.state === 'read'
        ? {
            outcome: progress.outcome,
            copy: namedCopy(progress.markedCopyId, known),
            certainty: progress.certainty,
            nextCertainty: progress.nextCertainty,
            copies: progress.copies,
            lines: progress.lines,
          }
        : null,
  };
}

export function listMarkReadings(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  { incidentId }: { readonly incidentId: string },
): Promise<Outcome<MarkReadingsView>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitIncident(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const { incident } = admitted.value;
    const { documentId } = incident;
    const seen = await admit(eyes, actor, { action: 'see', documentId });
    const known = {
      marked: seen.ok ? await readers.copyMarks.listMarkedCopies(documentId) : [],
      copies: seen.ok ? await readers.documents.loadCopies(documentId) : [],
      evidence: (await readers.incidents.loadEvidence(incidentId)).map(({ id }) => id),
      nameOf: await namesOf(readers),
    };
    const requests = await readers.copyMarks.listRequests(incidentId);
    return permit({
      open: incident.state === 'open',
      readings: requests.map((request) => readingView(request, known)),
    });
  });
}
