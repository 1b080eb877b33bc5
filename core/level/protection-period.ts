/**
 * How long a level protects (law art. 19): 30, 20 or 10 calendar years from the day the level was
 * determined. The law gives no rule for counting the days; the same day of the last year is taken
 * as the last protected day, and 29 February ends on 28 February.
 */
import { addYears, type CalendarDate } from '../common/calendar-date.ts';
import type { Level } from './level.ts';
import type { LevelRules } from './level-rule.ts';

export type PeriodLaw = { readonly levels: LevelRules };

export function lastProtectedDay(
  { levels }: PeriodLaw,
  determination: { readonly level: Level; readonly determinedOn: CalendarDate },
): CalendarDate {
  return addYears(determination.determinedOn, levels[determination.level].periodYears);
}
