/**
 * The one decision on a request to publish. Takes all it needs as values and returns the next
 * state or every reason against it. The caller has found out, with the actor's own eyes, what the
 * judged text touches: nobody lets out what they could not compare.
 */
import { GENERAL_ACTION_RULES } from '../access/action.ts';
import type { Instant } from '../common/calendar-date.ts';
import type { PersonId } from '../common/id.ts';
import { assertNever, invariant } from '../common/invariant.ts';
import { type Outcome, permitUnless, type Refusal, refuse } from '../common/refusal.ts';
import type { Duty } from '../person/duty.ts';
import type { JudgedText, RequestState, Touches } from './request.ts';
import {
  REQUEST_LIFECYCLE,
  type RequestRole,
  type RequestTransition,
  type RequestVerb,
} from './request-lifecycle.ts';

/** The same duties as the general actions `clear-publication` and `submit-publication`. */
export const DECIDER_DUTIES: readonly Duty[] = ['head', 'registrar'];
export const PRESS_DUTIES: readonly Duty[] = ['head', 'press-officer', 'drafter'];

export type RequestAct =
  | { readonly verb: 'revise'; readonly text: JudgedText }
  | { readonly verb: 'withdraw' }
  | {
      readonly verb: 'clear' | 'allow-appeal';
      readonly note: string;
      readonly touches: Touches;
      /** A part of the file could not be read: nothing was compared there. */
      readonly unread: boolean;
    }
  | {
      readonly verb: 'clear-amended';
      readonly note: string;
      readonly text: JudgedText;
      /** What the amended text touches. */
      readonly touches: Touches;
    }
  | { readonly verb: 'object' | 'appeal' | 'uphold'; readonly reason: string }
  | { readonly verb: 'record' };

export type RequestActor = {
  readonly personId: PersonId;
  readonly status: string;
  readonly duties: readonly Duty[];
};

export type RequestQuestion = {
  readonly submitterId: PersonId;
  readonly state: RequestState;
  readonly act: RequestAct;
  readonly actor: RequestActor;
  readonly at: Instant;
};

const ROLE_DUTIES: Readonly<Record<Exclude<RequestRole, 'submitter'>, readonly Duty[]>> = {
  decider: GENERAL_ACTION_RULES['clear-publication'].duties,
  head: ['head'],
  press: GENERAL_ACTION_RULES['submit-publication'].duties,
};

function fits(role: RequestRole, { actor, submitterId }: RequestQuestion): boolean {
  if (role === 'submitter') return actor.personId === submitterId;
  return ROLE_DUTIES[role].some((duty) => actor.duties.includes(duty));
}

function roleRefusals(row: RequestTransition, question: RequestQuestion): readonly Refusal[] {
  const { actor, submitterId, state } = question;
  const refusals: Refusal[] = [];
  const isObjector = 'objection' in state && state.objection.decidedBy === actor.personId;
  if (row.notBy.includes('submitter') && actor.personId === submitterId) {
    refusals.push({ code: 'submitter-decides' });
  }
  if (row.notBy.includes('objector') && isObjector) refusals.push({ code: 'objector-reviews' });
  if (actor.status !== 'active' || !fits(row.who, question)) {
    refusals.push({ code: 'not-your-duty' });
  }
  return refusals;
}

const isBlank = (words: string): boolean => words.trim() === '';

function actRefusals({ act, state }: RequestQuestion): readonly Refusal[] {
  switch (act.verb) {
    case 'object':
    case 'appeal':
    case 'uphold':
      return isBlank(act.reason) ? [{ code: 'reason-missing' }] : [];
    case 'clear':
    case 'allow-appeal':
    case 'clear-amended': {
      const refusals: Refusal[] = [];
      if (act.touches === 'hidden') refusals.push({ code: 'touches-protected' });
      // Whoever lets out words that a document also has, or that nobody could compare, answers for
      // it with a reason.
      const isUnread = act.verb !== 'clear-amended' && act.unread;
      if ((act.touches === 'seen' || isUnread) && isBlank(act.note)) {
        refusals.push({ code: 'reason-missing' });
      }
      if (act.verb === 'clear-amended' && act.text.sha256 === state.sha256) {
        refusals.push({ code: 'text-unchanged' });
      }
      return refusals;
    }
    case 'revise':
      return act.text.sha256 === state.sha256 ? [{ code: 'text-unchanged' }] : [];
    case 'withdraw':
    case 'record':
      return [];
    default:
      return assertNever(act);
  }
}

function next({ state, act, actor, at }: RequestQuestion): RequestState {
  const { version, sha256 } = state;
  const judged = { version, sha256 };
  const decision = { decidedBy: actor.personId, decidedAt: at };
  switch (act.verb) {
    case 'revise':
      return { state: 'submitted', ...act.text, submittedAt: at };
    case 'withdraw':
      return { state: 'withdrawn', ...judged, withdrawnAt: at };
    case 'clear':
    case 'allow-appeal': {
      const afterAppeal = act.verb === 'allow-appeal';
      return { state: 'cleared', ...judged, ...decision, note: act.note.trim(), afterAppeal };
    }
    case 'clear-amended': {
      const note = act.note.trim();
      return { state: 'cleared-amended', ...act.text, ...decision, note, ofVersion: version };
    }
    case 'object':
      return {
        state: 'objected',
        ...judged,
        objection: { ...decision, reason: act.reason.trim() },
      };
    case 'appeal': {
      invariant(state.state === 'objected', 'the table lets only an objection be appealed');
      const appeal = { appealedAt: at, reason: act.reason.trim() };
      return { state: 'appealed', ...judged, objection: state.objection, appeal };
    }
    case 'uphold': {
      invariant(state.state === 'appealed', 'the table lets only an appeal be answered');
      const { objection, appeal } = state;
      const reason = act.reason.trim();
      return { state: 'upheld', ...judged, ...decision, objection, appeal, reason };
    }
    case 'record':
      return state;
    default:
      return assertNever(act);
  }
}

/** Permits with the next state, or refuses with every reason that applies. */
export function decideRequest(question: RequestQuestion): Outcome<RequestState> {
  const { state, act } = question;
  const row: RequestTransition = REQUEST_LIFECYCLE[act.verb satisfies RequestVerb];
  if (!row.from.includes(state.state)) {
    return refuse({ code: 'state-forbids', facts: { verb: act.verb, state: state.state } });
  }
  const refusals = [...roleRefusals(row, question), ...actRefusals(question)];
  return refusals.length > 0 ? permitUnless(refusals, state) : permitUnless([], next(question));
}
