/** Acts in order, each with its legal ground and its place in the ledger. */
import { z } from 'zod';
import { VERB_NAMES } from '../core/act/verb.ts';
import { REFUSAL_CODES } from '../core/common/refusal-code.ts';
import { idSchema, instantSchema } from './document.ts';

export const timelineSchema = z.array(
  z.object({
    index: z.number().int(),
    at: instantSchema,
    verb: z.enum(VERB_NAMES as [(typeof VERB_NAMES)[number], ...(typeof VERB_NAMES)[number][]]),
    /** Null for the console and for the passing of time. */
    actor: z.object({ personId: idSchema, name: z.string() }).nullable(),
    refused: z.array(z.enum(REFUSAL_CODES)).nullable(),
  }),
);
export type Timeline = z.output<typeof timelineSchema>;
