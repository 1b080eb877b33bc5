/**
 * Đề nghị công bố: a text is handed in, judged by somebody else, published, and what was published
 * is compared with what was cleared. Words of a text travel only to those who may see them.
 */
import { z } from 'zod';
import { EXTRACTION_WARNINGS, FILE_KINDS } from '../../core/common/extraction.ts';
import {
  COMPARISONS,
  PUBLICATION_MEDIA,
  REQUEST_STATES,
  TEXT_KINDS,
} from '../../core/publication/request.ts';
import { REQUEST_VERBS } from '../../core/publication/request-lifecycle.ts';
import { dateSchema, idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';
import { publicationVerdictSchema } from './publication.ts';

const params = z.object({ requestId: idSchema });
const done = z.object({ requestId: idSchema });
const namedSchema = z.object({ personId: idSchema, name: z.string() });
const text = z.string().min(1).max(2_000_000);
const reason = z.string().max(4_000);
const upload = { maxBytes: 50 * 1024 * 1024 };

const askingSchema = z.object({
  medium: z.enum(PUBLICATION_MEDIA),
  title: z.string().trim().min(1).max(300),
  /** The day on which it should be published. */
  wantedOn: dateSchema.nullable().optional(),
});

export const requestLineSchema = z.object({
  requestId: idSchema,
  title: z.string(),
  medium: z.enum(PUBLICATION_MEDIA),
  state: z.enum(REQUEST_STATES),
  submitter: namedSchema,
  createdAt: instantSchema,
  wantedOn: dateSchema.nullable(),
});
export type RequestLine = z.output<typeof requestLineSchema>;

const recordSchema = z.object({
  recordId: idSchema,
  outlet: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema,
  comparison: z.enum(COMPARISONS),
  removedWords: z.number().int(),
  addedWords: z.number().int(),
  recordedBy: namedSchema,
  recordedAt: instantSchema,
});
export type PublicationRecord = z.output<typeof recordSchema>;

const changeSchema = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type WordChange = z.output<typeof changeSchema>;

const textSchema = z.object({
  textId: idSchema,
  kind: z.enum(TEXT_KINDS),
  version: z.number().int(),
  sha256: z.string(),
  characters: z.number().int(),
  /** The file that it was read from is kept and can be taken. */
  hasFile: z.boolean(),
  mediaKind: z.enum(FILE_KINDS).nullable(),
  warnings: z.array(z.enum(EXTRACTION_WARNINGS)),
  addedBy: namedSchema,
  addedAt: instantSchema,
});

/** `hidden`: it touches what this person may not see; `sealed`: the vault is closed. */
export const CONTENTS = ['shown', 'hidden', 'sealed'] as const;

const noteSchema = z.object({
  by: namedSchema,
  at: instantSchema,
  text: z.string(),
});

const viewSchema = z.object({
  line: requestLineSchema,
  /** The version that is judged, or was. */
  version: z.number().int(),
  sha256: z.string(),
  decision: noteSchema.nullable(),
  objection: noteSchema.nullable(),
  appeal: z.object({ at: instantSchema, text: z.string() }).nullable(),
  texts: z.array(textSchema),
  contents: z.enum(CONTENTS),
  /** The words of the judged version; null unless `shown`. */
  text: z.string().nullable(),
  /** Compared with the eyes of this person, now; null while sealed. */
  verdict: publicationVerdictSchema.nullable(),
  /** From the version handed in to the amended one; null unless cleared as amended and shown. */
  amendment: z.array(changeSchema).nullable(),
  records: z.array(recordSchema),
  may: z.array(z.enum(REQUEST_VERBS)),
});
export type RequestView = z.output<typeof viewSchema>;

export const submitText = endpoint({
  name: 'publication.submit',
  method: 'POST',
  path: '/api/publications/submit',
  body: askingSchema.extend({ text }),
  response: done,
});

/** Any file whose text can be read, or a ZIP of such files (the export of a web site). */
export const submitFile = endpoint({
  name: 'publication.submit-file',
  method: 'POST',
  path: '/api/publications/submit-file',
  query: askingSchema,
  upload,
  response: done,
});

export const reviseText = endpoint({
  name: 'publication.revise',
  method: 'POST',
  path: '/api/publications/:requestId/revise',
  params,
  body: z.object({ text }),
  response: done,
});

export const withdrawRequest = endpoint({
  name: 'publication.withdraw',
  method: 'POST',
  path: '/api/publications/:requestId/withdraw',
  params,
  response: done,
});

/** Newest first: one's own, and those that one decides on or speaks for. */
export const listRequests = endpoint({
  name: 'publication.list',
  method: 'GET',
  path: '/api/publications',
  query: z.object({ state: z.enum(REQUEST_STATES).optional() }),
  response: z.object({ requests: z.array(requestLineSchema), more: z.boolean() }),
});

/** Recorded: words leave the vault. */
export const viewRequest = endpoint({
  name: 'publication.view',
  method: 'GET',
  path: '/api/publications/:requestId',
  params,
  response: viewSchema,
});

export const clearRequest = endpoint({
  name: 'publication.clear',
  method: 'POST',
  path: '/api/publications/:requestId/clear',
  params,
  body: z.object({ note: reason }),
  response: done,
});

export const clearAmended = endpoint({
  name: 'publication.clear-amended',
  method: 'POST',
  path: '/api/publications/:requestId/clear-amended',
  params,
  body: z.object({ note: reason, text }),
  response: done,
});

export const objectToRequest = endpoint({
  name: 'publication.object',
  method: 'POST',
  path: '/api/publications/:requestId/object',
  params,
  body: z.object({ reason }),
  response: done,
});

export const appealObjection = endpoint({
  name: 'publication.appeal',
  method: 'POST',
  path: '/api/publications/:requestId/appeal',
  params,
  body: z.object({ reason }),
  response: done,
});

export const allowAppeal = endpoint({
  name: 'publication.allow-appeal',
  method: 'POST',
  path: '/api/publications/:requestId/allow-appeal',
  params,
  body: z.object({ note: reason }),
  response: done,
});

export const upholdObjection = endpoint({
  name: 'publication.uphold',
  method: 'POST',
  path: '/api/publications/:requestId/uphold',
  params,
  body: z.object({ reason }),
  response: done,
});

const placeSchema = z.object({
  outlet: z.string().trim().min(1).max(300),
  url: z.url().max(2_000).nullable().optional(),
  publishedAt: instantSchema,
});
const recordedSchema = z.object({
  recordId: idSchema,
  comparison: z.enum(COMPARISONS),
  removedWords: z.number().int(),
  addedWords: z.number().int(),
});

export const recordText = endpoint({
  name: 'publication.record',
  method: 'POST',
  path: '/api/publications/:requestId/record',
  params,
  body: placeSchema.extend({ text }),
  response: recordedSchema,
});

/** A captured page or article as the press watch imports it; its main text is compared. */
export const recordFile = endpoint({
  name: 'publication.record-file',
  method: 'POST',
  path: '/api/publications/:requestId/record-file',
  params,
  query: placeSchema.extend({ fileName: z.string().max(300) }),
  upload,
  response: recordedSchema,
});

/** The file as it was handed in. Recorded: it leaves the vault. */
export const takeFile = endpoint({
  name: 'publication.take-file',
  method: 'GET',
  path: '/api/publications/:requestId/texts/:textId/file',
  params: params.extend({ textId: idSchema }),
  response: z.unknown(),
  download: 'application/octet-stream',
});

/** Recorded: words leave the vault. */
export const viewDifference = endpoint({
  name: 'publication.view-difference',
  method: 'GET',
  path: '/api/publications/:requestId/records/:recordId',
  params: params.extend({ recordId: idSchema }),
  response: z.object({ record: recordSchema, changes: z.array(changeSchema) }),
});

/** The spokesperson's record: what was published where, newest first. */
export const listRecords = endpoint({
  name: 'publication.list-records',
  method: 'GET',
  path: '/api/publication-records',
  response: z.object({
    records: z.array(recordSchema.extend({ request: requestLineSchema })),
    more: z.boolean(),
  }),
});
