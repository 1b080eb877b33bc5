/**
 * A calendar computed from one day: an election fixes a row of days before and after it on which
 * material becomes public at the latest. The rows are data of the regime.
 */
import {
  addDays,
  type CalendarDate,
  type Instant,
  startOfDayInHanoi,
} from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';

export type ReleaseTemplateRow = {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** Days from the day itself, negative before it. */
  readonly offsetDays: number;
  /** Something is made public on it: the row becomes an item of the calendar. */
  readonly publishes: boolean;
  readonly articles: readonly Citation[];
};

export type TemplateDate = ReleaseTemplateRow & {
  readonly on: CalendarDate;
  /** The first instant of the day: before it nothing of the row may be published. */
  readonly releaseAt: Instant;
};

/** In the order of days. */
export function computeTemplate(
  rows: readonly ReleaseTemplateRow[],
  day: CalendarDate,
): readonly TemplateDate[] {
  return rows
    .map((row) => {
      const on = addDays(day, row.offsetDays);
      return { ...row, on, releaseAt: startOfDayInHanoi(on) };
    })
    .toSorted((one, other) => one.offsetDays - other.offsetDays);
}
