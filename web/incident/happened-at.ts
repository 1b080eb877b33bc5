/** The moment typed as a day and a time in Hà Nội. */
import {
  addMs,
  type CalendarDate,
  type Instant,
  startOfDayInHanoi,
} from '../../core/common/calendar-date.ts';

const TIME = /^(\d{1,2})[:hg.](\d{2})$/i;

/** Minutes since midnight; null for what is no time of day. */
export function minutesOf(typed: string): number | null {
  const [, hours, minutes] = TIME.exec(typed.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const isTime = Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? Number(hours) * 60 + Number(minutes) : null;
}

/** `now` when the day is left empty; null when day and time make no moment. */
export function happenedAt(typed: {
  readonly day: CalendarDate | null;
  readonly time: string;
}): Instant | 'now' | null {
  if (typed.day === null) return typed.time.trim() === '' ? 'now' : null;
  const minutes = typed.time.trim() === '' ? 0 : minutesOf(typed.time);
  return minutes === null ? null : addMs(startOfDayInHanoi(typed.day), minutes * 60_000);
}
