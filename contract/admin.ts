/** First-run set-up: the agency, its first people, the vault. Open until an agency exists. */
import { z } from 'zod';
import { LONGEST_PASSWORD } from '../core/person/account.ts';
import { dateSchema, idSchema, levelSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const decisionNo = text(100);

const newPersonSchema = z.object({
  fullName: text(200),
  /** 3 to 40 letters a–z, digits, `. _ -`. */
  login: z.string().max(100),
  positionTitle: text(200),
  /** Place in `units`, from 0. */
  unit: z.number().int().min(0),
  /** At least 12 characters; changed at the first sign-in. */
  password: z.string().max(LONGEST_PASSWORD),
});

/** What the written decisions and papers of a person say. */
const readinessSchema = z.object({
  clearance: z.object({
    level: levelSchema,
    decisionNo,
    fromOn: dateSchema,
    untilOn: dateSchema.nullable(),
  }),
  commitment: z.object({ signedOn: dateSchema, untilOn: dateSchema }),
  training: z.object({ course: text(300), passedOn: dateSchema, untilOn: dateSchema }),
});

export const setUpSchema = z.object({
  agency: z.object({
    name: text(300),
    superiorName: text(300),
    /** Địa danh, as documents print it. */
    place: text(100),
    /** The body's part of a document symbol, for example `UBBC`. */
    symbol: text(30),
  }),
  units: z.array(text(200)).min(1).max(200),
  head: newPersonSchema.extend({
    /** A code of the regime's legal posts. */
    legalPost: z.string().max(100),
    ready: readinessSchema,
  }),
  registrar: newPersonSchema.extend({ ready: readinessSchema }),
  /** Holds no other duty and no clearance: reads nothing. */
  administrator: newPersonSchema,
  /** One share of the vault's key each; never the administrator. */
  custodians: z
    .array(
      z.discriminatedUnion('who', [
        z.object({ who: z.literal('head') }),
        z.object({ who: z.literal('registrar') }),
        z.object({ who: z.literal('other'), person: newPersonSchema }),
      ]),
    )
    .min(1)
    .max(20),
  /** How many shares open the vault. */
  threshold: z.number().int().min(1).max(20),
  /** The decision that assigns the duties of this set-up, in force from a day. */
  duties: z.object({ decisionNo, fromOn: dateSchema }),
});
export type SetUpPlan = z.output<typeof setUpSchema>;

export const setUp = endpoint({
  name: 'admin.set-up',
  method: 'POST',
  path: '/api/set-up',
  body: setUpSchema,
  response: z.object({
    agencyId: idSchema,
    threshold: z.number().int(),
    /** Shown this one time; the product keeps no share. */
    shares: z.array(
      z.object({
        custodian: z.object({ personId: idSchema, fullName: z.string() }),
        share: z.string(),
      }),
    ),
  }),
  open: true,
});

/** What the wizard needs before anybody can sign in. */
export const setUpOptions = endpoint({
  name: 'admin.set-up-options',
  method: 'GET',
  path: '/api/set-up/options',
  response: z.object({
    legalPosts: z.array(
      z.object({
        code: z.string(),
        vi: z.string(),
        en: z.string(),
        /** `11.1`, `11.2`, `11.3`; null for a deputy, whose power needs a delegation. */
        group: z.string().nullable(),
      }),
    ),
  }),
  open: true,
});
