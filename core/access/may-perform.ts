/**
 * The one access function (law art. 3, 5, 11, 15, 26). Every verb and every reader asks it. Who may
 * not see a document gets `not-found` and nothing else, whatever the action, as for a document that
 * does not exist; otherwise every reason is named. Whether the legal post suffices to decide is
 * judged by `core/document`, which knows the law's tables.
 */
import { dateInHanoi, type Instant } from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';
import { type Outcome, permitUnless, type Refusal, refuse } from '../common/refusal.ts';
import { isCleared } from '../level/clearance.ts';
import type { Level } from '../level/level.ts';
import type { Duty } from '../person/duty.ts';
import {
  type DocumentFacts,
  type GrantKind,
  isDeclassified,
  isGrantInForce,
  type Subject,
} from './access-facts.ts';
import {
  type ActionRule,
  type DocumentAction,
  GENERAL_ACTION_RULES,
  type GeneralAction,
} from './action.ts';
import { clearedFor, type DocumentQuestion, maySee, ownGrants } from './see.ts';

export type AccessQuestion =
  | (DocumentQuestion & { readonly action: DocumentAction })
  | {
      readonly action: GeneralAction;
      readonly subject: Subject;
      /** The level of what is to be drafted or registered. */
      readonly level?: Level;
      readonly at: Instant;
    };

const law = (article: string): Citation => ({
  instrument: '117/2025/QH15',
  article,
  certainty: '2018-text',
});

function commitmentAndTraining(subject: Subject, at: Instant): readonly Refusal[] {
  const today = dateInHanoi(at);
  const refusals: Refusal[] = [];
  if (subject.commitmentUntil === null || subject.commitmentUntil < today) {
    refusals.push({ code: 'commitment-missing', article: law('26') });
  }
  if (subject.trainingUntil === null || subject.trainingUntil < today) {
    refusals.push({ code: 'training-missing', article: law('26') });
  }
  return refusals;
}

function grantRefusal(question: DocumentQuestion, object: DocumentFacts): readonly Refusal[] {
  const grants = ownGrants(question, object);
  if (grants.some((grant) => isGrantInForce(grant, question.at))) return [];
  const code = grants.length > 0 ? 'grant-expired' : 'no-need-to-know';
  return [{ code, article: law('15') }];
}

/** Reading content: clearance, need-to-know, commitment and training, unless declassified. */
function readRefusals(question: DocumentQuestion, object: DocumentFacts): readonly Refusal[] {
  const { subject, at } = question;
  if (isDeclassified(object, at)) return [];
  const clearance: readonly Refusal[] = clearedFor(subject, object, at)
    ? []
    : [{ code: 'clearance-too-low', article: law('25') }];
  const need = grantRefusal(question, object);
  return [...clearance, ...need, ...commitmentAndTraining(subject, at)];
}

function holds(question: DocumentQuestion, object: DocumentFacts, kind: GrantKind): boolean {
  return ownGrants(question, object).some(
    (grant) => grant.kind === kind && isGrantInForce(grant, question.at),
  );
}

const NOT_YOUR_DUTY: Refusal = { code: 'not-your-duty' };

function needDuty(subject: Subject, ...duties: readonly Duty[]): readonly Refusal[] {
  return duties.some((duty) => subject.duties.includes(duty)) ? [] : [NOT_YOUR_DUTY];
}

function documentRefusals(
  action: DocumentAction,
  question: DocumentQuestion,
  object: DocumentFacts,
): readonly Refusal[] {
  const { subject } = question;
  const isDrafter = object.drafterId === subject.personId;
  const isDecider = holds(question, object, 'decider');
  switch (action) {
    case 'see':
      return [];
    case 'read':
      return readRefusals(question, object);
    case 'revise':
      return [...(isDrafter ? [] : [NOT_YOUR_DUTY]), ...readRefusals(question, object)];
    case 'decide':
      return [
        ...(isDrafter ? ([{ code: 'proposer-decides', article: law('11') }] as const) : []),
        ...(isDecider ? [] : [NOT_YOUR_DUTY]),
        ...readRefusals(question, object),
      ];
    case 'issue':
      return [
        ...needDuty(subject, 'registry-clerk'),
        ...(object.registered ? ([{ code: 'already-done' }] as const) : []),
      ];
    case 'void-number':
      return [
        ...needDuty(subject, 'registry-clerk'),
        ...(object.registered ? [] : ([{ code: 'state-forbids' }] as const)),
      ];
    case 'grant':
      return isDecider ? commitmentAndTraining(subject, question.at) : [NOT_YOUR_DUTY];
    case 'hand-over': {
      const holder = ownGrants(question, object).some((own) => isGrantInForce(own, question.at));
      return holder ? [] : needDuty(subject, 'registry-clerk', 'keeper');
    }
  }
}

function generalRefusals(
  question: Extract<AccessQuestion, { action: GeneralAction }>,
): readonly Refusal[] {
  const { action, subject, level, at } = question;
  const rule: ActionRule = GENERAL_ACTION_RULES[action];
  const refusals: Refusal[] = [];
  const isAdministrator = subject.duties.includes('administrator');
  if (rule.touchesSecrets && isAdministrator) {
    refusals.push({ code: 'administrator-reads-nothing' });
  }
  if (subject.status !== 'active') refusals.push(NOT_YOUR_DUTY);
  else if (rule.duties !== 'everyone') refusals.push(...needDuty(subject, ...rule.duties));
  if (level !== undefined && !isCleared(subject.clearance, { level, on: dateInHanoi(at) })) {
    refusals.push({ code: 'clearance-too-low', article: law('25') });
  }
  if (rule.touchesSecrets) refusals.push(...commitmentAndTraining(subject, at));
  return refusals;
}

function isGeneral(
  question: AccessQuestion,
): question is Extract<AccessQuestion, { action: GeneralAction }> {
  return question.action in GENERAL_ACTION_RULES;
}

/** Permits, or refuses with every reason; for an invisible document with `not-found` alone. */
export function mayPerform(question: AccessQuestion): Outcome<true> {
  if (isGeneral(question)) return permitUnless(generalRefusals(question), true);
  const { object } = question;
  if (!object || !maySee(question)) return refuse({ code: 'not-found' });
  return permitUnless(documentRefusals(question.action, question, object), true);
}
