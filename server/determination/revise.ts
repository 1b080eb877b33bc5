/** The drafter revises a draft, also one that was returned, or gives it up. */
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { parseProposal } from '../../core/document/proposal.ts';
import { isCleared } from '../../core/level/clearance.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { takeStep } from './step.ts';

type Done = Promise<Outcome<{ documentId: string }>>;

/** A level that the drafter is not cleared for would hide the draft from its own drafter. */
export async function revise(
  parts: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  input: { readonly documentId: string; readonly proposal: unknown },
): Done {
  const proposal = parseProposal(input.proposal);
  if (!proposal.ok) return proposal;
  const { level } = proposal.value;
  return takeStep(parts, actor, {
    verb: 'determination.revise',
    action: 'revise',
    documentId: input.documentId,
    act: { verb: 'revise', proposal: proposal.value },
    changes: { deciderId: null },
    alsoWrite: async (world, { subject }) =>
      isCleared(subject.clearance, { level, on: world.today })
        ? permit([])
        : refuse({ code: 'clearance-too-low' }),
  });
}

export function giveUp(
  parts: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  input: { readonly documentId: string; readonly reason: string },
): Done {
  return takeStep(parts, actor, {
    verb: 'determination.give-up',
    action: 'revise',
    documentId: input.documentId,
    act: { verb: 'void', reason: input.reason },
  });
}
