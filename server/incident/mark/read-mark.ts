/**
 * The second officer reads the copy mark of a suspect picture: which of the marked copies it was
 * made from, or that it cannot be told. A copy is named, never a person; the bound on naming a
 * wrong one stands in `core/copy-mark/decide-copy.ts`. Everything of it is in the ledger.
 */
import type { Json } from '../../../core/common/canonical-json.ts';
import { corruption } from '../../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { codeOf } from '../../../core/copy-mark/code.ts';
import { decideCopy } from '../../../core/copy-mark/decide-copy.ts';
import type { PageReading } from '../../../core/copy-mark/mark-reading.ts';
import type { MarkOutcome } from '../../../core/incident/mark-reading.ts';
import type { Actor } from '../../ports/acts.ts';
import { loadSuspect, type MarkProgress } from '../../ports/copying/mark-requests.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';
import { type AdmittedMark, admitMark } from './admit-mark.ts';
import { loadContent, loadSecret } from './mark-contents.ts';

type Which = { readonly incidentId: string; readonly requestId: string };
type ReadParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal' | 'extractor'>;
type Answer = { readonly requestId: string; readonly outcome: MarkOutcome };

type Finding = {
  readonly outcome: MarkOutcome;
  readonly markedCopyId: string | null;
  readonly certainty: number;
  readonly nextCertainty: number;
  readonly copies: number;
  readonly lines: number;
};

/** Whole powers of ten, rounded to the cautious side. */
const powerOf = (chanceLog10: number | undefined) => Math.floor(-(chanceLog10 ?? 0));

function findingOf(
  reading: PageReading,
  { markedCopies, request }: AdmittedMark,
  secret: Uint8Array,
): Finding {
  const copies = markedCopies.length;
  if (!reading.ok) {
    const none = { markedCopyId: null, certainty: 0, nextCertainty: 0, lines: 0 };
    return { outcome: reading.why, ...none, copies };
  }
  const page = request?.page ?? 1;
  const listed = markedCopies.map(({ id }) => ({
    copyMarkId: id,
    code: codeOf(secret, { copyMarkId: id, page }),
  }));
  const { named, why, fits } = decideCopy(reading.readings, listed);
  return {
    outcome: why ?? 'named',
    markedCopyId: named,
    certainty: powerOf(fits[0]?.chanceLog10),
    nextCertainty: powerOf(fits[1]?.chanceLog10),
    copies,
    lines: reading.lines,
  };
}

type Found =
  | { readonly ok: true; readonly finding: Finding }
  | { readonly ok: false; readonly code: string };

async function examine(parts: ReadParts, admitted: AdmittedMark): Promise<Found> {
  const { acts, store, extractor } = parts;
  const { incident, request } = admitted;
  const marking = await acts.read({ kind: 'clock' }, ({ copyMarks }) =>
    copyMarks.loadMarking(incident.documentId),
  );
  const document = await loadContent(parts, incident.documentId);
  if (!request || !marking || !document) {
    throw corruption(`incident ${incident.id}`, 'a marked copy without secret or content');
  }
  const picture = await loadSuspect(store, request);
  const read = await extractor.readCopyMark({ document, page: request.page, picture });
  if (!read.ok) return { ok: false, code: read.code };
  return { ok: true, finding: findingOf(read.value, admitted, await loadSecret(store, marking)) };
}

export async function readMark(
  parts: ReadParts,
  actor: Actor,
  { incidentId, requestId }: Which,
): Promise<Outcome<Answer>> {
  const { acts, clock, seal } = parts;
  const attempt = { act: 'read', incidentId, requestId, words: '' } as const;
  // With the house's eyes, for what is done before the act; the act asks again with the officer's.
  const early = await acts.read({ kind: 'clock' }, (all) =>
    admitMark({ eyes: { readers: all, now: clock.now() }, all }, actor, attempt),
  );
  const isOpen = seal.status().state === 'open';
  const found = early.ok && isOpen ? await examine(parts, early.value) : null;
  const subject = { incident: incidentId };
  return acts.perform<Answer>(actor, { verb: 'incident.read-mark', subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    // Asked again: another may have read it meanwhile, or the incident was closed.
    const admitted = await admitMark({ eyes, all: world.all }, actor, attempt);
    if (!admitted.ok) return admitted;
    if (!found) return early.ok ? refuse({ code: 'vault-sealed' }) : early;
    if (!found.ok) return refuse({ code: 'file-unreadable', facts: { code: found.code } });
    const { incident, request, markedCopies, personId: by } = admitted.value;
    if (!request) throw corruption(`request ${requestId}`, 'admitted without its row');
    const { finding } = found;
    const copyId = markedCopies.find(({ id }) => id === finding.markedCopyId)?.copyId ?? null;
    const { object: _, ...row } = request;
    const progress: MarkProgress = { state: 'read', by, at: world.now, ...finding };
    const { outcome, certainty, copies, lines } = finding;
    return permit({
      subject: { document: incident.documentId, ...(copyId === null ? {} : { copy: copyId }) },
      facts: { request: requestId, outcome, certainty, copies, lines },
      rows: [put('mark_request', { ...row, progress: progress as Json })],
      value: { requestId, outcome },
    });
  });
}
