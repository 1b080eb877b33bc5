/** The way into every verb on evidence: who may see incidents, the incident, one piece of it. */
import type { Subject } from '../../core/access/access-facts.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { CustodyStep } from '../../core/evidence/custody-chain.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';
import type { Knower } from '../ports/readers.ts';
import type { EvidenceRow, EvidenceStepRow, IncidentRow } from '../ports/rows.ts';

export type Which = { readonly incidentId: string; readonly evidenceId: string };

export type AdmittedCase = {
  readonly incident: IncidentRow;
  readonly subject: Subject;
  readonly evidence: readonly EvidenceRow[];
};

export async function admitCase(
  eyes: Eyes,
  actor: Actor,
  incidentId: string,
): Promise<Outcome<AdmittedCase>> {
  const subject = await admitGeneral(eyes, actor, { action: 'see-incidents' });
  if (!subject.ok) return subject;
  const incident = await eyes.readers.incidents.loadIncident(incidentId);
  if (!incident) return refuse({ code: 'not-found' });
  const evidence = await eyes.readers.incidents.loadEvidence(incidentId);
  return permit({ incident, subject: subject.value, evidence });
}

export type AdmittedPiece = {
  readonly incident: IncidentRow;
  readonly subject: Subject;
  readonly piece: EvidenceRow;
  readonly chain: readonly CustodyStep[];
};

export async function admitPiece(
  eyes: Eyes,
  actor: Actor,
  { incidentId, evidenceId }: Which,
): Promise<Outcome<AdmittedPiece>> {
  const admitted = await admitCase(eyes, actor, incidentId);
  if (!admitted.ok) return admitted;
  const { incident, subject, evidence } = admitted.value;
  const piece = evidence.find(({ id }) => id === evidenceId);
  if (!piece) return refuse({ code: 'not-found' });
  const chain = (await eyes.readers.incidents.listSteps(evidenceId)).map(stepOf);
  return permit({ incident, subject, piece, chain });
}

export function stepOf({ kind, at, byId, toId }: EvidenceStepRow): CustodyStep {
  // The table holds the kind to the words of core.
  return { kind: kind as CustodyStep['kind'], at, by: byId, to: toId };
}

/** Who held or read the document until it was captured or found. */
export function knowersOf({ holders }: EvidenceRow): ReadonlySet<string> {
  // As `watch.confirm` wrote them.
  return new Set((holders as unknown as readonly Knower[]).map(({ personId }) => personId));
}
