/**
 * Giving need-to-know (law art. 10 "phạm vi lưu hành", art. 15): a grant has an end, and goes only
 * to somebody who could read with it. That the giver may grant is asked of `mayPerform` first.
 */
import { addMs, dateInHanoi, type Instant } from '../common/calendar-date.ts';
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';
import { isCleared } from '../level/clearance.ts';
import type { Level } from '../level/level.ts';
import type { Subject } from './access-facts.ts';

/** No need-to-know lasts longer without being given anew. Practice, not law. */
export const LONGEST_GRANT_DAYS = 366;
const DAY_MS = 86_400_000;

export type GrantQuestion = {
  readonly receiver: Subject;
  readonly level: Level | null;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
};

export function mayReceiveGrant(question: GrantQuestion): Outcome<true> {
  const { receiver, level, fromAt, untilAt } = question;
  const refusals: Refusal[] = [];
  if (untilAt <= fromAt) refusals.push({ code: 'invalid-input', facts: { field: 'untilAt' } });
  if (untilAt > addMs(fromAt, LONGEST_GRANT_DAYS * DAY_MS)) {
    refusals.push({ code: 'grant-too-long', facts: { maxDays: LONGEST_GRANT_DAYS } });
  }
  if (receiver.duties.includes('administrator')) {
    refusals.push({ code: 'administrator-reads-nothing' });
  }
  const cleared =
    level === null || isCleared(receiver.clearance, { level, on: dateInHanoi(fromAt) });
  if (receiver.status !== 'active' || !cleared) refusals.push({ code: 'clearance-too-low' });
  return permitUnless(refusals, true);
}
