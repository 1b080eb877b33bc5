/**
 * A drafter begins a document: secret from its first line, known to nobody else (law art. 10;
 * decree 26/2020 art. 2). The drafter's own need-to-know is a grant with an end, like any other.
 */
import { addMs } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { parseProposal } from '../../core/document/proposal.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';

/** A drafter's access ends with the work; it can be granted anew. */
const DRAFTER_GRANT_MS = 180 * 86_400_000;

export function draft(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: unknown,
): Promise<Outcome<{ documentId: string }>> {
  return acts.perform(actor, { verb: 'determination.draft' }, async (world) => {
    const proposal = parseProposal(input);
    if (!proposal.ok) return proposal;
    const eyes = { readers: world.mine, now: world.now };
    const { level } = proposal.value;
    const subject = await admitGeneral(eyes, actor, { action: 'draft', level });
    if (!subject.ok) return subject;
    const { personId } = subject.value;
    const documentId = world.newId();
    const document = put('document', {
      id: documentId,
      origin: 'own',
      drafterId: personId,
      deciderId: null,
      registered: false,
      createdAt: world.now,
      protection: { state: 'draft', proposal: proposal.value } as unknown as Json,
    });
    const grant = put('access_grant', {
      id: world.newId(),
      documentId,
      personId,
      kind: 'drafter',
      fromAt: world.now,
      untilAt: addMs(world.now, DRAFTER_GRANT_MS),
      grantedBy: null,
      reason: 'draft',
      revokedAt: null,
    });
    return permit({
      subject: { document: documentId },
      facts: { level },
      rows: [document, grant],
      value: { documentId },
    });
  });
}
