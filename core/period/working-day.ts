/**
 * Working days, for the times that decree 30/2020 counts in them (art. 15, 18, 23). Only weekends
 * are known here: public holidays are announced each year, so around one of them the date shown is
 * earlier than the law demands, never later.
 */
import { addDays, type CalendarDate } from '../common/calendar-date.ts';

const isWeekend = (date: CalendarDate): boolean => {
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

export function nextWorkingDay(after: CalendarDate): CalendarDate {
  let day = addDays(after, 1);
  while (isWeekend(day)) day = addDays(day, 1);
  return day;
}
