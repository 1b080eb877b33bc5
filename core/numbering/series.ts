/**
 * Numbers of the two secret registers: a series of its own per register and year, from 1 without a
 * gap (decree 30/2020 art. 15). A number once given is never given again: voided, it stays visible
 * with its reason.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../common/refusal.ts';

export const REGISTERS = ['out', 'in'] as const;
export type Register = (typeof REGISTERS)[number];

export type Series = { readonly register: Register; readonly year: number };

export type GivenNumber = {
  readonly number: number;
  readonly voided: { readonly on: CalendarDate; readonly reason: string } | null;
};

/** The number after the last one given, voided ones included; the first of a year is 1. */
export function nextNumber(lastNumber: number | null): number {
  return (lastNumber ?? 0) + 1;
}

/** Refuses a number that was given already or that would leave a gap. */
export function checkNumber(number: number, lastNumber: number | null): Outcome<number> {
  if (number === nextNumber(lastNumber)) return permit(number);
  return refuse({ code: 'number-taken', facts: { next: nextNumber(lastNumber) } });
}

/** The numbers missing from a series that should run from 1; empty when it is whole. */
export function findGaps(numbers: readonly number[]): readonly number[] {
  const given = new Set(numbers);
  const last = numbers.reduce((most, number) => Math.max(most, number), 0);
  return Array.from({ length: last }, (_, index) => index + 1).filter((n) => !given.has(n));
}

export function voidNumber(
  line: GivenNumber,
  act: { readonly on: CalendarDate; readonly reason: string },
): Outcome<GivenNumber> {
  if (line.voided !== null) return refuse({ code: 'number-already-void' });
  const reason = act.reason.trim();
  if (reason === '') return refuse({ code: 'reason-missing' });
  return permit({ number: line.number, voided: { on: act.on, reason } });
}
