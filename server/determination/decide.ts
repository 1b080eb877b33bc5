/**
 * The competent person decides on a proposal: determines the level, returns it, or finds that it
 * is no state secret (law 117/2025 art. 5.1, 10, 11). Never the one who proposed.
 */
import type { Outcome } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { takeStep } from './step.ts';

type DecisionParts = Pick<Parts, 'acts' | 'law'>;
type Reasoned = { readonly documentId: string; readonly reason: string };
type Done = Promise<Outcome<{ documentId: string }>>;

export function determine(parts: DecisionParts, actor: Actor, documentId: string): Done {
  return takeStep(parts, actor, {
    verb: 'determination.determine',
    action: 'decide',
    documentId,
    act: { verb: 'determine' },
  });
}

export function returnToDrafter(parts: DecisionParts, actor: Actor, input: Reasoned): Done {
  return takeStep(parts, actor, {
    verb: 'determination.return',
    action: 'decide',
    documentId: input.documentId,
    act: { verb: 'return', reason: input.reason },
  });
}

export function findNotSecret(parts: DecisionParts, actor: Actor, input: Reasoned): Done {
  return takeStep(parts, actor, {
    verb: 'determination.find-not-secret',
    action: 'decide',
    documentId: input.documentId,
    act: { verb: 'reject-as-not-secret', reason: input.reason },
  });
}
