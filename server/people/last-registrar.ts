/** Without a registrar nobody could assign one: the house would be locked for good. */
import type { CalendarDate } from '../../core/common/calendar-date.ts';
import type { World } from '../ports/acts.ts';

/** Whether nobody but this person would be registrar, without an end in sight, from a day on. */
export async function isLastRegistrar(
  world: World,
  personId: string,
  from: CalendarDate,
): Promise<boolean> {
  const people = await world.all.people.listPeople();
  return !people.some(
    ({ person, assignments }) =>
      person.id !== personId &&
      person.status === 'active' &&
      assignments.some(
        ({ duty, fromOn, untilOn }) =>
          duty === 'registrar' && fromOn <= from && (untilOn === null || untilOn > from),
      ),
  );
}
