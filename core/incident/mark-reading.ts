/**
 * Reading the copy mark of a suspect picture (practice, not law): only in an open incident, asked
 * for by one officer and made by another, neither of whom held or read the document. It names a
 * copy or nothing; who had the copy in hand is another question.
 */
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';
import type { IncidentState } from './incident.ts';

export const MARK_REQUEST_STATES = ['requested', 'declined', 'read'] as const;
export type MarkRequestState = (typeof MARK_REQUEST_STATES)[number];

export const MARK_ACTS = ['request', 'decline', 'read'] as const;
export type MarkAct = (typeof MARK_ACTS)[number];

/** How a reading ends. All but `named` are inconclusive, and a normal result. */
export const MARK_OUTCOMES = [
  'named',
  'nothing-fits',
  'several-fit',
  'no-lines',
  'page-not-found',
  'too-little-seen',
] as const;
export type MarkOutcome = (typeof MARK_OUTCOMES)[number];

export type MarkQuestion = {
  readonly act: MarkAct;
  readonly incident: IncidentState;
  /** Null before it is asked for. */
  readonly request: { readonly state: MarkRequestState; readonly by: string } | null;
  readonly by: string;
  /** Held a copy of the document, or read it. */
  readonly knew: boolean;
  readonly markedCopies: number;
  readonly words: string;
};

export function decideMarkReading(question: MarkQuestion): Outcome<MarkRequestState> {
  const { act, incident, request, by, knew, markedCopies, words } = question;
  const refusals: Refusal[] = [];
  if (incident !== 'open') refusals.push({ code: 'state-forbids', facts: { state: incident } });
  if (request && request.state !== 'requested') refusals.push({ code: 'already-done' });
  if (act === 'read' && request?.by === by) refusals.push({ code: 'second-officer-needed' });
  if (act !== 'decline' && knew) refusals.push({ code: 'knew-the-document' });
  if (act !== 'decline' && markedCopies === 0) refusals.push({ code: 'no-marked-copies' });
  if (act !== 'read' && words === '') refusals.push({ code: 'reason-missing' });
  const after = { request: 'requested', decline: 'declined', read: 'read' } as const;
  return permitUnless(refusals, after[act]);
}
