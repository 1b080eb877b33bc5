/**
 * Câu chữ thông dụng: wording that officers found common, version by version, and who said so. Its
 * words stay in the vault: they stand in protected documents.
 */
import { z } from 'zod';
import { documentLineSchema, idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const count = z.number().int().nonnegative();
const person = z.object({ personId: idSchema, name: z.string() });

export const listWordings = endpoint({
  name: 'watch.wordings',
  method: 'GET',
  path: '/api/watch/wordings',
  response: z.object({
    /** Newest first; the first is in force. */
    versions: z.array(
      z.object({
        version: count,
        madeAt: instantSchema,
        /** How many judgements it rests on, and how many pieces of wording they make common. */
        judgements: count,
        pieces: count,
      }),
    ),
    /** Newest first. */
    judgements: z.array(
      z.object({
        judgementId: idSchema,
        matchId: idSchema,
        by: person,
        at: instantSchema,
        source: z.string(),
        /** Null: protected material that this officer may not see. */
        document: documentLineSchema.nullable(),
        withdrawn: z.object({ by: person, at: instantSchema, reason: z.string() }).nullable(),
      }),
    ),
  }),
});
export type WordingView = z.output<typeof listWordings.response>;

/** The wording alarms again as far as the other judgements do not suffice. */
export const withdrawWording = endpoint({
  name: 'watch.withdraw-wording',
  method: 'POST',
  path: '/api/watch/wordings/:judgementId/withdraw',
  params: z.object({ judgementId: idSchema }),
  body: z.object({ reason: z.string().max(2_000) }),
  response: z.object({ judgementId: idSchema }),
});
