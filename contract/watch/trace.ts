/**
 * Dò bản: which copies of a document contain what an article repeats, and through whose hands they
 * went until then. Copies are compared, no person is named for having given anything away.
 */
import { z } from 'zod';
import { COPY_KINDS } from '../../core/copy/copy.ts';
import { TRACES } from '../../core/watch/trace-copies.ts';
import { documentLineSchema, idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const count = z.number().int().nonnegative();
const person = z.object({ personId: idSchema, name: z.string() });

/** The words of one copy, where it differs lawfully: an extract, its numbering, its recipients. */
export const keepVariant = endpoint({
  name: 'watch.keep-variant',
  method: 'POST',
  path: '/api/documents/:documentId/copies/:copyId/variant',
  params: z.object({ documentId: idSchema, copyId: idSchema }),
  upload: { maxBytes: 50 * 1024 * 1024 },
  response: z.object({ copyId: idSchema, characters: count }),
});

const holdingSchema = z.object({
  /** Null: outside the house. */
  person: person.nullable(),
  from: instantSchema,
  /** Null: still when the article was captured. */
  until: instantSchema.nullable(),
});

const tracedCopySchema = z.object({
  copyId: idSchema,
  number: count,
  of: count,
  kind: z.enum(COPY_KINDS),
  /** Its own words were kept; else it is taken to say what the document says. */
  hasVariant: z.boolean(),
  trace: z.enum(TRACES),
  /** Of the leaked words, how many this copy has; 0 to 1. */
  share: z.number(),
  /** Rows of words that not every copy has: in this copy, and how many the article repeats. */
  own: count,
  ownRepeated: count,
  holdings: z.array(holdingSchema),
});
export type TracedCopyView = z.output<typeof tracedCopySchema>;

/** What the list cannot say, said with it. */
export const TRACE_LIMITS = [
  'copies-alike',
  'no-variants',
  'nobody-outside',
  'oral-and-by-hand',
  'no-accusation',
] as const;

/** An act of its own in the ledger. Only for those who may read the document. */
export const traceCopies = endpoint({
  name: 'watch.trace',
  method: 'POST',
  path: '/api/watch/matches/:matchId/trace',
  params: z.object({ matchId: idSchema }),
  response: z.object({
    matchId: idSchema,
    document: documentLineSchema,
    /** Until when hands and readings are counted: the capture of the article. */
    until: instantSchema,
    copies: z.array(tracedCopySchema),
    /** Of the stored content, in the house. */
    readings: z.array(
      z.object({ person, times: count, firstAt: instantSchema, lastAt: instantSchema }),
    ),
    limits: z.array(z.enum(TRACE_LIMITS)),
  }),
});
export type TraceView = z.output<typeof traceCopies.response>;
