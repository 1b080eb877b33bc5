/**
 * The clock of an incident: what the law asks, within which time, and how it stands. The steps are
 * data of the regime; "at once" has no number in the law, so such a step is never overdue here,
 * only due, with the time that has passed.
 */
import type { Instant } from '../common/calendar-date.ts';
import { epochMs } from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';
import type { IncidentStepCode } from './incident.ts';

export type IncidentStep = {
  readonly code: IncidentStepCode;
  readonly vi: string;
  readonly en: string;
  /** Null: at once. */
  readonly limitHours: number | null;
  /** `published`: only when it stands in public. */
  readonly when: 'always' | 'published';
  /** The incident is not closed before this is noted. */
  readonly required: boolean;
  readonly citations: readonly Citation[];
};

export type IncidentLaw = { readonly incidentSteps: readonly IncidentStep[] };

export const STEP_STATES = ['done', 'done-late', 'due', 'overdue'] as const;
export type StepState = (typeof STEP_STATES)[number];

export type ClockLine = {
  readonly step: IncidentStep;
  readonly state: StepState;
  readonly doneAt: Instant | null;
  /** From the opening until it was done, or until now. */
  readonly minutes: number;
};

export type ClockQuestion = {
  readonly law: IncidentLaw;
  readonly openedAt: Instant;
  readonly published: boolean;
  readonly notes: readonly { readonly kind: string; readonly at: Instant }[];
  readonly now: Instant;
};

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;

function firstDone({ notes }: ClockQuestion, code: string): Instant | null {
  const moments = notes.filter(({ kind }) => kind === code).map(({ at }) => at);
  return moments.toSorted()[0] ?? null;
}

export function readClock(question: ClockQuestion): readonly ClockLine[] {
  const { law, openedAt, published, now } = question;
  const steps = law.incidentSteps.filter(({ when }) => when === 'always' || published);
  return steps.map((step) => {
    const doneAt = firstDone(question, step.code);
    const passed = epochMs(doneAt ?? now) - epochMs(openedAt);
    const minutes = Math.max(0, Math.floor(passed / MINUTE_MS));
    const late = step.limitHours !== null && minutes > step.limitHours * MINUTES_AN_HOUR;
    const state = doneAt ? (late ? 'done-late' : 'done') : late ? 'overdue' : 'due';
    return { step, state, doneAt, minutes };
  });
}

/** Required steps that nobody has noted. */
export function missingSteps(question: ClockQuestion): readonly IncidentStepCode[] {
  return readClock(question)
    .filter(({ step, doneAt }) => step.required && doneAt === null)
    .map(({ step }) => step.code);
}
