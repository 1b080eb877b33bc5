/**
 * A suspect picture whose copy mark was read becomes evidence of its incident: its original bytes
 * and what was read of it, sealed apart from the picture that officers work with. Whoever makes it
 * is the first custodian. Inconclusive is a result too, and can be kept.
 */
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { decideCustody } from '../../core/evidence/custody-chain.ts';
import type { EvidenceWarning } from '../../core/evidence/evidence.ts';
import { SUMS_FACT } from '../../core/evidence/package-layout.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { KeptMarkRequest } from '../ports/copying/copy-marks.ts';
import { namedCopy, progressOf } from '../ports/copying/mark-requests.ts';
import { namesOf } from '../ports/document-line.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { Knower, Readers } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { type AdmittedCase, admitCase, stepOf } from './admit-evidence.ts';
import { givenRow, loadGiven } from './given-file.ts';
import { destroyItems, itemRows, listed, type Made, sealItems } from './keep-items.ts';

type WhichPicture = { readonly incidentId: string; readonly requestId: string };
type KeepParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal' | 'timeStamper'>;
type Kept = { evidenceId: string; warnings: EvidenceWarning[] };
type Admitted = AdmittedCase & {
  readonly request: KeptMarkRequest;
  readonly holders: readonly Knower[];
};

const MOST_OF_SOURCE = 200;

/** `all`: the house's eyes, for who knew; they go into the evidence, and to no answer. */
async function admitPicture(
  { eyes, all }: { readonly eyes: Eyes; readonly all: Readers },
  actor: Actor,
  { incidentId, requestId }: WhichPicture,
): Promise<Outcome<Admitted>> {
  const admitted = await admitCase(eyes, actor, incidentId);
  if (!admitted.ok) return admitted;
  const { incident, subject } = admitted.value;
  const requests = await eyes.readers.copyMarks.listRequests(incidentId);
  const request = requests.find(({ id }) => id === requestId);
  if (!request) return refuse({ code: 'not-found' });
  const { state } = progressOf(request);
  if (state !== 'read') return refuse({ code: 'state-forbids', facts: { state } });
  const holders = await all.access.listKnowers(incident.documentId, request.requestedAt);
  const decided = decideCustody({
    chain: (await eyes.readers.incidents.listSteps(requestId)).map(stepOf),
    act: { kind: 'kept' },
    by: subject.personId,
    knowers: new Set(holders.map(({ personId }) => personId)),
  });
  return decided.ok ? permit({ ...admitted.value, request, holders }) : decided;
}

/** What was read, for the investigating body: with the copy's name, and with its limits. */
function readingFile({ acts }: KeepParts, { incident, request }: Admitted): Promise<Uint8Array> {
  const { documentId } = incident;
  return acts.read({ kind: 'clock' }, async (readers) => {
    const progress = progressOf(request);
    if (progress.state !== 'read') throw corruption(`request ${request.id}`, 'kept unread');
    const nameOf = await namesOf(readers);
    const copy = namedCopy(progress.markedCopyId, {
      marked: await readers.copyMarks.listMarkedCopies(documentId),
      copies: await readers.documents.loadCopies(documentId),
    });
    const file = {
      request: request.id,
      page: request.page,
      pictureSha256: request.sha256,
      pictureFrom: request.reason,
      askedBy: nameOf(request.requestedBy),
      askedAt: request.requestedAt,
      readBy: nameOf(progress.by),
      readAt: progress.at,
      outcome: progress.outcome,
      copy: copy && { label: copy.label, markedCopy: copy.number, copyId: copy.copyId },
      mistakeAtMostOnceIn10ToThe: copy ? progress.certainty : null,
      comparedCopies: progress.copies,
      linesRead: progress.lines,
      limits: [
        'Kết quả nêu số của bản, không nêu người; không nói ai đã làm lộ.',
        'The result names a copy, never a person; it does not say who leaked.',
      ],
    };
    return utf8(`${JSON.stringify(file, null, 2)}\n`);
  });
}

async function make(parts: KeepParts, admitted: Admitted): Promise<Made> {
  const { request } = admitted;
  const bytes = await loadGiven(parts.store, request, request.object);
  const reading = await readingFile(parts, admitted);
  const items = [
    { kind: 'original', bytes },
    { kind: 'mark-reading', bytes: reading },
  ] as const;
  return listed(parts.timeStamper, { items, warnings: [] });
}

function rowsOf(
  world: World,
  { request, holders, subject }: Admitted,
  warnings: readonly EvidenceWarning[],
): RowChange[] {
  const { id, incidentId, sha256: hash, objectId, reason, requestedAt } = request;
  const step = { step: 1, kind: 'kept', at: world.now, byId: subject.personId, toId: null };
  return [
    givenRow({
      id,
      incidentId,
      // Stands in a heading; the whole of it is in the file of the reading.
      source: [...reason].slice(0, MOST_OF_SOURCE).join(''),
      url: null,
      capturedAt: requestedAt,
      sha256: hash,
      originalObjectId: objectId,
      holders,
    }),
    put('evidence_step', {
      id: world.newId(),
      evidenceId: id,
      ...step,
      words: { warnings: [...warnings] },
    }),
  ];
}

export async function keepPicture(
  parts: KeepParts,
  actor: Actor,
  which: WhichPicture,
): Promise<Outcome<Kept>> {
  const { acts, clock, store, seal } = parts;
  const { incidentId, requestId: evidenceId } = which;
  // With the house's eyes, for what is done before the act; the act asks again with the officer's.
  const early = await acts.read({ kind: 'clock' }, (all) =>
    admitPicture({ eyes: { readers: all, now: clock.now() }, all }, actor, which),
  );
  const isOpen = seal.status().state === 'open';
  const made = early.ok && isOpen ? await make(parts, early.value) : null;
  const sealed = made ? await sealItems(store, evidenceId, made.items) : [];
  const attempt = { verb: 'evidence.keep-picture', subject: { incident: incidentId } } as const;
  const done = await acts.perform<Kept>(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    // Asked again: somebody else may have kept it meanwhile.
    const admitted = await admitPicture({ eyes, all: world.all }, actor, which);
    if (!admitted.ok) return admitted;
    if (!made) return early.ok ? refuse({ code: 'vault-sealed' }) : early;
    const warnings = [...made.warnings];
    const sums = sealed.find(({ kind }) => kind === 'sums')?.sha256 ?? '';
    return permit({
      subject: { document: admitted.value.incident.documentId },
      facts: { evidence: evidenceId, [SUMS_FACT]: sums, items: sealed.length, warnings },
      rows: [
        ...rowsOf(world, admitted.value, warnings),
        ...itemRows(world, { incidentId, evidenceId }, sealed),
      ],
      value: { evidenceId, warnings },
    });
  });
  if (!done.ok) await destroyItems(store, sealed);
  return done;
}
