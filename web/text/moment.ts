/** Moments and dates as a Vietnamese reader writes them, always in the time of Hà Nội. */
import {
  addMs,
  type CalendarDate,
  dateInHanoi,
  type Instant,
  instantOf,
  parseCalendarDate,
  parseInstant,
  printDate,
} from '../../core/common/calendar-date.ts';

const HANOI_OFFSET_MS = 7 * 3_600_000;

/** A date off the wire for a reader; a dash when there is none. */
export function showDate(value: string | null | undefined): string {
  const date = parseCalendarDate(value);
  return date ? printDate(date) : '–';
}

/** A moment off the wire for a reader, `HH:mm dd/MM/yyyy`; a dash when there is none. */
export function showMoment(value: string | null | undefined): string {
  const instant = parseInstant(value);
  return instant ? printMoment(instant) : '–';
}

/** `HH:mm` in Asia/Ho_Chi_Minh, which has no summer time. */
export const printTime = (instant: Instant): string =>
  addMs(instant, HANOI_OFFSET_MS).slice(11, 16);

/** `HH:mm dd/MM/yyyy`. */
export const printMoment = (instant: Instant): string =>
  `${printTime(instant)} ${printDate(dateInHanoi(instant))}`;

/** Today in Hà Nội by the browser's clock: for display only, the server decides by its own. */
export const todayInHanoi = (): CalendarDate => dateInHanoi(instantOf(Date.now()));

const TYPED = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;

/** Reads a date as typed, `7/3/2026` or `07032026`, into `yyyy-MM-dd` for `parseCalendarDate`. */
export function isoFromTyped(text: string): string | null {
  const parts = TYPED.exec(text.trim()) ?? DIGITS.exec(text.trim());
  const [, day, month, year] = parts ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

const numbers = new Intl.NumberFormat('vi-VN');
/** `12.345`: the dot groups thousands in Vietnamese. */
export const printNumber = (value: number): string => numbers.format(value);

/** `3,4 MB`, decimal units. */
export function printBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
  return `${amount.format(bytes / 1000 ** power)} ${units[power]}`;
}
