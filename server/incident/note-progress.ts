/**
 * Who was told and when, what was done, how it ended (law art. 25.3, 26.2). The words stay in the
 * row; the ledger learns their kind. `result` closes the incident, once every step that the law
 * asks for is noted; `reopened` opens it again.
 */
import { type Instant, instantOf } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideIncident, verbOfNote } from '../../core/incident/decide-incident.ts';
import type { IncidentKind, IncidentState, NoteKind } from '../../core/incident/incident.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { type AdmittedIncident, admitIncident } from './admit-incident.ts';
import { type Note, progressOf } from './progress.ts';

type Input = {
  readonly incidentId: string;
  readonly kind: NoteKind;
  /** When it happened; now when absent. */
  readonly at?: string | undefined;
  readonly text: string;
  /** With `qualified`. */
  readonly found?: IncidentKind | undefined;
};

const NEEDS_WORDS: readonly NoteKind[] = ['measure'];
const MOST_NOTES = 500;

function mayNote(
  law: Parts['law'],
  { incident, subject }: AdmittedIncident,
  note: Note,
): Outcome<IncidentState> {
  const { notes } = progressOf(incident);
  if (NEEDS_WORDS.includes(note.kind) && note.text === '')
    return refuse({ code: 'reason-missing' });
  if (notes.length >= MOST_NOTES) return refuse({ code: 'too-large' });
  return decideIncident({
    law,
    verb: verbOfNote(note.kind),
    // The table holds it to these words.
    state: incident.state as IncidentState,
    duties: subject.duties,
    openedAt: incident.openedAt,
    published: incident.matchId !== null,
    notes,
    at: note.at,
    now: note.notedAt,
    words: note.text,
  });
}

export function noteProgress(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  { incidentId, kind, at, text, found }: Input,
): Promise<Outcome<{ incidentId: string }>> {
  const attempt = { verb: 'incident.note', subject: { incident: incidentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitIncident(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const { incident, personId } = admitted.value;
    if (kind === 'qualified' && found === undefined) return refuse({ code: 'invalid-input' });
    const happened: Instant = at === undefined ? world.now : instantOf(Date.parse(at));
    const words = text.trim().toWellFormed().replaceAll('\0', '');
    const note: Note = { kind, at: happened, text: words, by: personId, notedAt: world.now };
    const state = mayNote(law, admitted.value, note);
    if (!state.ok) return state;
    const notes = [...progressOf(incident).notes, note];
    const isNow = kind === 'qualified' && found ? found : incident.kind;
    const row = { ...incident, kind: isNow, state: state.value };
    return permit({
      subject: { document: incident.documentId },
      facts: { kind, state: state.value, is: isNow },
      rows: [put('incident', { ...row, progress: { notes } as unknown as Json })],
      value: { incidentId },
    });
  });
}
