/**
 * A copy comes back to the registry, from a holder or from outside (decree 26/2020 art. 4.10,
 * "tài liệu thu hồi"; law art. 25.4): the clerk or keeper who takes it in records it. The former
 * holder's need-to-know by holding ends with it.
 */
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Custody } from '../../core/copy/copy.ts';
import type { Actor, World } from '../ports/acts.ts';
import { admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { type CopyRow, put, type RowChange } from '../ports/rows.ts';
import { HOLDS_COPY } from './hand-over.ts';

/** Ends the grants that the former holder had for holding this document's copies. */
async function endHolding(world: World, row: CopyRow): Promise<readonly RowChange[]> {
  if (row.holderId === null) return [];
  const copies = await world.mine.documents.loadCopies(row.documentId);
  const holdsAnother = copies.some(
    ({ id, holderId }) => id !== row.id && holderId === row.holderId,
  );
  if (holdsAnother) return [];
  const grants = await world.mine.access.loadGrants(row.documentId);
  return grants
    .filter(({ personId, reason, revokedAt, untilAt }) => {
      const inForce = revokedAt === null && untilAt > world.now;
      return personId === row.holderId && reason === HOLDS_COPY && inForce;
    })
    .map((grant) => put('access_grant', { ...grant, revokedAt: world.now }));
}

export function takeBack(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { documentId, copyId }: { readonly documentId: string; readonly copyId: string },
): Promise<Outcome<{ copyId: string }>> {
  const subject = { document: documentId, copy: copyId };
  return acts.perform(actor, { verb: 'transfer.return', subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'hand-over', documentId });
    if (!admitted.ok) return admitted;
    const taker = admitted.value.subject;
    const mayTake = taker.duties.includes('registry-clerk') || taker.duties.includes('keeper');
    if (!mayTake) return refuse({ code: 'not-your-duty' });
    const row = await world.mine.documents.loadCopy(copyId);
    if (row?.documentId !== documentId) return refuse({ code: 'not-found' });
    const { state } = row.custody as unknown as Custody;
    if (row.holderId === taker.personId || state === 'destroyed') {
      return refuse({ code: 'already-done' });
    }
    const custody: Custody = {
      state: 'returned',
      to: { kind: 'person', personId: taker.personId },
      returnedOn: world.today,
    };
    const copy = put('copy', {
      ...row,
      custody: custody as unknown as Json,
      holderId: taker.personId,
    });
    return permit({
      ...(row.holderId ? { subject: { person: row.holderId } } : {}),
      facts: { number: row.number },
      rows: [copy, ...(await endHolding(world, row))],
      value: { copyId },
    });
  });
}
