/** People: registering, duties, clearance, commitment, training, delegation, leaving. */
import { z } from 'zod';
import { POWERS } from '../core/authority/legal-post.ts';
import { CERTAINTIES } from '../core/common/citation.ts';
import { GUIDE_CONDITIONS } from '../core/guide/guide-item.ts';
import { LONGEST_PASSWORD } from '../core/person/account.ts';
import { DUTIES } from '../core/person/duty.ts';
import { PERSON_STATUSES } from '../core/person/person.ts';
import { dateSchema, idSchema, levelSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const dutySchema = z.enum(DUTIES);
const powerSchema = z.enum(POWERS);
const personParams = z.object({ personId: idSchema });

export const personLineSchema = z.object({
  personId: idSchema,
  fullName: z.string(),
  positionTitle: z.string(),
  unit: z.object({ unitId: idSchema, name: z.string() }),
  legalPost: z.string().nullable(),
  status: z.enum(PERSON_STATUSES),
  /** In force today. */
  duties: z.array(dutySchema),
  /** For whoever manages people, and for oneself; null for everybody else. */
  standing: z
    .object({
      login: z.string(),
      /** The highest in force today. */
      clearance: levelSchema.nullable(),
      clearanceUntil: dateSchema.nullable(),
      commitmentUntil: dateSchema.nullable(),
      trainingUntil: dateSchema.nullable(),
    })
    .nullable(),
});
export type PersonLine = z.output<typeof personLineSchema>;

export const listPeople = endpoint({
  name: 'people.list',
  method: 'GET',
  path: '/api/people',
  response: z.object({ people: z.array(personLineSchema) }),
});

export const delegationSchema = z.object({
  delegationId: idSchema,
  from: z.object({ personId: idSchema, name: z.string() }),
  to: z.object({ personId: idSchema, name: z.string() }),
  power: powerSchema,
  level: levelSchema,
  documentNo: z.string(),
  scope: z.string(),
  fromOn: dateSchema,
  untilOn: dateSchema,
  revokedOn: dateSchema.nullable(),
  inForce: z.boolean(),
});

/** The papers of a person, for whoever manages people and for oneself. Newest first. */
const recordSchema = z.object({
  assignments: z.array(
    z.object({
      assignmentId: idSchema,
      duty: dutySchema,
      decisionNo: z.string(),
      fromOn: dateSchema,
      untilOn: dateSchema.nullable(),
      inForce: z.boolean(),
    }),
  ),
  clearances: z.array(
    z.object({
      clearanceId: idSchema,
      level: levelSchema,
      decisionNo: z.string(),
      fromOn: dateSchema,
      untilOn: dateSchema.nullable(),
      inForce: z.boolean(),
    }),
  ),
  commitments: z.array(z.object({ signedOn: dateSchema, untilOn: dateSchema })),
  trainings: z.array(z.object({ course: z.string(), passedOn: dateSchema, untilOn: dateSchema })),
  /** Made by this person and made to this person. */
  delegations: z.array(delegationSchema),
});

export const viewPerson = endpoint({
  name: 'people.view',
  method: 'GET',
  path: '/api/people/:personId',
  params: personParams,
  response: z.object({
    line: personLineSchema,
    record: recordSchema.nullable(),
    /** What the asking person may do here. */
    may: z.object({ manage: z.boolean(), delegate: z.boolean() }),
  }),
});
export type PersonView = z.output<typeof viewPerson.response>;

export const registerPerson = endpoint({
  name: 'people.register',
  method: 'POST',
  path: '/api/people',
  body: z.object({
    fullName: text(200),
    login: z.string().max(100),
    positionTitle: text(200),
    unitId: idSchema,
    legalPost: z.string().max(100).nullable(),
    /** At least 12 characters; changed at the first sign-in. */
    password: z.string().max(LONGEST_PASSWORD),
  }),
  response: personParams,
});

/** A new initial password, changed at the next sign-in; sessions of the person end. */
export const resetPassword = endpoint({
  name: 'people.reset-password',
  method: 'POST',
  path: '/api/people/:personId/password',
  params: personParams,
  body: z.object({ password: z.string().max(LONGEST_PASSWORD) }),
  response: personParams,
});

export const assignDuty = endpoint({
  name: 'people.assign',
  method: 'POST',
  path: '/api/people/:personId/duties',
  params: personParams,
  body: z.object({
    duty: dutySchema,
    decisionNo: text(100),
    fromOn: dateSchema,
    untilOn: dateSchema.nullable(),
  }),
  response: z.object({ assignmentId: idSchema }),
});

/** `untilOn`: the last day, yesterday or later. */
const ending = z.object({ untilOn: dateSchema });

export const endDuty = endpoint({
  name: 'people.end-duty',
  method: 'POST',
  path: '/api/people/:personId/duties/:assignmentId/end',
  params: personParams.extend({ assignmentId: idSchema }),
  body: ending,
  response: z.object({ assignmentId: idSchema }),
});

/** The new decision takes the place of earlier clearances from its first day on. */
export const clearPerson = endpoint({
  name: 'people.clear',
  method: 'POST',
  path: '/api/people/:personId/clearances',
  params: personParams,
  body: z.object({
    level: levelSchema,
    decisionNo: text(100),
    fromOn: dateSchema,
    untilOn: dateSchema.nullable(),
  }),
  response: z.object({ clearanceId: idSchema }),
});

export const endClearance = endpoint({
  name: 'people.end-clearance',
  method: 'POST',
  path: '/api/people/:personId/clearances/:clearanceId/end',
  params: personParams.extend({ clearanceId: idSchema }),
  body: ending,
  response: z.object({ clearanceId: idSchema }),
});

export const recordCommitment = endpoint({
  name: 'people.commit',
  method: 'POST',
  path: '/api/people/:personId/commitments',
  params: personParams,
  body: z.object({ signedOn: dateSchema, untilOn: dateSchema }),
  response: personParams,
});

export const recordTraining = endpoint({
  name: 'people.train',
  method: 'POST',
  path: '/api/people/:personId/trainings',
  params: personParams,
  body: z.object({ course: text(300), passedOn: dateSchema, untilOn: dateSchema }),
  response: personParams,
});

/** By the delegating person, or by whoever manages people from the signed document. */
export const delegatePower = endpoint({
  name: 'people.delegate',
  method: 'POST',
  path: '/api/people/:personId/delegations',
  /** The delegating person. */
  params: personParams,
  body: z.object({
    to: idSchema,
    power: powerSchema,
    /** The highest level to which the power reaches. */
    level: levelSchema,
    documentNo: text(100),
    scope: text(1_000),
    fromOn: dateSchema,
    untilOn: dateSchema,
  }),
  response: z.object({ delegationId: idSchema }),
});

export const revokeDelegation = endpoint({
  name: 'people.revoke-delegation',
  method: 'POST',
  path: '/api/people/:personId/delegations/:delegationId/revoke',
  params: personParams.extend({ delegationId: idSchema }),
  response: z.object({ delegationId: idSchema }),
});

/** Refused while copies are in the person's hands; ends duties, clearance, grants, sessions. */
export const changeStatus = endpoint({
  name: 'people.change-status',
  method: 'POST',
  path: '/api/people/:personId/status',
  params: personParams,
  body: z.object({ status: z.enum(PERSON_STATUSES).exclude(['active']) }),
  response: personParams,
});

const named = { vi: z.string(), en: z.string() };

const deciderSchema = z.object({
  personId: idSchema,
  fullName: z.string(),
  positionTitle: z.string(),
  by: z.enum(['post', 'delegation']),
  /** Cleared, committed and trained: could read what is put to them. */
  ready: z.boolean(),
});

/** What forms are filled from: the law's tables and the house's people. */
export const formOptions = endpoint({
  name: 'people.form-options',
  method: 'GET',
  path: '/api/form-options',
  response: z.object({
    today: dateSchema,
    levels: z.array(
      z.object({
        level: levelSchema,
        ...named,
        periodYears: z.number().int(),
        envelopeMark: z.string(),
      }),
    ),
    duties: z.array(z.object({ duty: z.enum(DUTIES), ...named })),
    powers: z.array(z.object({ power: z.enum(POWERS), ...named })),
    /** `group`: `11.1`, `11.2`, `11.3`; null for a deputy. `deputyOf`: who may delegate to it. */
    legalPosts: z.array(
      z.object({
        code: z.string(),
        ...named,
        group: z.string().nullable(),
        deputyOf: z.array(z.string()),
      }),
    ),
    documentTypes: z.array(
      z.object({ code: z.string(), ...named, abbreviation: z.string().nullable() }),
    ),
    fields: z.array(z.object({ field: z.string(), ...named, allowsTopLevel: z.boolean() })),
    /** In force today. */
    guideItems: z.array(
      z.object({
        ref: z.string(),
        level: levelSchema,
        field: z.string(),
        ...named,
        condition: z.enum(GUIDE_CONDITIONS),
        certainty: z.enum(CERTAINTIES),
      }),
    ),
    units: z.array(z.object({ unitId: idSchema, name: z.string() })),
    /** Who may decide a proposal of mine today, by its level. */
    deciders: z.array(z.object({ level: levelSchema, people: z.array(deciderSchema) })),
  }),
});
export type FormOptions = z.output<typeof formOptions.response>;
