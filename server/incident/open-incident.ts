/**
 * An incident that no article shows: a copy is lost, or somebody heard what they should not (law
 * art. 2, 25.3: whoever finds it out reports at once). Opened by duty, on a document that the
 * person may see; an incident of a match is opened by its verdict instead.
 */
import { instantOf } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { IncidentKind } from '../../core/incident/incident.ts';
import type { Actor } from '../ports/acts.ts';
import { admit, admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import type { Note } from './progress.ts';

type Input = {
  readonly documentId: string;
  readonly kind: IncidentKind;
  /** When it was found out; now when absent. */
  readonly at?: string | undefined;
  readonly text: string;
};

export function openIncident(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { documentId, kind, at, text }: Input,
): Promise<Outcome<{ incidentId: string }>> {
  const attempt = { verb: 'incident.open', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const officer = await admitGeneral(eyes, actor, { action: 'open-incident' });
    if (!officer.ok) return officer;
    const seen = await admit(eyes, actor, { action: 'see', documentId });
    if (!seen.ok) return seen;
    const words = text.trim().toWellFormed().replaceAll('\0', '');
    if (words === '') return refuse({ code: 'reason-missing' });
    const happened = at === undefined ? world.now : instantOf(Date.parse(at));
    if (happened > world.now) return refuse({ code: 'date-in-future', facts: { date: happened } });
    const incidentId = world.newId();
    const by = officer.value.personId;
    const note: Note = { kind: 'measure', at: happened, text: words, by, notedAt: world.now };
    return permit({
      subject: { document: documentId, incident: incidentId },
      facts: { kind },
      rows: [
        put('incident', {
          id: incidentId,
          kind,
          documentId,
          matchId: null,
          openedAt: world.now,
          openedBy: by,
          progress: { notes: [note] } as unknown as Json,
          state: 'open',
        }),
      ],
      value: { incidentId },
    });
  });
}
