/**
 * A numbered copy goes from hand to hand, or out to a recipient (law art. 13; decree 26/2020 art.
 * 4.5). The receiver must be cleared, committed and trained; the ledger keeps who held it when.
 * Holding a copy is need-to-know of its own: the receiver gets a grant.
 */
import { addMs } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { CopyId, DocumentId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Copy, Custody } from '../../core/copy/copy.ts';
import { decideHandOver } from '../../core/custody/hand-over.ts';
import { levelOf } from '../../core/document/document.ts';
import type { Actor, World } from '../ports/acts.ts';
import { type Admitted, admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { type CopyRow, put } from '../ports/rows.ts';

/** The reason of a grant that goes with a copy in hand. */
export const HOLDS_COPY = 'holds-copy';
const HOLDER_GRANT_MS = 365 * 86_400_000;
type Done = Promise<Outcome<{ copyId: string }>>;
type CopyInput = { readonly documentId: string; readonly copyId: string };

function copyOf(row: CopyRow): Copy {
  return {
    copyId: row.id as CopyId,
    documentId: row.documentId as DocumentId,
    copyNumber: { number: row.number, of: row.ofTotal },
    custody: row.custody as unknown as Custody,
  };
}

async function admitCopy(
  world: World,
  actor: Actor,
  { documentId, copyId }: CopyInput,
): Promise<Outcome<{ admitted: Admitted; row: CopyRow }>> {
  const eyes = { readers: world.mine, now: world.now };
  const admitted = await admit(eyes, actor, { action: 'hand-over', documentId });
  if (!admitted.ok) return admitted;
  const row = await world.mine.documents.loadCopy(copyId);
  if (row?.documentId !== documentId) return refuse({ code: 'not-found' });
  return permit({ admitted: admitted.value, row });
}

export function handOver(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: CopyInput & { readonly to: string },
): Done {
  const { documentId, copyId, to } = input;
  const subject = { document: documentId, copy: copyId, person: to };
  return acts.perform(actor, { verb: 'transfer.hand-over', subject }, async (world) => {
    const found = await admitCopy(world, actor, input);
    if (!found.ok) return found;
    const { admitted, row } = found.value;
    const receiver = await world.mine.people.loadSubject(to);
    if (!receiver) return refuse({ code: 'invalid-input', facts: { field: 'to' } });
    const custody = decideHandOver({
      copy: copyOf(row),
      level: levelOf(admitted.file.protection),
      from: admitted.subject,
      to: receiver,
      at: world.now,
    });
    if (!custody.ok) return custody;
    const copy = put('copy', { ...row, custody: custody.value as unknown as Json, holderId: to });
    const grant = put('access_grant', {
      id: world.newId(),
      documentId,
      personId: to,
      kind: 'reader',
      fromAt: world.now,
      untilAt: addMs(world.now, HOLDER_GRANT_MS),
      grantedBy: admitted.subject.personId,
      reason: HOLDS_COPY,
      revokedAt: null,
    });
    return permit({ facts: { number: row.number }, rows: [copy, grant], value: { copyId } });
  });
}

export function send(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: CopyInput & { readonly recipient: string },
): Done {
  const { documentId, copyId } = input;
  const subject = { document: documentId, copy: copyId };
  return acts.perform(actor, { verb: 'transfer.send', subject }, async (world) => {
    const found = await admitCopy(world, actor, input);
    if (!found.ok) return found;
    const { admitted, row } = found.value;
    if (!admitted.file.registered) return refuse({ code: 'state-forbids' });
    if (row.holderId !== admitted.subject.personId) return refuse({ code: 'copy-not-held' });
    const recipient = input.recipient.trim();
    if (recipient === '') return refuse({ code: 'invalid-input', facts: { field: 'recipient' } });
    const custody: Custody = { state: 'sent', recipient, sentOn: world.today };
    const copy = put('copy', { ...row, custody: custody as unknown as Json, holderId: null });
    return permit({ facts: { number: row.number }, rows: [copy], value: { copyId } });
  });
}
