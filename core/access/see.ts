/**
 * The see-rule: who may learn that a document exists. Restated in SQL as row-level security, and
 * both are compared over a full small matrix (`testkit/access-matrix.ts`).
 *
 *   sees(person, document, at) =
 *     person.status = 'active'
 *     AND NOT ('administrator' IN duties)
 *     AND ( document.protectedUntil < today                                    -- declassified
 *        OR document.drafterId = person
 *        OR EXISTS (grant of the person on the document:
 *                   fromAt <= at < untilAt AND (revokedAt IS NULL OR at < revokedAt))
 *        OR cleared AND 'registrar' IN duties
 *        OR cleared AND 'registry-clerk' IN duties AND state IN ('determined', 'received') )
 *
 *   cleared = document.level IS NULL
 *          OR (clearance.level dominates document.level
 *              AND clearance.from <= today AND (clearance.until IS NULL OR today <= until))
 *
 * `today` is the date of `at` in Hanoi. A null `protectedUntil` or `drafterId` is never a match. A
 * clerk sees a determined document before its number is given, because the clerk gives it.
 */
import { dateInHanoi, type Instant } from '../common/calendar-date.ts';
import { isCleared } from '../level/clearance.ts';
import {
  type AccessGrant,
  type DocumentFacts,
  isDeclassified,
  isGrantInForce,
  type Subject,
} from './access-facts.ts';

export type DocumentQuestion = {
  readonly subject: Subject;
  /** Null when there is no such document: the answer is the same as for an invisible one. */
  readonly object: DocumentFacts | null;
  readonly grants: readonly AccessGrant[];
  readonly at: Instant;
};

export function clearedFor(subject: Subject, document: DocumentFacts, at: Instant): boolean {
  const { level } = document;
  return level === null || isCleared(subject.clearance, { level, on: dateInHanoi(at) });
}

/** The grants of this person on this document, whatever else the caller passed in. */
export function ownGrants(
  { subject, grants }: DocumentQuestion,
  document: DocumentFacts,
): readonly AccessGrant[] {
  return grants.filter(
    (grant) => grant.personId === subject.personId && grant.documentId === document.documentId,
  );
}

export function maySee(question: DocumentQuestion): boolean {
  const { subject, object, at } = question;
  if (!object || subject.status !== 'active' || subject.duties.includes('administrator')) {
    return false;
  }
  if (isDeclassified(object, at) || object.drafterId === subject.personId) return true;
  if (ownGrants(question, object).some((grant) => isGrantInForce(grant, at))) return true;
  if (!clearedFor(subject, object, at)) return false;
  if (subject.duties.includes('registrar')) return true;
  const inRegistry = object.state === 'determined' || object.state === 'received';
  return inRegistry && subject.duties.includes('registry-clerk');
}
