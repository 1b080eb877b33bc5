/**
 * Vụ việc lộ, mất: what was exposed, the evidence, who held or read the document until then, who
 * was told, what was done. The file can be seen while the vault is sealed; evidence cannot.
 */
import { z } from 'zod';
import { CERTAINTIES } from '../core/common/citation.ts';
import { EXTRACTION_CODES } from '../core/common/extraction.ts';
import {
  INCIDENT_KINDS,
  INCIDENT_STATES,
  INCIDENT_STEPS,
  NOTE_KINDS,
} from '../core/incident/incident.ts';
import { STATEMENT_KINDS } from '../core/incident/statement.ts';
import { STEP_STATES } from '../core/incident/statutory-clock.ts';
import { LEVELS } from '../core/level/level.ts';
import { documentLineSchema, idSchema, instantSchema } from './document.ts';
import { endpoint } from './endpoint.ts';
import { adviserSchema, sharedSchema } from './publication/publication.ts';
import { timelineSchema } from './timeline.ts';
import { spanSchema } from './watch/watch.ts';

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
  /** Null: a file that was given, not captured. */
  articleId: idSchema.nullable(),
  title: z.string().nullable(),
  source: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  /** Of a file that was given: when it was found, or given to be read for its mark. */
  capturedAt: instantSchema,
  mediaType: z.string(),
  /** Of the original bytes, hexadecimal: `sha256sum` of the download gives the same. */
  sha256: z.string(),
  /** Of a file that was found and added by hand. */
  found: z
    .object({
      by: namedSchema,
      what: z.string(),
      addedBy: namedSchema,
      addedAt: instantSchema,
      /** Why it cannot be shown. */
      unread: z.enum(EXTRACTION_CODES).nullable(),
    })
    .nullable(),
  /** That can be shown as pictures; 0: none, or not yet. */
  pages: z.number(),
  /** Empty for those who may not read the document. */
  spans: z.array(spanSchema),
  /** Until `capturedAt`, each by way. */
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

/** One line of the statutory clock: what the law asks, by when, and how it stands. */
const clockSchema = z.object({
  code: z.enum(INCIDENT_STEPS),
  vi: z.string(),
  en: z.string(),
  /** Null: at once. */
  limitHours: z.number().nullable(),
  required: z.boolean(),
  citations: z.array(
    z.object({ instrument: z.string(), article: z.string(), certainty: z.enum(CERTAINTIES) }),
  ),
  state: z.enum(STEP_STATES),
  doneAt: instantSchema.nullable(),
  /** From the opening until it was done, or until now. */
  minutes: z.number(),
});
export type ClockView = z.output<typeof clockSchema>;

/** How far it went, in numbers: no word of the document. */
const damageSchema = z.object({
  /** Articles and outlets in which the same document was found, whatever was said of them. */
  articles: z.number(),
  outlets: z.number(),
  firstPublishedAt: instantSchema.nullable(),
  /** Null, as is `characters`, for those who may not read the document. */
  passages: z.number().nullable(),
  /** Characters of the articles that repeat the document, each place counted once. */
  characters: z.number().nullable(),
  knowers: z.number(),
  /** Null for those who may not see the document. */
  level: z.enum(LEVELS).nullable(),
  copies: z.number().nullable(),
});
export type DamageView = z.output<typeof damageSchema>;

export const viewIncident = endpoint({
  name: 'incident.view',
  method: 'GET',
  path: '/api/incidents/:incidentId',
  params: incidentParams,
  response: lineSchema.extend({
    matchId: idSchema.nullable(),
    evidence: z.array(evidenceSchema),
    notes: z.array(noteSchema),
    clock: z.array(clockSchema),
    damage: damageSchema,
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
    /** With `qualified`: what it is found to be. */
    found: z.enum(INCIDENT_KINDS).optional(),
  }),
  response: z.object({ incidentId: idSchema }),
});

/** Something is lost, or came out in a way that no article shows. */
export const openIncident = endpoint({
  name: 'incident.open',
  method: 'POST',
  path: '/api/incidents',
  body: z.object({
    documentId: idSchema,
    kind: z.enum(INCIDENT_KINDS),
    /** When it was found out. Not in the future. Default: now. */
    at: instantSchema.optional(),
    text: z.string().min(1).max(4_000),
  }),
  response: z.object({ incidentId: idSchema }),
});

/** The ad hoc report as a form to be completed, classified and signed by hand. */
export const printReport = endpoint({
  name: 'incident.print-report',
  method: 'POST',
  path: '/api/incidents/:incidentId/report',
  params: incidentParams,
  body: z.object({
    recipient: z.string().max(300),
    cause: z.string().max(4_000),
    proposal: z.string().max(4_000),
  }),
  response: z.unknown(),
  download: 'application/pdf',
});

/** A statement to the press that confirms nothing, to begin from. */
export const draftStatement = endpoint({
  name: 'incident.draft-statement',
  method: 'GET',
  path: '/api/incidents/:incidentId/statement',
  params: incidentParams,
  query: z.object({ kind: z.enum(STATEMENT_KINDS) }),
  response: z.object({ vi: z.string(), en: z.string() }),
});

/**
 * Ready only when the text repeats nothing protected and says no word that confirms. Needs the
 * vault open. Each check is in the ledger, without a word of the text.
 */
export const checkStatement = endpoint({
  name: 'incident.check-statement',
  method: 'POST',
  path: '/api/incidents/:incidentId/statement',
  params: incidentParams,
  body: z.object({ text: z.string().min(1).max(20_000) }),
  response: z.object({
    ready: z.boolean(),
    touchesProtected: z.boolean(),
    /** UTF-16 places of words that confirm. */
    confirming: z.array(z.object({ start: z.number(), end: z.number() })),
  }),
});
export type StatementVerdict = z.output<typeof checkStatement.response>;

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
