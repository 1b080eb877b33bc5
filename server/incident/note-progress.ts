/**
 * Who was told and when, what was done, how it ended (law art. 25.3, 26.2). The words stay in the
 * row; the ledger learns their kind. Nothing is judged here: a person writes what happened.
 */
import type { NoteKind } from '../../contract/incident.ts';
import { type Instant, instantOf } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, permitUnless, type Refusal } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { type IncidentRow, put } from '../ports/rows.ts';
import { admitIncident } from './admit-incident.ts';
import { type Note, progressOf } from './progress.ts';

type Input = {
  readonly incidentId: string;
  readonly kind: NoteKind;
  /** When it happened; now when absent. */
  readonly at?: string | undefined;
  readonly text: string;
};

const NEEDS_WORDS: readonly NoteKind[] = ['measure', 'result'];
const MOST_NOTES = 500;

function mayNote(incident: IncidentRow, note: Note): Outcome<true> {
  const refusals: Refusal[] = [];
  const { state } = incident;
  if (state !== 'open') refusals.push({ code: 'state-forbids', facts: { state } });
  if (NEEDS_WORDS.includes(note.kind) && note.text === '') {
    refusals.push({ code: 'reason-missing' });
  }
  if (note.at > note.notedAt) {
    refusals.push({ code: 'date-in-future', facts: { date: note.at } });
  }
  if (progressOf(incident).notes.length >= MOST_NOTES) refusals.push({ code: 'too-large' });
  return permitUnless(refusals, true);
}

export function noteProgress(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { incidentId, kind, at, text }: Input,
): Promise<Outcome<{ incidentId: string }>> {
  const attempt = { verb: 'incident.note', subject: { incident: incidentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitIncident(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const { incident, personId } = admitted.value;
    const happened: Instant = at === undefined ? world.now : instantOf(Date.parse(at));
    const words = text.trim().toWellFormed().replaceAll('\0', '');
    const note: Note = { kind, at: happened, text: words, by: personId, notedAt: world.now };
    const may = mayNote(incident, note);
    if (!may.ok) return may;
    const notes = [...progressOf(incident).notes, note];
    const state = kind === 'result' ? 'closed' : 'open';
    const row = { ...incident, state, progress: { notes } as unknown as Json };
    return permit({
      subject: { document: incident.documentId },
      facts: { kind, state },
      rows: [put('incident', row)],
      value: { incidentId },
    });
  });
}
