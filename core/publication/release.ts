/**
 * The release calendar: material that may not be published before its moment, whether or not it is
 * a state secret. Two flags stay apart: `embargo` (release moment and releaser) and `secret` (a
 * determination). For a document still protected a release rests on a decision of who has power
 * over its level; it changes no level by itself.
 */
import type { Instant } from '../common/calendar-date.ts';
import type { PersonId } from '../common/id.ts';
import { assertNever } from '../common/invariant.ts';
import { type Outcome, permit, type Refusal, refuse } from '../common/refusal.ts';

export const RELEASE_STATES = ['planned', 'released', 'cancelled'] as const;
export type ReleaseStateName = (typeof RELEASE_STATES)[number];

export type ReleaseState =
  | { readonly state: 'planned'; readonly releaseAt: Instant }
  | {
      readonly state: 'released';
      /** The moment that was planned; the release came before it. */
      readonly releaseAt: Instant;
      readonly releasedAt: Instant;
      readonly releasedBy: PersonId;
    }
  | {
      readonly state: 'cancelled';
      readonly releaseAt: Instant;
      readonly cancelledAt: Instant;
      readonly cancelledBy: PersonId;
      readonly reason: string;
    };

/** Nobody has to act: from its moment on, planned material is public. */
export function isReleased(item: ReleaseState, at: Instant): boolean {
  switch (item.state) {
    case 'planned':
      return item.releaseAt <= at;
    case 'released':
      return item.releasedAt <= at;
    case 'cancelled':
      return false;
    default:
      return assertNever(item);
  }
}

/** Why words may not be published now. */
export const GROUNDS = ['secret', 'embargo'] as const;
export type Ground = (typeof GROUNDS)[number];

export type Guarded = {
  /** Protected as a state secret, or in work as one. */
  readonly secret: boolean;
  /** Registered as material under embargo, not as a secret. */
  readonly embargoed: boolean;
  readonly releases: readonly ReleaseState[];
};

/** Null: publishing it is lawful at that moment, as far as the house knows. */
export function groundAt({ secret, embargoed, releases }: Guarded, at: Instant): Ground | null {
  const planned = releases.filter(({ state }) => state !== 'cancelled');
  if (planned.some((item) => isReleased(item, at))) return null;
  if (secret) return 'secret';
  return embargoed || planned.length > 0 ? 'embargo' : null;
}

export type ReleaseAct =
  | { readonly verb: 'release' }
  | { readonly verb: 'move'; readonly releaseAt: Instant }
  | { readonly verb: 'cancel'; readonly reason: string };
export type ReleaseVerb = ReleaseAct['verb'];

export type ReleaseQuestion = {
  readonly item: ReleaseState;
  readonly releaserId: PersonId;
  readonly plannedBy: PersonId;
  readonly act: ReleaseAct;
  readonly actorId: PersonId;
  readonly at: Instant;
};

/** Earlier than planned is the named releaser's alone; later is safe in more hands. */
function mayAct({ item, releaserId, plannedBy, act, actorId }: ReleaseQuestion): boolean {
  if (actorId === releaserId) return true;
  const isLater = act.verb === 'move' && act.releaseAt >= item.releaseAt;
  return actorId === plannedBy && (isLater || act.verb === 'cancel');
}

export function decideRelease(question: ReleaseQuestion): Outcome<ReleaseState> {
  const { item, act, actorId, at } = question;
  if (item.state !== 'planned' || isReleased(item, at)) {
    const state = item.state === 'planned' ? 'released' : item.state;
    return refuse({ code: 'state-forbids', facts: { verb: act.verb, state } });
  }
  const refusals: Refusal[] = [];
  if (!mayAct(question)) refusals.push({ code: 'releaser-only' });
  if (act.verb === 'move' && act.releaseAt <= at) {
    refusals.push({ code: 'invalid-input', facts: { field: 'releaseAt' } });
  }
  if (act.verb === 'cancel' && act.reason.trim() === '') refusals.push({ code: 'reason-missing' });
  if (refusals.length > 0) return { ok: false, refusals };
  const { releaseAt } = item;
  switch (act.verb) {
    case 'release':
      return permit({ state: 'released', releaseAt, releasedAt: at, releasedBy: actorId });
    case 'move':
      return permit({ state: 'planned', releaseAt: act.releaseAt });
    case 'cancel': {
      const reason = act.reason.trim();
      const cancelled = { cancelledAt: at, cancelledBy: actorId, reason };
      return permit({ state: 'cancelled', releaseAt, ...cancelled });
    }
    default:
      return assertNever(act);
  }
}
