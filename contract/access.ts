/** Tiếp cận: lists, the document page, reading, grants. */
import { z } from 'zod';
import { GRANT_KINDS } from '../core/access/access-facts.ts';
import { DOCUMENT_ACTIONS } from '../core/access/action.ts';
import { COPY_KINDS, CUSTODY_STATES } from '../core/copy/copy.ts';
import { DOCUMENT_STATES } from '../core/document/document.ts';
import {
  dateSchema,
  documentLineSchema,
  documentParams,
  idSchema,
  instantSchema,
  levelSchema,
  proposalSchema,
} from './document.ts';
import { endpoint } from './endpoint.ts';
import { refusalSchema } from './problem.ts';
import { timelineSchema } from './timeline.ts';

export const listDocuments = endpoint({
  name: 'access.list',
  method: 'GET',
  path: '/api/documents',
  query: z.object({
    state: z.enum(DOCUMENT_STATES).optional(),
    level: levelSchema.optional(),
    /** From `next` of the page before. */
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ documents: z.array(documentLineSchema), next: z.string().nullable() }),
});

const namedSchema = z.object({ personId: idSchema, name: z.string() });

const copySchema = z.object({
  copyId: idSchema,
  number: z.number().int(),
  of: z.number().int(),
  kind: z.enum(COPY_KINDS),
  state: z.enum(CUSTODY_STATES),
  /** A person, a place or an outside recipient, as a name. */
  holder: z.string().nullable(),
  holderId: idSchema.nullable(),
  since: dateSchema.nullable(),
});

const grantSchema = z.object({
  grantId: idSchema,
  person: namedSchema,
  kind: z.enum(GRANT_KINDS),
  fromAt: instantSchema,
  untilAt: instantSchema,
  revokedAt: instantSchema.nullable(),
  inForce: z.boolean(),
});

export const viewDocument = endpoint({
  name: 'access.view',
  method: 'GET',
  path: '/api/documents/:documentId',
  params: documentParams,
  response: z.object({
    line: documentLineSchema,
    /** Terms of the proposal or determination; null for an incoming document. */
    terms: proposalSchema.nullable(),
    drafter: namedSchema.nullable(),
    decider: namedSchema.nullable(),
    decidedOn: dateSchema.nullable(),
    /** The delegation's number when decided by one. */
    delegationNo: z.string().nullable(),
    reason: z.string().nullable(),
    incoming: z
      .object({ issuingBody: z.string(), receivedOn: dateSchema, opened: z.boolean() })
      .nullable(),
    /** The stored content that reading shows; null while there is none. */
    content: z
      .object({ version: z.number().int(), kind: z.string(), pages: z.number().int() })
      .nullable(),
    copies: z.array(copySchema),
    grants: z.array(grantSchema),
    timeline: timelineSchema,
    /** For each action: empty when permitted, else every reason. */
    may: z.record(z.enum(DOCUMENT_ACTIONS), z.array(refusalSchema)),
  }),
});
export type DocumentView = z.output<typeof viewDocument.response>;

/** One page as a picture that carries reader, copy and moment. Each call is one reading. */
export const readPage = endpoint({
  name: 'access.read',
  method: 'GET',
  path: '/api/documents/:documentId/pages/:page',
  params: documentParams.extend({ page: z.coerce.number().int().min(1).max(5_000) }),
  response: z.unknown(),
  download: 'image/png',
});

export const attachFile = endpoint({
  name: 'vault.attach',
  method: 'POST',
  path: '/api/documents/:documentId/file',
  params: documentParams,
  upload: { maxBytes: 200 * 1024 * 1024 },
  response: z.object({
    documentId: idSchema,
    version: z.number().int(),
    kind: z.string(),
    pages: z.number().int(),
    warnings: z.array(z.string()),
  }),
});

export const grantAccess = endpoint({
  name: 'access.grant',
  method: 'POST',
  path: '/api/documents/:documentId/grants',
  params: documentParams,
  body: z.object({ personId: idSchema, untilOn: dateSchema, reason: z.string().max(500) }),
  response: z.object({ grantId: idSchema }),
});

export const revokeGrant = endpoint({
  name: 'access.revoke',
  method: 'POST',
  path: '/api/documents/:documentId/grants/:grantId/revoke',
  params: documentParams.extend({ grantId: idSchema }),
  response: z.object({ grantId: idSchema }),
});
