/** The way into every verb about another person: who manages people, and whom it concerns. */
import type { Subject } from '../../core/access/access-facts.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { type Duty, parseDuty } from '../../core/person/duty.ts';
import type { Held } from '../../core/person/exclusive-duty.ts';
import type { Actor, World } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { PersonFile } from '../ports/readers.ts';

export type Managed = { readonly subject: Subject; readonly file: PersonFile };

export async function admitManaging(
  world: World,
  actor: Actor,
  personId: string,
): Promise<Outcome<Managed>> {
  const eyes = { readers: world.mine, now: world.now };
  const subject = await admitGeneral(eyes, actor, { action: 'manage-people' });
  if (!subject.ok) return subject;
  const file = await world.all.people.loadPerson(personId);
  return file ? permit({ subject: subject.value, file }) : refuse({ code: 'not-found' });
}

/** As above, for what only somebody still in service can be given. */
export async function admitServing(
  world: World,
  actor: Actor,
  personId: string,
): Promise<Outcome<Managed>> {
  const managed = await admitManaging(world, actor, personId);
  if (!managed.ok) return managed;
  const { status } = managed.value.file.person;
  return status === 'active'
    ? managed
    : refuse({ code: 'state-forbids', facts: { state: status } });
}

export function heldBy({ assignments, clearances }: PersonFile): Held {
  return {
    duties: assignments.flatMap(({ duty, fromOn, untilOn }) => {
      const known: Duty | null = parseDuty(duty);
      return known === null ? [] : [{ duty: known, from: fromOn, until: untilOn }];
    }),
    clearances: clearances.map(({ fromOn, untilOn }) => ({ from: fromOn, until: untilOn })),
  };
}
