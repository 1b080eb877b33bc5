/** Who may see incidents may see this one; its document stays hidden from whom it was hidden. */
import type { Subject } from '../../core/access/access-facts.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';
import type { IncidentRow } from '../ports/rows.ts';

export type AdmittedIncident = {
  readonly incident: IncidentRow;
  readonly personId: string;
  readonly subject: Subject;
};

export async function admitIncident(
  eyes: Eyes,
  actor: Actor,
  incidentId: string,
): Promise<Outcome<AdmittedIncident>> {
  const subject = await admitGeneral(eyes, actor, { action: 'see-incidents' });
  if (!subject.ok) return subject;
  const incident = await eyes.readers.incidents.loadIncident(incidentId);
  if (!incident) return refuse({ code: 'not-found' });
  return permit({ incident, personId: subject.value.personId, subject: subject.value });
}
