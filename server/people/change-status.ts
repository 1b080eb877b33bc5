/**
 * A person leaves: moved, retired, dead (law art. 25.4, 26.2). Refused while a copy is still in
 * their hands. Duties, clearances, delegations, grants and sessions end with the same day.
 */
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { mayLeave } from '../../core/custody/hand-over.ts';
import type { PersonStatus } from '../../core/person/person.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import type { PersonFile } from '../ports/readers.ts';
import { type DelegationRow, put, type RowChange } from '../ports/rows.ts';
import { isLastRegistrar } from './last-registrar.ts';
import { admitServing } from './managed.ts';

type Leaving = { readonly personId: string; readonly status: Exclude<PersonStatus, 'active'> };

/** An entry names each row it wrote and fits 64 KiB: so many grants end with one act. */
const GRANTS_AT_ONCE = 300;

function endedDuties({ assignments, clearances }: PersonFile, world: World): readonly RowChange[] {
  const { today } = world;
  const runsOn = ({ untilOn }: { untilOn: string | null }) => untilOn === null || untilOn > today;
  return [
    ...assignments.filter(runsOn).map((row) => put('assignment', { ...row, untilOn: today })),
    ...clearances.filter(runsOn).map((row) => put('clearance', { ...row, untilOn: today })),
  ];
}

function endedDelegations(file: PersonFile, { today }: World): readonly RowChange[] {
  const taken = file.delegations.map(({ fromPost: _, ...row }): DelegationRow => row);
  return [...taken, ...file.delegationsMade]
    .filter(({ revokedOn, untilOn }) => revokedOn === null && untilOn >= today)
    .map((row) => put('delegation', { ...row, revokedOn: today }));
}

async function endedGrants(world: World, personId: string): Promise<readonly RowChange[]> {
  const grants = await world.all.access.listGrantsOf(personId);
  return grants
    .filter(({ revokedAt, untilAt }) => revokedAt === null && untilAt > world.now)
    .slice(0, GRANTS_AT_ONCE)
    .map((row) => put('access_grant', { ...row, revokedAt: world.now }));
}

/** What is left of the grants; the person is a stranger to all of them already. */
async function endOtherGrants(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  personId: string,
): Promise<void> {
  const attempt = { verb: 'access.revoke', subject: { person: personId } } as const;
  for (let ended = GRANTS_AT_ONCE; ended === GRANTS_AT_ONCE; ) {
    const done = await acts.perform(actor, attempt, async (world) => {
      const rows = await endedGrants(world, personId);
      return permit({ facts: { grants: rows.length }, rows, value: rows.length });
    });
    ended = done.ok ? done.value : 0;
  }
}

export async function changeStatus(
  parts: Pick<Parts, 'acts' | 'sessions'>,
  actor: Actor,
  { personId, status }: Leaving,
): Promise<Outcome<{ personId: string }>> {
  const attempt = { verb: 'people.change-status', subject: { person: personId } } as const;
  const done = await parts.acts.perform(actor, attempt, async (world) => {
    const managed = await admitServing(world, actor, personId);
    if (!managed.ok) return managed;
    const { file } = managed.value;
    const held = await world.all.documents.listCopiesHeldBy(personId);
    const seen = await world.mine.documents.listCopiesHeldBy(personId);
    const may = mayLeave({ held: held.length, seen: seen.length });
    if (!may.ok) return may;
    const isRegistrar = file.assignments.some(({ duty }) => duty === 'registrar');
    if (isRegistrar && (await isLastRegistrar(world, personId, world.today))) {
      return refuse({ code: 'last-registrar' });
    }
    const grants = await endedGrants(world, personId);
    return permit({
      facts: { status, grants: grants.length },
      rows: [
        put('person', { ...file.person, status }),
        ...endedDuties(file, world),
        ...endedDelegations(file, world),
        ...grants,
      ],
      value: { left: grants.length },
    });
  });
  if (!done.ok) return done;
  await parts.sessions.removeOthers(personId as PersonId, null);
  if (done.value.left === GRANTS_AT_ONCE) await endOtherGrants(parts, actor, personId);
  return permit({ personId });
}
