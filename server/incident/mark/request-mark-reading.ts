/**
 * One officer gives a suspect picture to an open incident and asks that its copy mark be read; or
 * a request is declined or taken back. Nothing is read yet: that takes a second officer. The
 * picture is tried in the bounded process first, so that what cannot be read is refused at once.
 */
import type { Json } from '../../../core/common/canonical-json.ts';
import { corruption } from '../../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { sha256 } from '../../../core/common/sha256.ts';
import type { Actor, World } from '../../ports/acts.ts';
import type { MarkProgress } from '../../ports/copying/mark-requests.ts';
import type { Parts } from '../../ports/parts.ts';
import { put, type RowChange } from '../../ports/rows.ts';
import { type StoredObject, storedRow } from '../../ports/vault.ts';
import { type AdmittedMark, admitMark } from './admit-mark.ts';
import { loadContent } from './mark-contents.ts';

type Input = {
  readonly incidentId: string;
  readonly page: number;
  readonly reason: string;
  readonly file: Uint8Array;
};
type RequestParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal' | 'extractor' | 'randomness'>;
type Requested = { readonly requestId: string };

const wordsOf = (text: string) => text.trim().toWellFormed().replaceAll('\0', '');

function admitRequest(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  { incidentId, reason }: Input,
): Promise<Outcome<AdmittedMark>> {
  const attempt = { act: 'request', incidentId, requestId: null, words: wordsOf(reason) } as const;
  // With the house's eyes, for what is done before the act; the act asks again with the officer's.
  return acts.read({ kind: 'clock' }, (all) =>
    admitMark({ eyes: { readers: all, now: clock.now() }, all }, actor, attempt),
  );
}

/** The code of what keeps the picture from being read; null when it can be. */
async function unreadable(
  { acts, store, extractor }: RequestParts,
  { incident }: AdmittedMark,
  { page, file }: Input,
): Promise<string | null> {
  const document = await loadContent({ acts, store }, incident.documentId);
  if (!document) return 'page-missing';
  const read = await extractor.readCopyMark({ document, page, picture: file });
  // What was measured is dropped: reading it takes the second officer.
  return read.ok ? null : read.code;
}

function rowsOf(world: World, kept: Kept): RowChange[] {
  const { input, stored, requestId, by } = kept;
  const objectId = world.newId<string>();
  const progress: MarkProgress = { state: 'requested' };
  const of = { incidentId: input.incidentId, kind: 'suspect', mediaKind: 'picture' };
  return [
    storedRow(stored, { id: objectId, ...of, storedAt: world.now }),
    put('mark_request', {
      id: requestId,
      incidentId: input.incidentId,
      page: input.page,
      objectId,
      sha256: sha256(input.file).toHex(),
      requestedBy: by,
      requestedAt: world.now,
      reason: wordsOf(input.reason),
      progress: progress as Json,
    }),
  ];
}

/** Sealed under the request's own id; a refused attempt draws none. */
async function keepSuspect(store: Parts['store'], requestId: string, file: Uint8Array) {
  const label = { documentId: requestId, kind: 'suspect', version: 1 } as const;
  return { requestId, stored: await store.put(label, file) };
}

type Kept = {
  readonly input: Input;
  readonly stored: StoredObject;
  readonly requestId: string;
  readonly by: string;
};

export async function requestMarkReading(
  parts: RequestParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<Requested>> {
  const { acts, store, seal, randomness } = parts;
  const { incidentId, file, page } = input;
  const early = await admitRequest(parts, actor, input);
  const isOpen = seal.status().state === 'open';
  const against = early.ok && isOpen ? await unreadable(parts, early.value, input) : null;
  const mayKeep = early.ok && isOpen && against === null;
  const kept = mayKeep ? await keepSuspect(store, randomness.id(), file) : null;
  const verb = 'incident.request-mark-reading';
  const subject = { incident: incidentId };
  const done = await acts.perform<Requested>(actor, { verb, subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const words = wordsOf(input.reason);
    const attempt = { act: 'request', incidentId, requestId: null, words } as const;
    const admitted = await admitMark({ eyes, all: world.all }, actor, attempt);
    if (!admitted.ok) return admitted;
    if (!isOpen) return refuse({ code: 'vault-sealed' });
    if (against !== null) return refuse({ code: 'file-unreadable', facts: { code: against } });
    if (!kept) return early.ok ? refuse({ code: 'vault-sealed' }) : early;
    const { incident, personId: by } = admitted.value;
    const { requestId } = kept;
    const rows = rowsOf(world, { input, ...kept, by });
    return permit({
      subject: { document: incident.documentId },
      facts: { request: requestId, page, sha256: sha256(file).toHex() },
      rows,
      value: { requestId },
    });
  });
  if (!done.ok && kept) await store.destroy(kept.stored.objectName);
  return done;
}

export function declineMarkReading(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: { readonly incidentId: string; readonly requestId: string; readonly reason: string },
): Promise<Outcome<Requested>> {
  const { incidentId, requestId } = input;
  const reason = wordsOf(input.reason);
  const subject = { incident: incidentId };
  const verb = 'incident.decline-mark-reading';
  return acts.perform(actor, { verb, subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const attempt = { act: 'decline', incidentId, requestId, words: reason } as const;
    const admitted = await admitMark({ eyes, all: world.all }, actor, attempt);
    if (!admitted.ok) return admitted;
    const { incident, request, personId: by } = admitted.value;
    if (!request) throw corruption(`request ${requestId}`, 'admitted without its row');
    const { object: _, ...row } = request;
    const progress: MarkProgress = { state: 'declined', by, at: world.now, reason };
    return permit({
      subject: { document: incident.documentId },
      facts: { request: requestId },
      rows: [put('mark_request', { ...row, progress: progress as Json })],
      value: { requestId },
    });
  });
}
