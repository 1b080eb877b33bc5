/**
 * Protection on a given day (law art. 19, 20, 22.1.a). Expiry declassifies by itself on the day
 * after the last protected day; nobody decides it and no job has to run. Extension is decided at
 * the latest 60 days before; later it is only recorded as a late act.
 */
import { addDays, addYears, type CalendarDate } from '../common/calendar-date.ts';
import type { DocumentState } from '../document/document.ts';
import { levelOf } from '../document/document.ts';
import type { Level } from '../level/level.ts';
import type { PeriodLaw } from '../level/protection-period.ts';

/** `pending`: guarded like a secret until somebody has decided. */
export type Protection = 'pending' | 'secret' | 'declassified' | 'not-secret';

export type ExtensionLaw = PeriodLaw & {
  /** Days before the end of protection by which an extension is decided. */
  readonly extensionNoticeDays: number;
};

export function isProtected(protectedUntil: CalendarDate, on: CalendarDate): boolean {
  return on <= protectedUntil;
}

/** The first day on which the document is no secret any more. */
export function declassifiedFrom(protectedUntil: CalendarDate): CalendarDate {
  return addDays(protectedUntil, 1);
}

export function protectionOn(document: DocumentState, on: CalendarDate): Protection {
  switch (document.state) {
    case 'determined':
    case 'received':
      return isProtected(document.protectedUntil, on) ? 'secret' : 'declassified';
    case 'not-secret':
      return 'not-secret';
    default:
      return levelOf(document) === null ? 'not-secret' : 'pending';
  }
}

/** The last day on which an extension is in time. */
export function extensionDeadline(law: ExtensionLaw, protectedUntil: CalendarDate): CalendarDate {
  return addDays(protectedUntil, -law.extensionNoticeDays);
}

/** Whether an extension decided on a day is in time, late, or too late because it has expired. */
export function extensionTiming(
  law: ExtensionLaw,
  extension: { readonly protectedUntil: CalendarDate; readonly decidedOn: CalendarDate },
): 'in-time' | 'late' | 'expired' {
  const { protectedUntil, decidedOn } = extension;
  if (!isProtected(protectedUntil, decidedOn)) return 'expired';
  return decidedOn <= extensionDeadline(law, protectedUntil) ? 'in-time' : 'late';
}

/** The furthest end of one extension: the level's own period counted from the old end. */
export function furthestExtension(
  { levels }: PeriodLaw,
  document: { readonly level: Level; readonly protectedUntil: CalendarDate },
): CalendarDate {
  return addYears(document.protectedUntil, levels[document.level].periodYears);
}
