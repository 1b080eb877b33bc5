/**
 * What the agency may say to the press about an incident: a wording to begin from, and the check of
 * the wording that was made of it. It is ready only when it repeats nothing protected and says no
 * word that confirms (law art. 5). The check is in the ledger, without a word of the text.
 */
import type { StatementVerdict } from '../../contract/incident.ts';
import { dateInHanoi, printDate } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import {
  draftStatement as draft,
  findConfirming,
  type Statement,
  type StatementKind,
} from '../../core/incident/statement.ts';
import type { Actor } from '../ports/acts.ts';
import { type FindParts, findProtected } from '../ports/find-protected.ts';
import type { Parts } from '../ports/parts.ts';
import { admitIncident } from './admit-incident.ts';

export function draftStatement(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  { incidentId, kind }: { readonly incidentId: string; readonly kind: StatementKind },
): Promise<Outcome<Statement>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitIncident(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const agency = (await readers.people.loadAgency())?.name ?? '…';
    const day = printDate(dateInHanoi(admitted.value.incident.openedAt));
    return permit(draft(kind, { agency, day }));
  });
}

export async function checkStatement(
  parts: FindParts,
  actor: Actor,
  { incidentId, text }: { readonly incidentId: string; readonly text: string },
): Promise<Outcome<StatementVerdict>> {
  const { acts, clock, compareIndex } = parts;
  const admitted = await acts.read(actor, (readers) =>
    admitIncident({ readers, now: clock.now() }, actor, incidentId),
  );
  const found = admitted.ok && compareIndex.isOpen() ? await findProtected(parts, text) : null;
  const confirming = findConfirming(text).map((place) => ({ ...place }));
  const attempt = { verb: 'incident.check-statement', subject: { incident: incidentId } } as const;
  return acts.perform<StatementVerdict>(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const again = await admitIncident(eyes, actor, incidentId);
    if (!again.ok) return again;
    if (!found) return refuse({ code: 'vault-sealed' });
    const touchesProtected = found.length > 0;
    const ready = !touchesProtected && confirming.length === 0;
    return permit({
      subject: { document: again.value.incident.documentId },
      facts: { characters: text.length, confirming: confirming.length, touches: touchesProtected },
      value: { ready, touchesProtected, confirming },
    });
  });
}
