/** Who is in the house: everybody may know, so that matters can be put to the right person. */
import type { PersonLine } from '../../contract/people.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import { dateInHanoi } from '../../core/common/calendar-date.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { personLine } from './person-line.ts';

export async function listPeople(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
): Promise<Outcome<{ people: PersonLine[] }>> {
  return acts.read(actor, async (readers) => {
    const now = clock.now();
    const subject = await admitGeneral({ readers, now }, actor, { action: 'see-people' });
    if (!subject.ok) return subject;
    const manages = mayPerform({ action: 'manage-people', subject: subject.value, at: now }).ok;
    const units = await readers.people.listUnits();
    const files = await readers.people.listPeople();
    const today = dateInHanoi(now);
    const people = files.map((file) => {
      const withStanding = manages || file.person.id === subject.value.personId;
      return personLine(file, { units, today, withStanding });
    });
    return permit({ people });
  });
}
