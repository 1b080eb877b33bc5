/**
 * Dấu riêng của bản: turned on for a document by who decided on it; read from a suspect picture in
 * an open incident, asked for by one officer and made by another. Names a copy, never a person.
 */
import { z } from 'zod';
import { MARK_OUTCOMES, MARK_REQUEST_STATES } from '../../core/incident/mark-reading.ts';
import { documentParams, idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const count = z.number().int().nonnegative();
const turned = z.object({ documentId: idSchema, on: z.boolean() });

export const viewMarks = endpoint({
  name: 'copying.view-marks',
  method: 'GET',
  path: '/api/documents/:documentId/marks',
  params: documentParams,
  response: z.object({ on: z.boolean(), markedCopies: count }),
});

/** Needs the vault open the first time. Each copy shown from then on bears its mark. */
export const turnMarksOn = endpoint({
  name: 'copying.turn-on-marks',
  method: 'POST',
  path: '/api/documents/:documentId/marks/on',
  params: documentParams,
  response: turned,
});

/** Copies shown before keep their marks, and these can still be read. */
export const turnMarksOff = endpoint({
  name: 'copying.turn-off-marks',
  method: 'POST',
  path: '/api/documents/:documentId/marks/off',
  params: documentParams,
  response: turned,
});

const incidentParams = z.object({ incidentId: idSchema });
const requestParams = incidentParams.extend({ requestId: idSchema });
const person = z.object({ personId: idSchema, name: z.string() });

const findingSchema = z.object({
  outcome: z.enum(MARK_OUTCOMES),
  /** Null: none was named, or this person may not see the document. */
  copy: z
    .object({
      /** As printed on a numbered copy; null: one that was only ever on the screen. */
      label: z.string().nullable(),
      /** Of the document's marked copies. */
      number: count,
      copyId: idSchema.nullable(),
    })
    .nullable(),
  /** A copy that the picture was not made from fits so well once in ten to this power. */
  certainty: count,
  nextCertainty: count,
  /** Among how many marked copies it was looked for, and how many lines were read. */
  copies: count,
  lines: count,
});

const readingSchema = z.object({
  requestId: idSchema,
  page: count,
  /** Of the picture's bytes. */
  sha256: z.string(),
  reason: z.string(),
  requestedBy: person,
  requestedAt: instantSchema,
  state: z.enum(MARK_REQUEST_STATES),
  answeredBy: person.nullable(),
  answeredAt: z.string().nullable(),
  /** Kept as evidence of the incident, with what was read. */
  isEvidence: z.boolean(),
  /** Why it was declined. */
  declined: z.string().nullable(),
  finding: findingSchema.nullable(),
});

export const listMarkReadings = endpoint({
  name: 'incident.list-mark-readings',
  method: 'GET',
  path: '/api/incidents/:incidentId/marks',
  params: incidentParams,
  response: z.object({ open: z.boolean(), readings: z.array(readingSchema) }),
});
export type MarkReadingsView = z.output<typeof listMarkReadings.response>;

/**
 * The suspect picture, as PNG, JPEG, WebP, TIFF or PDF. Needs the vault open. Kept with the
 * incident; nothing is read yet.
 */
export const requestMarkReading = endpoint({
  name: 'incident.request-mark-reading',
  method: 'POST',
  path: '/api/incidents/:incidentId/marks',
  params: incidentParams,
  query: z.object({
    /** The page of the document that the picture shows. */
    page: z.coerce.number().int().min(1).max(5_000),
    reason: z.string().max(1_000),
  }),
  upload: { maxBytes: 50 * 1024 * 1024 },
  response: z.object({ requestId: idSchema }),
});

export const declineMarkReading = endpoint({
  name: 'incident.decline-mark-reading',
  method: 'POST',
  path: '/api/incidents/:incidentId/marks/:requestId/decline',
  params: requestParams,
  body: z.object({ reason: z.string().max(1_000) }),
  response: z.object({ requestId: idSchema }),
});

/** By a second officer. Needs the vault open. */
export const readMark = endpoint({
  name: 'incident.read-mark',
  method: 'POST',
  path: '/api/incidents/:incidentId/marks/:requestId/read',
  params: requestParams,
  response: z.object({ requestId: idSchema, outcome: z.enum(MARK_OUTCOMES) }),
});
