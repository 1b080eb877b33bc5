/** Problem documents (RFC 9457) as every refusal and fault leaves the server. */
import { z } from 'zod';
import { CERTAINTIES } from '../core/common/citation.ts';
import { REFUSAL_CODES } from '../core/common/refusal-code.ts';

export const refusalSchema = z.object({
  code: z.enum(REFUSAL_CODES),
  article: z
    .object({ instrument: z.string(), article: z.string(), certainty: z.enum(CERTAINTIES) })
    .optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  refusals: z.array(refusalSchema).optional(),
  /** Code of the fault when the world failed; details stay on the server. */
  fault: z.string().optional(),
});

export type Problem = z.output<typeof problemSchema>;
