/**
 * The facts on which access is decided, as plain values: who asks, what about, and the relations
 * between the two. Every relation to a document is a grant with an end; nothing is implied by unit
 * or rank.
 */
import type { Authorised } from '../authority/may-decide.ts';
import { type CalendarDate, dateInHanoi, type Instant } from '../common/calendar-date.ts';
import type { DocumentId, PersonId } from '../common/id.ts';
import type { DocumentStateName, Origin } from '../document/document.ts';
import type { Clearance } from '../level/clearance.ts';
import type { Level } from '../level/level.ts';
import type { Duty } from '../person/duty.ts';

export type Subject = Authorised & {
  /** The duties in force on the day of the question. */
  readonly duties: readonly Duty[];
  readonly clearance: Pick<Clearance, 'level' | 'from' | 'until'> | null;
  /** Last valid days; null when never signed or passed. */
  readonly commitmentUntil: CalendarDate | null;
  readonly trainingUntil: CalendarDate | null;
};

export type DocumentFacts = {
  readonly documentId: DocumentId;
  /** Null once found not secret. */
  readonly level: Level | null;
  readonly state: DocumentStateName;
  readonly origin: Origin;
  /** The last day of protection; null until determined or received. */
  readonly protectedUntil: CalendarDate | null;
  readonly drafterId: PersonId | null;
  /** Has a line in the outgoing or incoming register. */
  readonly registered: boolean;
};

export const GRANT_KINDS = ['drafter', 'decider', 'reader'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/** In force from `fromAt` up to, not including, `untilAt` and `revokedAt`. */
export type AccessGrant = {
  readonly documentId: DocumentId;
  readonly personId: PersonId;
  readonly kind: GrantKind;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly revokedAt: Instant | null;
};

export function isGrantInForce(grant: AccessGrant, at: Instant): boolean {
  if (grant.revokedAt !== null && grant.revokedAt <= at) return false;
  return grant.fromAt <= at && at < grant.untilAt;
}

/** Protection ended by itself: the day after the last protected day has come (art. 22.1.a). */
export function isDeclassified(document: DocumentFacts, at: Instant): boolean {
  return document.protectedUntil !== null && document.protectedUntil < dateInHanoi(at);
}
