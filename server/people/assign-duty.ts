/**
 * Duties by written decision, with a first and mostly a last day (decree 26/2020 art. 7). The
 * administrator's excludes every other; the last registrar stays until there is a second.
 */
import { addDays, parseCalendarDate } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../core/common/refusal.ts';
import type { Duty } from '../../core/person/duty.ts';
import { mayTakeDuty } from '../../core/person/exclusive-duty.ts';
import { parseTerm } from '../../core/person/paper.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { isLastRegistrar } from './last-registrar.ts';
import { admitManaging, admitServing, heldBy } from './managed.ts';

type Assignment = {
  readonly personId: string;
  readonly duty: Duty;
  readonly decisionNo: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
};
type Done = Promise<Outcome<{ assignmentId: string }>>;

export function assignDuty(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { personId, duty, decisionNo, ...typed }: Assignment,
): Done {
  const attempt = { verb: 'people.assign', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const managed = await admitServing(world, actor, personId);
    if (!managed.ok) return managed;
    const term = parseTerm(typed);
    if (!term.ok) return term;
    const may = mayTakeDuty({ duty, ...term.value }, heldBy(managed.value.file));
    if (!may.ok) return may;
    const id = world.newId();
    const { from, until } = term.value;
    const row = { id, personId, duty, decisionNo, fromOn: from, untilOn: until };
    return permit({
      facts: { duty, from, until },
      rows: [put('assignment', row)],
      value: { assignmentId: id },
    });
  });
}

/** The day a duty or clearance ends: not before yesterday, since what was done stays lawful. */
export function checkEnding(
  typed: string,
  row: { readonly untilOn: string | null },
  world: Pick<World, 'today'>,
): Outcome<NonNullable<ReturnType<typeof parseCalendarDate>>> {
  const wrong: Refusal = { code: 'invalid-input', facts: { field: 'untilOn' } };
  const untilOn = parseCalendarDate(typed);
  if (untilOn === null || untilOn < addDays(world.today, -1)) return refuse(wrong);
  if (row.untilOn !== null && row.untilOn < world.today) return refuse({ code: 'already-done' });
  return row.untilOn !== null && untilOn > row.untilOn ? refuse(wrong) : permit(untilOn);
}

export function endDuty(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: { readonly personId: string; readonly assignmentId: string; readonly untilOn: string },
): Done {
  const { personId, assignmentId } = input;
  const attempt = { verb: 'people.end-duty', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const managed = await admitManaging(world, actor, personId);
    if (!managed.ok) return managed;
    const { file } = managed.value;
    const row = file.assignments.find(({ id }) => id === assignmentId);
    if (!row) return refuse({ code: 'not-found' });
    const untilOn = checkEnding(input.untilOn, row, world);
    if (!untilOn.ok) return untilOn;
    const isRegistrar = row.duty === 'registrar';
    if (isRegistrar && (await isLastRegistrar(world, personId, addDays(untilOn.value, 1)))) {
      return refuse({ code: 'last-registrar' });
    }
    return permit({
      facts: { duty: row.duty, until: untilOn.value },
      rows: [put('assignment', { ...row, untilOn: untilOn.value })],
      value: { assignmentId },
    });
  });
}
