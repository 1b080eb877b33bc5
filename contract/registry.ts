/** Sổ đăng ký bí mật nhà nước đi, đến. */
import { z } from 'zod';
import { REGISTERS } from '../core/numbering/series.ts';
import { dateSchema, documentParams, idSchema, levelSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

export const SEAL_CONDITIONS = ['intact', 'opened', 'swapped', 'damaged'] as const;

export const envelopeSchema = z.object({
  /** The name on a named envelope, which the clerk does not open; null for any other. */
  addressee: z.string().max(200).nullable(),
  seal: z.enum(SEAL_CONDITIONS),
  urgent: z.boolean(),
});

export const issueDocument = endpoint({
  name: 'registry.issue',
  method: 'POST',
  path: '/api/documents/:documentId/issue',
  params: documentParams,
  body: z.object({
    /** The part after the slash, for example `UBBC-ANTT`. */
    symbol: z.string().max(60),
    signedBy: idSchema,
    /** Đơn vị/người lưu. */
    keeper: z.string().max(200),
    note: z.string().max(500),
  }),
  response: z.object({
    documentId: idSchema,
    lineId: idSchema,
    number: z.number().int(),
    numberAndSymbol: z.string(),
    copies: z.number().int(),
  }),
});

/** Named envelope: level, sender and outside marks only; `content` is then refused. */
export const receiveDocument = endpoint({
  name: 'registry.receive',
  method: 'POST',
  path: '/api/registers/in/receive',
  body: z.object({
    level: levelSchema,
    issuingBody: z.string().max(300),
    receivedOn: dateSchema,
    envelope: envelopeSchema,
    content: z
      .object({
        documentType: z.string().max(60),
        symbol: z.string().max(60),
        datedOn: dateSchema,
        summary: z.string().max(2_000).nullable(),
        copyingAllowed: z.boolean(),
      })
      .nullable(),
    receiver: z.string().max(200),
    copies: z.number().int().min(1).max(9_999),
    note: z.string().max(500),
  }),
  response: z.object({ documentId: idSchema, lineId: idSchema, number: z.number().int() }),
});

export const voidNumber = endpoint({
  name: 'registry.void-number',
  method: 'POST',
  path: '/api/registers/lines/:lineId/void',
  params: z.object({ lineId: idSchema }),
  body: z.object({ reason: z.string().max(500) }),
  response: z.object({ lineId: idSchema }),
});

export const registerLineSchema = z.object({
  lineId: idSchema,
  documentId: idSchema,
  register: z.enum(REGISTERS),
  year: z.number().int(),
  number: z.number().int(),
  registeredOn: dateSchema,
  /** Cells of the book by column code (regime, `registerBooks`). */
  cells: z.record(z.string(), z.string()),
  level: levelSchema,
  voided: z.object({ on: dateSchema, reason: z.string() }).nullable(),
});
export type RegisterLine = z.output<typeof registerLineSchema>;

const registerParams = z.object({
  register: z.enum(REGISTERS),
  year: z.coerce.number().int().min(2000).max(9999),
});

export const listLines = endpoint({
  name: 'registry.list',
  method: 'GET',
  path: '/api/registers/:register/:year',
  params: registerParams,
  query: z.object({
    below: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    lines: z.array(registerLineSchema),
    /** `below` of the next page; null at the end. */
    next: z.number().int().nullable(),
  }),
});

/** The bound book as PDF: cover and ten columns on A4. */
export const printBook = endpoint({
  name: 'registry.print',
  method: 'GET',
  path: '/api/registers/:register/:year/book',
  params: registerParams,
  response: z.unknown(),
  download: 'application/pdf',
});
