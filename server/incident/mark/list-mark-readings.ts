/**
 * What was asked and read of copy marks in one incident. The number of a copy is told only to who
 * may see the document; to others, that a copy was named.
 */
import type { MarkReadingsView } from '../../../contract/copying/copy-marks.ts';
import { type Outcome, permit } from '../../../core/common/refusal.ts';
import { printCopyNumber } from '../../../core/copy/copy.ts';
import type { Actor } from '../../ports/acts.ts';
import type { KeptMarkRequest, MarkedCopyRow } from '../../ports/copying/copy-marks.ts';
import { namesOf } from '../../ports/document-line.ts';
import { admit } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import type { CopyRow } from '../../ports/rows.ts';
import { admitIncident } from '../admit-incident.ts';
import { progressOf } from './admit-mark.ts';

type ReadingView = MarkReadingsView['readings'][number];
type Known = {
  readonly marked: readonly MarkedCopyRow[];
  readonly copies: readonly CopyRow[];
  nameOf(personId: string): string;
};

function copyNameOf(markedCopyId: string | null, { marked, copies }: Known) {
  const copy = marked.find(({ id }) => id === markedCopyId);
  if (!copy) return null;
  const numbered = copies.find(({ id }) => id === copy.copyId);
  const label = numbered
    ? printCopyNumber({ number: numbered.number, of: numbered.ofTotal })
    : null;
  return { label, number: copy.number, copyId: copy.copyId };
}

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
    declined: progress.state === 'declined' ? progress.reason : null,
    finding:
      progress.state === 'read'
        ? {
            outcome: progress.outcome,
            copy: copyNameOf(progress.markedCopyId, known),
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
      nameOf: await namesOf(readers),
    };
    const requests = await readers.copyMarks.listRequests(incidentId);
    return permit({
      open: incident.state === 'open',
      readings: requests.map((request) => readingView(request, known)),
    });
  });
}
