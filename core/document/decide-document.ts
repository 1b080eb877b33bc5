/**
 * The one decision on a document's protection state (law art. 5.1, 10, 11, 19). Takes all it needs
 * as values and returns the next state or every reason against it. The caller has already asked
 * `mayPerform`, so that nobody learns here of a document they may not see.
 */
import type { AuthorityLaw } from '../authority/legal-post.ts';
import { type Authorised, type Authority, mayDecide } from '../authority/may-decide.ts';
import type { CalendarDate } from '../common/calendar-date.ts';
import type { PersonId } from '../common/id.ts';
import { assertNever, invariant } from '../common/invariant.ts';
import { type Outcome, permit, type Refusal, refuse } from '../common/refusal.ts';
import { checkGuideItem, type GuideLaw } from '../guide/check-guide-item.ts';
import { lastProtectedDay, type PeriodLaw } from '../level/protection-period.ts';
import type { Duty } from '../person/duty.ts';
import { type DocumentState, levelOf, type SecretDocument } from './document.ts';
import { DOCUMENT_LIFECYCLE, type DocumentVerb, type Transition } from './lifecycle.ts';
import type { Proposal } from './proposal.ts';

export type DocumentLaw = AuthorityLaw & GuideLaw & PeriodLaw;
export type DocumentActor = Authorised & { readonly duties: readonly Duty[] };

export type DocumentAct =
  | { readonly verb: 'revise'; readonly proposal: Proposal }
  | { readonly verb: 'propose'; readonly to: PersonId }
  | { readonly verb: 'return' | 'reject-as-not-secret' | 'void'; readonly reason: string }
  | { readonly verb: 'determine' }
  | {
      readonly verb: 'issue';
      readonly number: number;
      readonly symbol: string;
      readonly signedBy: PersonId;
    };

export type DocumentQuestion = {
  readonly law: DocumentLaw;
  readonly document: SecretDocument;
  readonly act: DocumentAct;
  readonly actor: DocumentActor;
  readonly on: CalendarDate;
};

const NOT_YOUR_DUTY: Refusal = { code: 'not-your-duty' };

/** Whether the table names this person for this verb; power is judged apart. */
function roleRefusals(row: Transition, question: DocumentQuestion): readonly Refusal[] {
  const { document, actor } = question;
  const isDrafter = document.drafterId === actor.personId;
  if (actor.status !== 'active') return [NOT_YOUR_DUTY];
  const refusals: Refusal[] = [];
  // Where power is needed, `mayDecide` itself names the proposer who decides.
  if (row.notBy === 'drafter' && isDrafter && !row.needsPower) {
    refusals.push({ code: 'proposer-decides' });
  }
  const isAddressee = document.state === 'proposed' && document.proposedTo === actor.personId;
  const fits =
    (row.who === 'drafter' && isDrafter) ||
    (row.who === 'addressee' && isAddressee) ||
    (row.who === 'registry-clerk' && actor.duties.includes('registry-clerk'));
  if (!fits) refusals.push(NOT_YOUR_DUTY);
  return refusals;
}

function authorityFor(row: Transition, question: DocumentQuestion): Outcome<Authority | null> {
  if (!row.needsPower) return { ok: true, value: null };
  const level = levelOf(question.document);
  invariant(level, 'power is only asked for a document with a level');
  return mayDecide({
    law: question.law,
    person: question.actor,
    power: 'determine',
    level,
    on: question.on,
    proposedBy: question.document.drafterId,
  });
}

function periodRefusals(proposal: Proposal, question: DocumentQuestion): readonly Refusal[] {
  const { shorterPeriod, level } = proposal;
  if (shorterPeriod === null) return [];
  const article = { instrument: '117/2025/QH15', article: '19', certainty: '2018-text' } as const;
  const refusals: Refusal[] = [];
  if (!shorterPeriod.aboutActivity) refusals.push({ code: 'shorter-period-not-activity', article });
  const most = lastProtectedDay(question.law, { level, determinedOn: question.on });
  if (shorterPeriod.until >= most) {
    refusals.push({ code: 'shorter-period-too-long', article, facts: { before: most } });
  }
  if (shorterPeriod.until < question.on) {
    refusals.push({ code: 'invalid-input', facts: { field: 'shorterPeriod' } });
  }
  return refusals;
}

