/**
 * The administrator runs the machine and reads nothing, so the duty stands alone: no other duty
 * and no clearance on any day on which it is in force (separation of duties; decree 26/2020 art. 7
 * names who may be assigned). Called wherever a duty or a clearance begins.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../common/refusal.ts';
import type { Duty } from './duty.ts';

/** From the first to the last day; without an end when `until` is null. */
export type Span = { readonly from: CalendarDate; readonly until: CalendarDate | null };
export type DutySpan = Span & { readonly duty: Duty };

export function spansMeet(a: Span, b: Span): boolean {
  const beginsInTime = (first: Span, second: Span): boolean =>
    second.until === null || first.from <= second.until;
  return isSpan(a) && isSpan(b) && beginsInTime(a, b) && beginsInTime(b, a);
}

/** A span that ended before it began holds no day. */
const isSpan = ({ from, until }: Span): boolean => until === null || from <= until;

export type Held = {
  readonly duties: readonly DutySpan[];
  readonly clearances: readonly Span[];
};

export function mayTakeDuty(wanted: DutySpan, held: Held): Outcome<true> {
  const others: readonly Span[] =
    wanted.duty === 'administrator'
      ? [...held.duties.filter(({ duty }) => duty !== 'administrator'), ...held.clearances]
      : held.duties.filter(({ duty }) => duty === 'administrator');
  if (!others.some((other) => spansMeet(wanted, other))) return permit(true);
  return refuse({ code: 'duties-incompatible' });
}

export function mayTakeClearance(wanted: Span, held: Pick<Held, 'duties'>): Outcome<true> {
  const administers = held.duties.filter(({ duty }) => duty === 'administrator');
  if (!administers.some((other) => spansMeet(wanted, other))) return permit(true);
  return refuse({ code: 'duties-incompatible' });
}
