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
import { invariant } from '../common/invariant.ts';

export type ReleaseTemplateRow = {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** Days from the day itself, negative before it; from the day of `after` where that is named. */
  readonly offsetDays: number;
  /** The code of an earlier row, whose day this one is counted from. */
  readonly after: string | null;
  /** Something is made public on it: the row becomes an item of the calendar. */
  readonly publishes: boolean;
  readonly articles: readonly Citation[];
};

export type TemplateDate = ReleaseTemplateRow & {
  readonly on: CalendarDate;
  /** The first instant of the day: before it nothing of the row may be published. */
  readonly releaseAt: Instant;
};

export type TemplateDays = {
  readonly day: CalendarDate;
  /** Rows whose own day is known to be another than the latest: what counts from them follows. */
  readonly known?: ReadonlyMap<string, CalendarDate>;
};

/** In the order of days. A row stands on the latest day of the law, or follows the row it names. */
export function computeTemplate(
  rows: readonly ReleaseTemplateRow[],
  { day, known = new Map() }: TemplateDays,
): readonly TemplateDate[] {
  const dayOf = ({ after, offsetDays }: ReleaseTemplateRow): CalendarDate => {
    if (after === null) return addDays(day, offsetDays);
    const before = rows.find(({ code }) => code === after);
    invariant(before, 'a row is counted from a row of the same calendar');
    return addDays(known.get(after) ?? dayOf(before), offsetDays);
  };
  return rows
    .map((row) => {
      const on = dayOf(row);
      return { ...row, on, releaseAt: startOfDayInHanoi(on) };
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}
