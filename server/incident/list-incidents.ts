/** All incidents, newest first, each with its document as far as the viewer may see it. */
import type { IncidentLine } from '../../contract/incident.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { linesOf } from '../ports/shared-passages.ts';
import { incidentLine } from './incident-line.ts';

export async function listIncidents(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
): Promise<Outcome<{ incidents: IncidentLine[] }>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitGeneral(eyes, actor, { action: 'see-incidents' });
    if (!admitted.ok) return admitted;
    const rows = await readers.incidents.listIncidents();
    const documentIds = rows.map(({ documentId }) => documentId);
    const lines = await linesOf(eyes, actor, { action: 'see', documentIds });
    const nameOf = await namesOf(readers);
    const incidents: IncidentLine[] = [];
    for (const row of rows) {
      const [evidence] = await readers.incidents.loadEvidence(row.id);
      const document = lines.get(row.documentId) ?? null;
      incidents.push(incidentLine(row, { nameOf, document, source: evidence?.source ?? null }));
    }
    return permit({ incidents });
  });
}
