/**
 * What the wizard has been told so far, and what is still missing. The form is exactly the body
 * that is sent: a date not yet given is the empty text, which the contract refuses at its field.
 */
import type { z } from 'zod';
import { setUpSchema } from '../../contract/admin.ts';
import { addYears, type CalendarDate } from '../../core/common/calendar-date.ts';
import { checkPassword, parseLogin } from '../../core/person/account.ts';
import type { FieldProblems } from '../ui/field/field-refusals.ts';

export type Plan = z.input<typeof setUpSchema>;
export type NewPerson = Plan['administrator'];
export type Readiness = Plan['registrar']['ready'];
export type Custodian = Plan['custodians'][number];

export const STEPS = ['agency', 'units', 'people', 'vault', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** Which step shows a field, by the first word of its path. */
const STEP_OF: Readonly<Record<keyof Plan, Step>> = {
  agency: 'agency',
  units: 'units',
  head: 'people',
  registrar: 'people',
  administrator: 'people',
  duties: 'people',
  custodians: 'vault',
  threshold: 'vault',
};

export const stepOf = (path: string): Step => STEP_OF[path.split('.')[0] as keyof Plan] ?? 'review';

export const emptyPerson = (): NewPerson => ({
  fullName: '',
  login: '',
  positionTitle: '',
  unit: 0,
  password: '',
});

/** Days that are most often right; all of them can be changed. */
const emptyReadiness = (today: CalendarDate): Readiness => ({
  clearance: { level: 'tuyet-mat', decisionNo: '', fromOn: today, untilOn: null },
  commitment: { signedOn: today, untilOn: addYears(today, 1) },
  training: { course: '', passedOn: today, untilOn: addYears(today, 1) },
});

export const emptyPlan = (today: CalendarDate): Plan => ({
  agency: { name: '', superiorName: '', place: '', symbol: '' },
  units: [''],
  head: { ...emptyPerson(), legalPost: '', ready: emptyReadiness(today) },
  registrar: { ...emptyPerson(), ready: emptyReadiness(today) },
  administrator: emptyPerson(),
  custodians: [{ who: 'head' }, { who: 'registrar' }],
  threshold: 2,
  duties: { decisionNo: '', fromOn: today },
});

export type Sentences = {
  readonly missing: string;
  readonly login: string;
  readonly loginTwice: string;
  readonly password: string;
};

/** Everyone who gets an account, with the path of their fields. */
export function accountsOf(plan: Plan): readonly (readonly [path: string, person: NewPerson])[] {
  const others = plan.custodians.flatMap((custodian, index) =>
    custodian.who === 'other' ? ([[`custodians.${index}.person`, custodian.person]] as const) : [],
  );
  return [
    ['head', plan.head],
    ['registrar', plan.registrar],
    ['administrator', plan.administrator],
    ...others,
  ];
}

/** Every gap by path, so that nobody meets it only after sending. The server checks again. */
export function gapsOf(plan: Plan, say: Sentences): FieldProblems {
  const gaps: Record<string, string> = {};
  const parsed = setUpSchema.safeParse(plan);
  for (const issue of parsed.error?.issues ?? []) gaps[issue.path.join('.')] ??= say.missing;
  if (plan.head.legalPost === '') gaps['head.legalPost'] = say.missing;
  const logins = new Set<string>();
  for (const [path, person] of accountsOf(plan)) {
    const login = parseLogin(person.login);
    if (!login) gaps[`${path}.login`] = person.login ? say.login : say.missing;
    else if (logins.has(login)) gaps[`${path}.login`] = say.loginTwice;
    if (login) logins.add(login);
    if (!checkPassword(person.password, path).ok) gaps[`${path}.password`] = say.password;
  }
  return gaps;
}

export const gapsIn = (gaps: FieldProblems, step: Step): readonly string[] =>
  Object.keys(gaps).filter((path) => stepOf(path) === step);
