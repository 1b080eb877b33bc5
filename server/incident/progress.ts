/** The progress of an incident as its row keeps it: who was told, what was done, in typed words. */
import type { Instant } from '../../core/common/calendar-date.ts';
import type { NoteKind } from '../../core/incident/incident.ts';
import type { IncidentRow } from '../ports/rows.ts';

export type Note = {
  readonly kind: NoteKind;
  /** When it happened. */
  readonly at: Instant;
  readonly text: string;
  readonly by: string;
  readonly notedAt: Instant;
};

export type Progress = { readonly notes: readonly Note[] };

export function progressOf({ progress }: IncidentRow): Progress {
  return progress as unknown as Progress; // Written by `watch.confirm` and this folder alone.
}
