/**
 * Bait: a document that the competent person made so that its words are found if they leak. Who
 * marked it knows, and whom that person tells; to all others it is a document like any other. So
 * the entries name no document, and nothing of a document's page, list or timeline tells.
 */
import type { z } from 'zod';
import type { listBaits as contract } from '../../contract/watch/bait.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor, World } from '../ports/acts.ts';
import { admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { linesOf } from '../ports/shared-passages.ts';

type Done = Promise<Outcome<{ documentId: string }>>;

type Telling = { readonly documentId: string; readonly personId: string; readonly toldBy: string };

const told = (world: World, telling: Telling): RowChange =>
  put('bait', { id: world.newId(), ...telling, toldAt: world.now });

/** By who decided on the document: the same person who grants need-to-know of it. */
export function markBait(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { documentId }: { readonly documentId: string },
): Done {
  return acts.perform(actor, { verb: 'watch.mark-bait' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'grant', documentId });
    if (!admitted.ok) return admitted;
    const { personId } = admitted.value.subject;
    const known = await world.mine.desk.listBaits(documentId);
    if (known.length > 0) return refuse({ code: 'already-done' });
    const rows = [told(world, { documentId, personId, toldBy: personId })];
    return permit({ rows, value: { documentId } });
  });
}

/** By who marked it, to somebody who may read the document anyway. */
export function tellBait(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { documentId, personId }: { readonly documentId: string; readonly personId: string },
): Done {
  return acts.perform(actor, { verb: 'watch.tell-bait' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'grant', documentId });
    if (!admitted.ok) return admitted;
    const toldBy = admitted.value.subject.personId;
    const [mine] = await world.mine.desk.listBaits(documentId);
    if (mine?.toldBy !== toldBy) return refuse({ code: 'not-found' });
    const everyone = await world.all.desk.listBaits(documentId);
    if (everyone.some((one) => one.personId === personId)) return refuse({ code: 'already-done' });
    const receiver = { kind: 'person', personId: personId as typeof toldBy } as const;
    const theirs = { readers: world.all, now: world.now };
    const may = await admit(theirs, receiver, { action: 'read', documentId });
    if (!may.ok) return refuse({ code: 'invalid-input', facts: { field: 'personId' } });
    return permit({ rows: [told(world, { documentId, personId, toldBy })], value: { documentId } });
  });
}

export function listBaits(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
): Promise<Outcome<z.output<typeof contract.response>>> {
  return acts.read(actor, async (readers) => {
    if (actor.kind !== 'person') return refuse({ code: 'not-your-duty' });
    const eyes = { readers, now: clock.now() };
    const known = await readers.desk.listBaits();
    const documentIds = known.map(({ documentId }) => documentId);
    const lines = await linesOf(eyes, actor, { action: 'see', documentIds });
    const baits = known.flatMap(({ documentId, toldAt, toldBy }) => {
      const document = lines.get(documentId);
      return document ? [{ document, toldAt, mayTell: toldBy === actor.personId }] : [];
    });
    return permit({ baits });
  });
}
