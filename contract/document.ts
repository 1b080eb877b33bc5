/** A document as it goes over the wire, to those who may see it. */
import { z } from 'zod';
import { DOCUMENT_STATES, ORIGINS } from '../core/document/document.ts';
import { LEVELS } from '../core/level/level.ts';

export const idSchema = z.uuid();
export const dateSchema = z.iso.date();
export const instantSchema = z.iso.datetime();
export const levelSchema = z.enum(LEVELS);
export const documentParams = z.object({ documentId: idSchema });

/** One line of a list. `summary` is absent at Tuyệt mật and for an unopened envelope. */
export const documentLineSchema = z.object({
  documentId: idSchema,
  origin: z.enum(ORIGINS),
  state: z.enum(DOCUMENT_STATES),
  level: levelSchema.nullable(),
  documentType: z.string().nullable(),
  summary: z.string().nullable(),
  symbol: z.string().nullable(),
  createdAt: instantSchema,
  protectedUntil: dateSchema.nullable(),
  declassified: z.boolean(),
});
export type DocumentLine = z.output<typeof documentLineSchema>;

/** What a drafter fills in; core parses it (`core/document/proposal.ts`). */
export const proposalSchema = z.object({
  documentType: z.string(),
  level: levelSchema,
  summary: z.string().nullable().optional(),
  guideItem: z.string().nullable(),
  conditionAttested: z.boolean(),
  circulation: z.string(),
  recipients: z.array(z.string()),
  copies: z.number().int(),
  copyingAllowed: z.boolean(),
  shorterPeriod: z.object({ aboutActivity: z.boolean(), until: dateSchema }).nullable(),
});
