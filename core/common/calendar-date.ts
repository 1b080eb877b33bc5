/**
 * Legal dates: calendar dates in Asia/Ho_Chi_Minh (UTC+7 all year), stored as `yyyy-MM-dd`, shown
 * as `dd/MM/yyyy`. Instants: UTC, ISO 8601 with milliseconds and `Z`.
 */
import type { Brand } from './brand.ts';
import { invariant } from './invariant.ts';

export type CalendarDate = Brand<string, 'CalendarDate'>;
export type Instant = Brand<string, 'Instant'>;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DAY_MS = 86_400_000;
const HANOI_OFFSET_MS = 7 * 3_600_000;

const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Parses `yyyy-MM-dd`, years 1900 to 9999; null when it is not a day of the calendar. */
export function parseCalendarDate(value: unknown): CalendarDate | null {
  const parts = typeof value === 'string' ? DATE.exec(value) : null;
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const exists = year >= 1900 && month >= 1 && month <= 12 && day >= 1;
  return exists && day <= daysInMonth(year, month) ? (value as CalendarDate) : null;
}

export function calendarDate(value: string): CalendarDate {
  const parsed = parseCalendarDate(value);
  invariant(parsed, 'a calendar date is written yyyy-MM-dd');
  return parsed;
}

export function parseInstant(value: unknown): Instant | null {
  if (typeof value !== 'string' || !INSTANT.test(value)) return null;
  return Number.isNaN(Date.parse(value)) ? null : (value as Instant);
}

export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export const epochMs = (instant: Instant): number => Date.parse(instant);

export function addMs(instant: Instant, ms: number): Instant {
  return instantOf(epochMs(instant) + ms);
}

/** The legal date on which an instant falls. */
export function dateInHanoi(instant: Instant): CalendarDate {
  return instantOf(epochMs(instant) + HANOI_OFFSET_MS).slice(0, 10) as CalendarDate;
}

/** The first instant of a legal date. */
export function startOfDayInHanoi(date: CalendarDate): Instant {
  return instantOf(Date.parse(`${date}T00:00:00.000Z`) - HANOI_OFFSET_MS);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return instantOf(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).slice(
    0,
    10,
  ) as CalendarDate;
}

/** Adds whole years; 29 February becomes 28 February where the target year has none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = Math.min(day, daysInMonth(year + years, month));
  const text = `${String(year + years).padStart(4, '0')}-${date.slice(5, 7)}`;
  return `${text}-${String(last).padStart(2, '0')}` as CalendarDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(span: { from: CalendarDate; to: CalendarDate }): number {
  return Math.round((Date.parse(span.to) - Date.parse(span.from)) / DAY_MS);
}

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

/** `dd/MM/yyyy`, as Vietnamese screens and books write it. */
export function printDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
