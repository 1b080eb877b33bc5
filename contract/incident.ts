/**
 * Vụ việc lộ, mất: what was exposed, the evidence, who held or read the document until then, who
 * was told, what was done. The file can be seen while the vault is sealed; evidence cannot.
 */
import { z } from 'zod';
import { INCIDENT_KINDS, INCIDENT_STATES } from '../core/custody/incident.ts';
import { documentLineSchema, idSchema, instantSchema } from './document.ts';
import { endpoint } from './endpoint.ts';
import { adviserSchema, sharedSchema } from './publication.ts';
import { timelineSchema } from './timeline.ts';
import { spanSchema } from './watch.ts';

/** Whom we told, what was done; `result` closes the incident. */
export const NOTE_KINDS = [
  'told-head',
  'told-originator',
  'told-police',
  'measure',
  'result',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Held a copy, or read. */
export const KNOWER_WAYS = ['held', 'read'] as const;

const namedSchema = z.object({ personId: idSchema, name: z.string() });

const lineSchema = z.object({
  incidentId: idSchema,
  kind: z.enum(INCIDENT_KINDS),
  state: z.enum(INCIDENT_STATES),
  openedAt: instantSchema,
  openedBy: namedSchema,
  /** Where it stood: the source of the first evidence. */
  source: z.string().nullable(),
  /** Null: protected material that this person may not see. */
  document: documentLineSchema.nullable(),
});
export type IncidentLine = z.output<typeof lineSchema>;

export const listIncidents = endpoint({
  name: 'incident.list',
  method: 'GET',
  path: '/api/incidents',
  response: z.object({ incidents: z.array(lineSchema) }),
});

const incidentParams = z.object({ incidentId: idSchema });

const holderSchema = z.object({
  personId: idSchema,
  name: z.string(),
  way: z.enum(KNOWER_WAYS),
  firstAt: instantSchema,
  lastAt: instantSchema,
});

const evidenceSchema = z.object({
  evidenceId: idSchema,
  articleId: idSchema,
  title: z.string().nullable(),
  source: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  capturedAt: instantSchema,
  mediaType: z.string(),
  /** Of the original bytes, hexadecimal: `sha256sum` of the download gives the same. */
  sha256: z.string(),
  spans: z.array(spanSchema),
  /** Until the capture, each by way. */
  holders: z.array(holderSchema),
});
export type EvidenceView = z.output<typeof evidenceSchema>;

const noteSchema = z.object({
  kind: z.enum(NOTE_KINDS),
  /** When it happened; `notedAt` says when it was written down. */
  at: instantSchema,
  text: z.string(),
  by: namedSchema,
  notedAt: instantSchema,
});

export const viewIncident = endpoint({
  name: 'incident.view',
  method: 'GET',
  path: '/api/incidents/:incidentId',
  params: incidentParams,
  response: lineSchema.extend({
    matchId: idSchema.nullable(),
    evidence: z.array(evidenceSchema),
    notes: z.array(noteSchema),
    /** Every act on this incident. */
    timeline: timelineSchema,
    /** Whom to ask when `document` is null. */
    ask: z.array(adviserSchema),
  }),
});
export type IncidentView = z.output<typeof viewIncident.response>;

export const noteProgress = endpoint({
  name: 'incident.note',
  method: 'POST',
  path: '/api/incidents/:incidentId/notes',
  params: incidentParams,
  body: z.object({
    kind: z.enum(NOTE_KINDS),
    /** Not in the future. Default: now. */
    at: instantSchema.optional(),
    text: z.string().max(4_000),
  }),
  response: z.object({ incidentId: idSchema }),
});

const evidenceParams = incidentParams.extend({ evidenceId: idSchema });

/**
 * The text of the evidence and, for those who may read the document, its passages beside it. Needs
 * the vault open. Each call is a viewing, in the ledger.
 */
export const viewEvidence = endpoint({
  name: 'incident.view-evidence',
  method: 'GET',
  path: '/api/incidents/:incidentId/evidence/:evidenceId',
  params: evidenceParams,
  response: z.object({
    articleText: z.string(),
    spans: z.array(spanSchema),
    shared: sharedSchema.nullable(),
  }),
});
export type EvidenceContents = z.output<typeof viewEvidence.response>;

/** The original bytes, as captured. Each download is a viewing, in the ledger. */
export const downloadEvidence = endpoint({
  name: 'incident.download-evidence',
  method: 'GET',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/original',
  params: evidenceParams,
  response: z.unknown(),
  download: 'application/octet-stream',
});
