/**
 * Clearance by written decision (law art. 26). A new decision takes the place of earlier ones from
 * its first day on, so that a lower level lowers what the person may read.
 */
import { addDays, type CalendarDate } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Level } from '../../core/level/level.ts';
import { mayTakeClearance } from '../../core/person/exclusive-duty.ts';
import { parseTerm } from '../../core/person/paper.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import type { PersonFile } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { checkEnding } from './assign-duty.ts';
import { admitManaging, admitServing, heldBy } from './managed.ts';

type Clearing = {
  readonly personId: string;
  readonly level: Level;
  readonly decisionNo: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
};
type Done = Promise<Outcome<{ clearanceId: string }>>;

/** Clearances that reach into the new one end the day before it begins. */
function replaced({ clearances }: PersonFile, from: CalendarDate): readonly RowChange[] {
  return clearances
    .filter(({ untilOn }) => untilOn === null || untilOn >= from)
    .map((row) => put('clearance', { ...row, untilOn: addDays(from, -1) }));
}

export function clearPerson(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { personId, level, decisionNo, ...typed }: Clearing,
): Done {
  const attempt = { verb: 'people.clear', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const managed = await admitServing(world, actor, personId);
    if (!managed.ok) return managed;
    const { file } = managed.value;
    const term = parseTerm(typed);
    if (!term.ok) return term;
    const { from, until } = term.value;
    // What was lawfully read stays so: no decision reaches back over an earlier one.
    const reachesBack = from < world.today && replaced(file, from).length > 0;
    if (reachesBack) return refuse({ code: 'invalid-input', facts: { field: 'fromOn' } });
    const may = mayTakeClearance(term.value, heldBy(file));
    if (!may.ok) return may;
    const id = world.newId();
    const row = { id, personId, level, decisionNo, fromOn: from, untilOn: until };
    return permit({
      facts: { level, from, until },
      rows: [...replaced(file, from), put('clearance', row)],
      value: { clearanceId: id },
    });
  });
}

export function endClearance(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: { readonly personId: string; readonly clearanceId: string; readonly untilOn: string },
): Done {
  const { personId, clearanceId } = input;
  const attempt = { verb: 'people.end-clearance', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const managed = await admitManaging(world, actor, personId);
    if (!managed.ok) return managed;
    const row = managed.value.file.clearances.find(({ id }) => id === clearanceId);
    if (!row) return refuse({ code: 'not-found' });
    const untilOn = checkEnding(input.untilOn, row, world);
    if (!untilOn.ok) return untilOn;
    return permit({
      facts: { until: untilOn.value },
      rows: [put('clearance', { ...row, untilOn: untilOn.value })],
      value: { clearanceId },
    });
  });
}
