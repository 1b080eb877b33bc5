/**
 * The one decision on the state of an incident (law art. 25.3). The caller has already asked
 * whether this person may see incidents at all.
 */
import type { Instant } from '../common/calendar-date.ts';
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';
import type { Duty } from '../person/duty.ts';
import type { IncidentState, NoteKind } from './incident.ts';
import { INCIDENT_LIFECYCLE, type IncidentTransition, type IncidentVerb } from './lifecycle.ts';
import { type ClockQuestion, missingSteps } from './statutory-clock.ts';

export type IncidentQuestion = ClockQuestion & {
  readonly verb: IncidentVerb;
  readonly state: IncidentState;
  readonly duties: readonly Duty[];
  /** When it happened. */
  readonly at: Instant;
  readonly words: string;
};

/** Which verb a note of this kind is. */
export function verbOfNote(kind: NoteKind): IncidentVerb {
  if (kind === 'result') return 'close';
  if (kind === 'reopened') return 'reopen';
  return kind === 'qualified' ? 'qualify' : 'note';
}

export function decideIncident(question: IncidentQuestion): Outcome<IncidentState> {
  const { verb, state, duties, at, now, words } = question;
  const row: IncidentTransition = INCIDENT_LIFECYCLE[verb];
  const [article] = row.articles;
  const refusals: Refusal[] = [];
  if (!row.who.some((duty) => duties.includes(duty))) {
    refusals.push({ code: 'not-your-duty', ...(article && { article }) });
  }
  if (state !== row.from) refusals.push({ code: 'state-forbids', facts: { state } });
  if (row.needsWords && words.trim() === '') refusals.push({ code: 'reason-missing' });
  if (at > now) refusals.push({ code: 'date-in-future', facts: { date: at } });
  const missing = row.needsSteps ? missingSteps(question) : [];
  if (missing.length > 0) {
    const facts = { count: missing.length };
    refusals.push({ code: 'steps-missing', ...(article && { article }), facts });
  }
  return permitUnless(refusals, row.to);
}
