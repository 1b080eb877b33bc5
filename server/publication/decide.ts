/**
 * Decisions on a request: cleared, objected to, appealed, reviewed by the head; and its withdrawal.
 * Never by who submitted (`core/publication/request-lifecycle.ts`).
 */
import type { Outcome } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { takeStep } from './step.ts';
import type { RequestParts } from './submit.ts';

type Done = Promise<Outcome<{ requestId: string }>>;
type Noted = { readonly requestId: string; readonly note: string };
type Reasoned = { readonly requestId: string; readonly reason: string };

export function clear(parts: RequestParts, actor: Actor, { requestId, note }: Noted): Done {
  return takeStep(parts, actor, {
    verb: 'publication.clear',
    action: 'clear-publication',
    requestId,
    letsOut: true,
    act: (touches, unread) => ({ verb: 'clear', note, touches, unread }),
  });
}

export function allowAppeal(parts: RequestParts, actor: Actor, { requestId, note }: Noted): Done {
  return takeStep(parts, actor, {
    verb: 'publication.allow-appeal',
    action: 'clear-publication',
    requestId,
    letsOut: true,
    act: (touches, unread) => ({ verb: 'allow-appeal', note, touches, unread }),
  });
}

export function object(parts: RequestParts, actor: Actor, { requestId, reason }: Reasoned): Done {
  return takeStep(parts, actor, {
    verb: 'publication.object',
    action: 'clear-publication',
    requestId,
    letsOut: false,
    act: () => ({ verb: 'object', reason }),
  });
}

export function uphold(parts: RequestParts, actor: Actor, { requestId, reason }: Reasoned): Done {
  return takeStep(parts, actor, {
    verb: 'publication.uphold',
    action: 'clear-publication',
    requestId,
    letsOut: false,
    act: () => ({ verb: 'uphold', reason }),
  });
}

export function appeal(parts: RequestParts, actor: Actor, { requestId, reason }: Reasoned): Done {
  return takeStep(parts, actor, {
    verb: 'publication.appeal',
    action: 'submit-publication',
    requestId,
    letsOut: false,
    act: () => ({ verb: 'appeal', reason }),
  });
}

export function withdraw(
  parts: RequestParts,
  actor: Actor,
  { requestId }: { readonly requestId: string },
): Done {
  return takeStep(parts, actor, {
    verb: 'publication.withdraw',
    action: 'submit-publication',
    requestId,
    letsOut: false,
    act: () => ({ verb: 'withdraw' }),
  });
}
