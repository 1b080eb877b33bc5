/**
 * The drafter puts the proposal to a competent person (law art. 10; decree 26/2020 art. 2). Refused
 * without a guide item (art. 5.1), and to anyone who has no power at this level: such a proposal
 * could never be decided.
 */
import { mayDecide } from '../../core/authority/may-decide.ts';
import { addMs } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { invariant } from '../../core/common/invariant.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { levelOf } from '../../core/document/document.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { Admitted } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { takeStep } from './step.ts';

const DECIDER_GRANT_MS = 365 * 86_400_000;

export function propose(
  parts: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  input: { readonly documentId: string; readonly to: string },
): Promise<Outcome<{ documentId: string }>> {
  const to = input.to as PersonId;

  /** The decider must be able to decide, and from now on knows of the document. */
  async function admitDecider(
    world: World,
    { document }: Admitted,
  ): Promise<Outcome<readonly RowChange[]>> {
    const person = await world.mine.people.loadSubject(to);
    if (!person) return refuse({ code: 'invalid-input', facts: { field: 'to' } });
    const level = levelOf(document);
    invariant(level, 'only a draft, which has a level, is proposed');
    const may = mayDecide({
      law: parts.law,
      person,
      power: 'determine',
      level,
      on: world.today,
      proposedBy: document.drafterId,
    });
    if (!may.ok) return may;
    const grant = put('access_grant', {
      id: world.newId(),
      documentId: document.documentId,
      personId: to,
      kind: 'decider',
      fromAt: world.now,
      untilAt: addMs(world.now, DECIDER_GRANT_MS),
      grantedBy: document.drafterId,
      reason: 'proposed',
      revokedAt: null,
    });
    return permit([grant]);
  }

  return takeStep(parts, actor, {
    verb: 'determination.propose',
    action: 'revise',
    documentId: input.documentId,
    act: { verb: 'propose', to },
    changes: { deciderId: to },
    alsoWrite: admitDecider,
  });
}
