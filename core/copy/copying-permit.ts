/**
 * A permission to copy (law art. 11; decree 26/2020 art. 3): by the competent person, for one who
 * makes the copies, their number, and whom they are for. Only the permitted number is made, each
 * with a number of its own. That it ends after some days is practice, not law.
 */
import { addDays, type CalendarDate } from '../common/calendar-date.ts';
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';

export const PERMIT_DAYS = 7;
/** More at once would be a new issue. Practice, not law. */
export const MOST_COPIES_PERMITTED = 50;

export type CopyingPermit = {
  readonly executorId: string;
  readonly copies: number;
  readonly made: number;
  /** The last day. */
  readonly untilOn: CalendarDate;
  readonly withdrawn: boolean;
};

export const PERMIT_STATES = ['open', 'used-up', 'expired', 'withdrawn'] as const;
export type PermitState = (typeof PERMIT_STATES)[number];

export const lastDayOf = (allowedOn: CalendarDate): CalendarDate =>
  addDays(allowedOn, PERMIT_DAYS - 1);

export function stateOfPermit(permit: CopyingPermit, on: CalendarDate): PermitState {
  if (permit.made >= permit.copies) return 'used-up';
  if (permit.withdrawn) return 'withdrawn';
  return on > permit.untilOn ? 'expired' : 'open';
}

/** Whether one more copy may be made now, by this person. */
export function mayMakeCopy(
  permit: CopyingPermit,
  { by, on }: { readonly by: string; readonly on: CalendarDate },
): Outcome<true> {
  const state = stateOfPermit(permit, on);
  const refusals: Refusal[] = [];
  if (permit.executorId !== by) refusals.push({ code: 'not-your-duty' });
  if (state !== 'open') refusals.push({ code: 'permit-ended' });
  return permitUnless(refusals, true);
}
