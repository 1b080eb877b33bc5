/**
 * Dates of the papers about a person: decisions with a term, and commitments and courses that have
 * happened and are good for a time. What is typed becomes dates here, or a refusal that names the
 * field of the form.
 */
import { type CalendarDate, parseCalendarDate } from '../common/calendar-date.ts';
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';
import type { Span } from './exclusive-duty.ts';

const wrong = (field: string): Refusal => ({ code: 'invalid-input', facts: { field } });

/** `prefix` goes in front of the field names, for a form inside a form. */
export function parseTerm(
  typed: { readonly fromOn: string; readonly untilOn: string | null },
  prefix = '',
): Outcome<Span> {
  const from = parseCalendarDate(typed.fromOn);
  const until = typed.untilOn === null ? null : parseCalendarDate(typed.untilOn);
  const refusals: Refusal[] = [];
  if (from === null) refusals.push(wrong(`${prefix}fromOn`));
  const ends = typed.untilOn === null || (until !== null && from !== null && from <= until);
  if (!ends) refusals.push(wrong(`${prefix}untilOn`));
  return permitUnless(refusals, { from: from as CalendarDate, until });
}

export type Paper = { readonly on: CalendarDate; readonly until: CalendarDate };

/** Signed or passed today or before, good until the same day at the earliest. */
export function parsePaper(
  typed: { readonly on: string; readonly untilOn: string },
  { onField, prefix = '', today }: { onField: string; prefix?: string; today: CalendarDate },
): Outcome<Paper> {
  const on = parseCalendarDate(typed.on);
  const until = parseCalendarDate(typed.untilOn);
  const refusals: Refusal[] = [];
  const field = `${prefix}${onField}`;
  if (on === null) refusals.push(wrong(field));
  else if (on > today) refusals.push({ code: 'date-in-future', facts: { date: on, field } });
  if (until === null || on === null || until < on) refusals.push(wrong(`${prefix}untilOn`));
  return permitUnless(refusals, { on: on as CalendarDate, until: until as CalendarDate });
}
