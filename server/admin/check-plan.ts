/** What speaks against a set-up plan, field by field, before anything is made. */
import type { SetUpPlan } from '../../contract/admin.ts';
import { type AuthorityLaw, findPost } from '../../core/authority/legal-post.ts';
import type { CalendarDate } from '../../core/common/calendar-date.ts';
import type { Outcome, Refusal } from '../../core/common/refusal.ts';
import { checkPassword, parseLogin } from '../../core/person/account.ts';
import { parsePaper, parseTerm } from '../../core/person/paper.ts';
import { type Member, membersOf } from './members.ts';

export type PlanQuestion = {
  readonly plan: SetUpPlan;
  readonly law: AuthorityLaw;
  readonly today: CalendarDate;
};

const wrong = (field: string): Refusal => ({ code: 'invalid-input', facts: { field } });
const reasons = (outcome: Outcome<unknown>): readonly Refusal[] =>
  outcome.ok ? [] : outcome.refusals;

/** A term that counts from today at the latest: otherwise nobody could begin. */
function beginsLate(fromOn: string, today: CalendarDate, field: string): readonly Refusal[] {
  return fromOn > today ? [{ code: 'date-in-future', facts: { date: fromOn, field } }] : [];
}

function checkReadiness({ field, ready }: Member, today: CalendarDate): readonly Refusal[] {
  if (!ready) return [];
  const prefix = `${field}.ready.`;
  const { clearance, commitment, training } = ready;
  return [
    ...reasons(parseTerm(clearance, `${prefix}clearance.`)),
    ...beginsLate(clearance.fromOn, today, `${prefix}clearance.fromOn`),
    ...reasons(
      parsePaper(
        { on: commitment.signedOn, untilOn: commitment.untilOn },
        { onField: 'signedOn', prefix: `${prefix}commitment.`, today },
      ),
    ),
    ...reasons(
      parsePaper(
        { on: training.passedOn, untilOn: training.untilOn },
        { onField: 'passedOn', prefix: `${prefix}training.`, today },
      ),
    ),
  ];
}

function checkLogins(members: readonly Member[]): readonly Refusal[] {
  const taken = new Set<string>();
  return members.flatMap(({ field, person }): readonly Refusal[] => {
    const login = parseLogin(person.login);
    if (login === null) return [wrong(`${field}.login`)];
    if (taken.has(login)) return [{ code: 'login-taken', facts: { field: `${field}.login` } }];
    taken.add(login);
    return [];
  });
}

function checkCustody({ custodians, threshold }: SetUpPlan): readonly Refusal[] {
  const seen = new Set<string>();
  const twice = custodians.flatMap(({ who }, index) => {
    const again = who !== 'other' && seen.has(who);
    seen.add(who);
    return again ? [wrong(`custodians.${index}`)] : [];
  });
  return threshold > custodians.length ? [...twice, wrong('threshold')] : twice;
}

export function checkPlan({ plan, law, today }: PlanQuestion): readonly Refusal[] {
  const members = membersOf(plan);
  return [
    ...members.flatMap(({ field, person }) => [
      ...(person.unit < plan.units.length ? [] : [wrong(`${field}.unit`)]),
      ...reasons(checkPassword(person.password, `${field}.password`)),
    ]),
    ...(findPost(law, plan.head.legalPost) ? [] : [wrong('head.legalPost')]),
    ...checkLogins(members),
    ...members.flatMap((member) => checkReadiness(member, today)),
    ...checkCustody(plan),
    ...reasons(parseTerm({ fromOn: plan.duties.fromOn, untilOn: null }, 'duties.')),
    ...beginsLate(plan.duties.fromOn, today, 'duties.fromOn'),
  ];
}
