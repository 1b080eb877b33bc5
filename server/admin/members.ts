/** The people of a set-up plan, each with what they will hold and where the form names them. */
import type { SetUpPlan } from '../../contract/admin.ts';
import type { Duty } from '../../core/person/duty.ts';

export type NewPerson = SetUpPlan['administrator'];
export type Readiness = SetUpPlan['head']['ready'];

export type Member = {
  /** The path of the person in the plan, for refusals. */
  readonly field: string;
  readonly person: NewPerson;
  readonly legalPost: string | null;
  readonly duties: readonly Duty[];
  readonly ready: Readiness | null;
};

const CUSTODY: readonly Duty[] = ['key-custodian'];

/** Head, registrar, administrator, then the custodians who are none of these. */
export function membersOf(plan: SetUpPlan): readonly Member[] {
  const { head, registrar, administrator, custodians } = plan;
  const custodyOf = (who: 'head' | 'registrar') =>
    custodians.some((custodian) => custodian.who === who) ? CUSTODY : [];
  return [
    {
      field: 'head',
      person: head,
      legalPost: head.legalPost,
      duties: ['head', ...custodyOf('head')],
      ready: head.ready,
    },
    {
      field: 'registrar',
      person: registrar,
      legalPost: null,
      duties: ['registrar', ...custodyOf('registrar')],
      ready: registrar.ready,
    },
    {
      field: 'administrator',
      person: administrator,
      legalPost: null,
      duties: ['administrator'],
      ready: null,
    },
    ...custodians.flatMap((custodian, index): readonly Member[] =>
      custodian.who === 'other'
        ? [
            {
              field: `custodians.${index}.person`,
              person: custodian.person,
              legalPost: null,
              duties: CUSTODY,
              ready: null,
            },
          ]
        : [],
    ),
  ];
}

/** The member who gets the share of each custodian, in the order of the plan. */
export function custodiansOf(plan: SetUpPlan, members: readonly Member[]): readonly Member[] {
  return plan.custodians.flatMap((custodian, index) => {
    const field = custodian.who === 'other' ? `custodians.${index}.person` : custodian.who;
    return members.filter((member) => member.field === field);
  });
}
