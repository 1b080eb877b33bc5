/**
 * Duties: what a person is assigned to in writing (law art. 25, 26; decree 26/2020 art. 7). A duty
 * never gives power to decide a level: that follows the legal post (`core/authority`).
 */
import type { CalendarDate } from '../common/calendar-date.ts';

export const DUTIES = [
  'head',
  'registry-clerk',
  'drafter',
  'keeper',
  'press-officer',
  'watch-officer',
  'inspector',
  'administrator',
  'registrar',
  'key-custodian',
] as const;
export type Duty = (typeof DUTIES)[number];

export type DutyAssignment = {
  readonly duty: Duty;
  readonly decisionNo: string;
  readonly from: CalendarDate;
  /** The last day of the duty; null until it is ended. */
  readonly until: CalendarDate | null;
};

export function parseDuty(value: unknown): Duty | null {
  return DUTIES.find((duty) => duty === value) ?? null;
}

/** The duties in force on a day, each once, in the order of `DUTIES`. */
export function dutiesOn(
  assignments: readonly DutyAssignment[],
  on: CalendarDate,
): readonly Duty[] {
  const inForce = assignments.filter(
    ({ from, until }) => from <= on && (until === null || on <= until),
  );
  return DUTIES.filter((duty) => inForce.some((assignment) => assignment.duty === duty));
}
