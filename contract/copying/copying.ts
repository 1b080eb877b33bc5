/**
 * Sao: allowed by the competent person (law art. 11) to one who makes the copies; each is numbered
 * when it is printed, and bears its mark where the document's copies are marked.
 */
import { z } from 'zod';
import { MOST_COPIES_PERMITTED, PERMIT_STATES } from '../../core/copy/copying-permit.ts';
import { dateSchema, documentParams, idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';
import { refusalSchema } from '../problem.ts';

const person = z.object({ personId: idSchema, name: z.string() });
const permitParams = documentParams.extend({ permitId: idSchema });
const done = z.object({ permitId: idSchema });

const permitSchema = z.object({
  permitId: idSchema,
  allowedBy: person,
  /** The delegation's number when allowed by one. */
  delegationNo: z.string().nullable(),
  allowedAt: instantSchema,
  executor: person,
  copies: z.number().int(),
  recipient: z.string(),
  untilOn: dateSchema,
  state: z.enum(PERMIT_STATES),
  /** As printed on them, in order. */
  made: z.array(z.string()),
  /** What forbids this person to print the next one; empty when nothing does. */
  againstPrinting: z.array(refusalSchema),
});
export type PermitView = z.output<typeof permitSchema>;

export const listPermits = endpoint({
  name: 'copying.list-permits',
  method: 'GET',
  path: '/api/documents/:documentId/copying',
  params: documentParams,
  response: z.object({
    permits: z.array(permitSchema),
    /** What forbids this person to allow copying; empty when nothing does. */
    againstAllowing: z.array(refusalSchema),
  }),
});
export type CopyingView = z.output<typeof listPermits.response>;

export const allowCopying = endpoint({
  name: 'copying.allow',
  method: 'POST',
  path: '/api/documents/:documentId/copying',
  params: documentParams,
  body: z.object({
    executorId: idSchema,
    copies: z.number().int().min(1).max(MOST_COPIES_PERMITTED),
    recipient: z.string().max(300),
  }),
  response: done,
});

export const withdrawCopying = endpoint({
  name: 'copying.withdraw',
  method: 'POST',
  path: '/api/documents/:documentId/copying/:permitId/withdraw',
  params: permitParams,
  response: done,
});

/**
 * One copy of the permitted number, as a PDF to print: numbered, entered, in the hands of who asks.
 * It is given once. Needs the vault open.
 */
export const printCopy = endpoint({
  name: 'copying.print',
  method: 'POST',
  path: '/api/documents/:documentId/copying/:permitId/print',
  params: permitParams,
  response: z.unknown(),
  download: 'application/pdf',
});