/** What proposing and determining both demand of the proposal itself. */
function proposalRefusals(proposal: Proposal, question: DocumentQuestion): readonly Refusal[] {
  const { law, on } = question;
  const { guideItem: ref, level, conditionAttested } = proposal;
  const guide = checkGuideItem({ law, ref, level, conditionAttested, on });
  return [...(guide.ok ? [] : guide.refusals), ...periodRefusals(proposal, question)];
}

function actRefusals(question: DocumentQuestion): readonly Refusal[] {
  const { document, act } = question;
  switch (act.verb) {
    case 'revise':
      return [];
    case 'propose': {
      invariant(document.state === 'draft', 'the table lets only a draft be proposed');
      const self = act.to === document.drafterId;
      const refusals = proposalRefusals(document.proposal, question);
      return self ? [{ code: 'proposer-decides' }, ...refusals] : refusals;
    }
    case 'determine':
      invariant(document.state === 'proposed', 'the table lets only a proposal be determined');
      return proposalRefusals(document.proposal, question);
    case 'return':
    case 'reject-as-not-secret':
    case 'void':
      return act.reason.trim() === '' ? [{ code: 'reason-missing' }] : [];
    case 'issue':
      invariant(document.state === 'determined', 'the table lets only the determined be issued');
      return document.issue === null ? [] : [{ code: 'already-done' }];
    default:
      return assertNever(act);
  }
}

function determined(question: DocumentQuestion, authority: Authority): DocumentState {
  const { document, law, actor, on } = question;
  invariant(document.state === 'proposed', 'the table lets only a proposal be determined');
  const { proposal } = document;
  const { guideItem, level, shorterPeriod } = proposal;
  invariant(guideItem, 'checkGuideItem lets nothing pass without an item');
  const full = lastProtectedDay(law, { level, determinedOn: on });
  return {
    ...proposal,
    guideItem,
    state: 'determined',
    decidedBy: actor.personId,
    authority,
    decidedOn: on,
    protectedUntil: shorterPeriod?.until ?? full,
    issue: null,
  };
}

/** The next state, once nothing speaks against it. */
function next(question: DocumentQuestion, authority: Authority | null): DocumentState {
  const { document, act, actor, on } = question;
  const by = actor.personId;
  switch (act.verb) {
    case 'revise':
      return { state: 'draft', proposal: act.proposal };
    case 'propose':
      invariant(document.state === 'draft', 'the table lets only a draft be proposed');
      return {
        state: 'proposed',
        proposal: document.proposal,
        proposedTo: act.to,
        proposedOn: on,
      };
    case 'return': {
      invariant(document.state === 'proposed', 'the table lets only a proposal be returned');
      const { proposal } = document;
      return { state: 'returned', proposal, returnedBy: by, returnedOn: on, reason: act.reason };
    }
    case 'determine':
      invariant(authority, 'determining is done by an authority');
      return determined(question, authority);
    case 'reject-as-not-secret':
      invariant(authority, 'rejecting is done by an authority');
      return { state: 'not-secret', decidedBy: by, authority, decidedOn: on, reason: act.reason };
    case 'issue': {
      invariant(document.state === 'determined', 'the table lets only the determined be issued');
      const { number, symbol, signedBy } = act;
      return { ...document, issue: { number, symbol, issuedOn: on, signedBy } };
    }
    case 'void': {
      const level = levelOf(document);
      invariant(level, 'the table lets only a draft be given up');
      return { state: 'void', level, voidedBy: by, voidedOn: on, reason: act.reason };
    }
    default:
      return assertNever(act);
  }
}

/** Permits with the next state, or refuses with every reason that applies. */
export function decideDocument(question: DocumentQuestion): Outcome<DocumentState> {
  const { document, act } = question;
  const row: Transition = DOCUMENT_LIFECYCLE[act.verb satisfies DocumentVerb];
  if (!row.from.includes(document.state)) {
    return refuse({ code: 'state-forbids', facts: { verb: act.verb, state: document.state } });
  }
  const authority = authorityFor(row, question);
  const refusals = [
    ...roleRefusals(row, question),
    ...(authority.ok ? [] : authority.refusals),
    ...actRefusals(question),
  ];
  if (!authority.ok || refusals.length > 0) return { ok: false, refusals };
  return permit(next(question, authority.value));
}
