/**
 * Clearance: a written decision that a person may work with secrets up to a level, with a start
 * and mostly an end. It says nothing about need-to-know, which is a grant on one document.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import { dominates, type Level } from './level.ts';

export type Clearance = {
  readonly level: Level;
  readonly decisionNo: string;
  readonly from: CalendarDate;
  /** The last day it counts; null while no end was decided. */
  readonly until: CalendarDate | null;
};

/** No clearance, one not yet begun and one that has ended are the same: not cleared. */
export function isCleared(
  clearance: Pick<Clearance, 'level' | 'from' | 'until'> | null,
  needed: { readonly level: Level; readonly on: CalendarDate },
): boolean {
  if (!clearance || clearance.from > needed.on) return false;
  if (clearance.until !== null && clearance.until < needed.on) return false;
  return dominates(clearance.level, needed.level);
}
