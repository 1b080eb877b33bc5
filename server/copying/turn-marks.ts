/**
 * Turns copy marks on or off for one document, by who decided on it. Off by default. Each copy
 * shown from then on bears a mark of its own and a notice that says so (docs/copy-marks.md). The
 * secret that the codes come from rests in the vault; turned on again, it stays the same.
 */

import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { SECRET_BYTES } from '../../core/copy-mark/code.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { KeptMarking } from '../ports/copying/copy-marks.ts';
import { type Admitted, admit, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { type StoredObject, storedRow } from '../ports/vault.ts';

type Which = { readonly documentId: string };
type Turned = { readonly documentId: string; readonly on: boolean };
type MarkParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal' | 'randomness'>;
type Turning = { readonly admitted: Admitted; readonly marking: KeptMarking | null };

const MARKABLE: readonly string[] = ['determined', 'received'];

async function admitTurning(
  eyes: Eyes,
  actor: Actor,
  { documentId, on }: Turned,
): Promise<Outcome<Turning>> {
  const admitted = await admit(eyes, actor, { action: 'grant', documentId });
  if (!admitted.ok) return admitted;
  const { state } = admitted.value.file.protection;
  if (on && !MARKABLE.includes(state)) return refuse({ code: 'state-forbids', facts: { state } });
  const marking = await eyes.readers.copyMarks.loadMarking(documentId);
  const isOn = marking !== null && marking.ended === null;
  if (isOn === on) return refuse({ code: 'already-done' });
  return permit({ admitted: admitted.value, marking });
}

function newMarking({ newId, now }: World, documentId: string, stored: StoredObject) {
  const objectId = newId<string>();
  const of = { id: objectId, documentId, kind: 'mark-secret', mediaKind: 'secret' };
  return { objectId, rows: [storedRow(stored, { ...of, storedAt: now })] };
}

export async function turnMarksOn(
  { acts, clock, store, seal, randomness }: MarkParts,
  actor: Actor,
  { documentId }: Which,
): Promise<Outcome<Turned>> {
  const wanted = { documentId, on: true };
  const isOpen = seal.status().state === 'open';
  const early = await acts.read(actor, (readers) =>
    admitTurning({ readers, now: clock.now() }, actor, wanted),
  );
  const label = { documentId, kind: 'mark-secret', version: 1 } as const;
  const needsSecret = early.ok && early.value.marking === null && isOpen;
  const stored = needsSecret ? await store.put(label, randomness.bytes(SECRET_BYTES)) : null;
  const attempt = { verb: 'copying.turn-on-marks', subject: { document: documentId } } as const;
  const done = await acts.perform<Turned>(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const turning = await admitTurning(eyes, actor, wanted);
    if (!turning.ok) return turning;
    const { admitted, marking } = turning.value;
    if (!marking && !stored) return refuse({ code: 'vault-sealed' });
    const made = !marking && stored ? newMarking(world, documentId, stored) : null;
    const objectId = made?.objectId ?? marking?.objectId ?? '';
    const by = { decidedBy: admitted.subject.personId, decidedAt: world.now };
    const row = put('copy_marking', { id: documentId, objectId, ...by, ended: null });
    return permit({ rows: [...(made?.rows ?? []), row], value: wanted });
  });
  // Refused, or somebody turned it on meanwhile: no row names the secret.
  if (!done.ok && stored) await store.destroy(stored.objectName);
  return done;
}

export function turnMarksOff(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { documentId }: Which,
): Promise<Outcome<Turned>> {
  const wanted = { documentId, on: false };
  const attempt = { verb: 'copying.turn-off-marks', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const turning = await admitTurning(eyes, actor, wanted);
    if (!turning.ok) return turning;
    const { admitted, marking } = turning.value;
    if (!marking) return refuse({ code: 'already-done' });
    const { object: _, ...row } = marking;
    const ended = { by: admitted.subject.personId, at: world.now };
    return permit({ rows: [put('copy_marking', { ...row, ended })], value: wanted });
  });
}

/** Whether copies are marked, and how many were: for who may see the document. */
export function viewMarks(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  { documentId }: Which,
): Promise<Outcome<{ on: boolean; markedCopies: number }>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admit(eyes, actor, { action: 'see', documentId });
    if (!admitted.ok) return admitted;
    const marking = await readers.copyMarks.loadMarking(documentId);
    const copies = await readers.copyMarks.listMarkedCopies(documentId);
    const on = marking !== null && marking.ended === null;
    return permit({ on, markedCopies: copies.length });
  });
}
