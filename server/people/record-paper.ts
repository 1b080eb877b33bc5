/** What a person signed and passed: commitment (law art. 26.2) and training (art. 24). */
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { parsePaper } from '../../core/person/paper.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { admitServing } from './managed.ts';

type Done = Promise<Outcome<{ personId: string }>>;

export function recordCommitment(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: { readonly personId: string; readonly signedOn: string; readonly untilOn: string },
): Done {
  const { personId, signedOn, untilOn } = input;
  const attempt = { verb: 'people.commit', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const managed = await admitServing(world, actor, personId);
    if (!managed.ok) return managed;
    const onField = 'signedOn';
    const paper = parsePaper({ on: signedOn, untilOn }, { onField, today: world.today });
    if (!paper.ok) return paper;
    const { on, until } = paper.value;
    return permit({
      facts: { on, until },
      rows: [put('commitment', { id: world.newId(), personId, signedOn: on, untilOn: until })],
      value: { personId },
    });
  });
}

type Passed = {
  readonly personId: string;
  readonly course: string;
  readonly passedOn: string;
  readonly untilOn: string;
};

export function recordTraining(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { personId, course, passedOn, untilOn }: Passed,
): Done {
  const attempt = { verb: 'people.train', subject: { person: personId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const managed = await admitServing(world, actor, personId);
    if (!managed.ok) return managed;
    const onField = 'passedOn';
    const paper = parsePaper({ on: passedOn, untilOn }, { onField, today: world.today });
    if (!paper.ok) return paper;
    const { on, until } = paper.value;
    const row = { id: world.newId(), personId, course, passedOn: on, untilOn: until };
    return permit({ facts: { on, until }, rows: [put('training', row)], value: { personId } });
  });
}
