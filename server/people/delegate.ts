/**
 * A written delegation to the own deputy, for one power, up to a level, for a term (law art. 11).
 * Made by the delegating person, or by the registrar from the signed document; ended by the same.
 */
import type { Subject } from '../../core/access/access-facts.ts';
import type { Power } from '../../core/authority/legal-post.ts';
import { mayDelegate } from '../../core/authority/may-delegate.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Level } from '../../core/level/level.ts';
import { parseTerm } from '../../core/person/paper.ts';
import type { Actor, World } from '../ports/acts.ts';
import { admitGeneral, subjectOfActor } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';

type Delegating = {
  /** The delegating person. */
  readonly personId: string;
  readonly to: string;
  readonly power: Power;
  readonly level: Level;
  readonly documentNo: string;
  readonly scope: string;
  readonly fromOn: string;
  readonly untilOn: string;
};
type Done = Promise<Outcome<{ delegationId: string }>>;

/** The delegating person in their own matter, and whoever manages people in every one. */
async function admitDelegating(
  world: World,
  actor: Actor,
  personId: string,
): Promise<Outcome<Subject>> {
  const eyes = { readers: world.mine, now: world.now };
  const self = await subjectOfActor(eyes, actor);
  const isOwn = self?.personId === personId && self.status === 'active';
  if (!isOwn) {
    const manages = await admitGeneral(eyes, actor, { action: 'manage-people' });
    if (!manages.ok) return manages;
  }
  const from = await world.all.people.loadSubject(personId);
  return from ? permit(from) : refuse({ code: 'not-found' });
}

export function delegatePower(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  input: Delegating,
): Done {
  const { personId, power, level, documentNo, scope } = input;
  const attempt = { verb: 'people.delegate', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const from = await admitDelegating(world, actor, personId);
    if (!from.ok) return from;
    const to = await world.all.people.loadSubject(input.to);
    if (!to) return refuse({ code: 'invalid-input', facts: { field: 'to' } });
    const term = parseTerm(input);
    if (!term.ok) return term;
    const until = term.value.until ?? term.value.from;
    const may = mayDelegate({
      law,
      from: from.value,
      to,
      power,
      upToLevel: level,
      term: { from: term.value.from, until },
      on: world.today,
    });
    if (!may.ok) return may;
    const id = world.newId();
    const row = put('delegation', {
      id,
      fromPersonId: personId,
      toPersonId: to.personId,
      power,
      level,
      documentNo,
      scope,
      fromOn: term.value.from,
      untilOn: until,
      revokedOn: null,
    });
    const facts = { to: to.personId, power, level, from: term.value.from, until };
    return permit({ facts, rows: [row], value: { delegationId: id } });
  });
}

export function revokeDelegation(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: { readonly personId: string; readonly delegationId: string },
): Done {
  const { personId, delegationId } = input;
  const attempt = { verb: 'people.revoke-delegation', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const from = await admitDelegating(world, actor, personId);
    if (!from.ok) return from;
    const file = await world.all.people.loadPerson(personId);
    const row = file?.delegationsMade.find(({ id }) => id === delegationId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.revokedOn !== null || row.untilOn < world.today)
      return refuse({ code: 'already-done' });
    return permit({
      facts: { to: row.toPersonId, power: row.power },
      rows: [put('delegation', { ...row, revokedOn: world.today })],
      value: { delegationId },
    });
  });
}
