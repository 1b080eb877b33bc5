/**
 * Evidence kept apart: the copy that nobody works with, its page image, its time-stamp, who keeps
 * it, and the package in which it goes to the investigating body. Seen by who may see incidents.
 */
import { z } from 'zod';
import { EXTRACTION_CODES } from '../core/common/extraction.ts';
import { CUSTODY_STEPS } from '../core/evidence/custody-chain.ts';
import { EVIDENCE_ITEMS, EVIDENCE_WARNINGS } from '../core/evidence/evidence.ts';
import { idSchema, instantSchema } from './document.ts';
import { endpoint } from './endpoint.ts';
import { fileVerdictSchema } from './publication/publication.ts';

const namedSchema = z.object({ personId: idSchema, name: z.string() });
const incidentParams = z.object({ incidentId: idSchema });
const evidenceParams = incidentParams.extend({ evidenceId: idSchema });

const itemSchema = z.object({
  kind: z.enum(EVIDENCE_ITEMS),
  /** Of the bytes as they go into a package. */
  sha256: z.string(),
  sizeBytes: z.number(),
  madeAt: instantSchema,
});

const stepSchema = z.object({
  kind: z.enum(CUSTODY_STEPS),
  at: instantSchema,
  by: namedSchema,
  to: namedSchema.nullable(),
  text: z.string(),
});

const custodySchema = z.object({
  evidenceId: idSchema,
  /** Where the article stood. */
  source: z.string(),
  items: z.array(itemSchema),
  warnings: z.array(z.enum(EVIDENCE_WARNINGS)),
  /** When the time-stamping authority saw it; null while there is no time-stamp. */
  stampedAt: instantSchema.nullable(),
  custodian: namedSchema.nullable(),
  offeredTo: namedSchema.nullable(),
  steps: z.array(stepSchema),
  /** False: a step does not follow from those before it. */
  unbroken: z.boolean(),
});
export type EvidenceCustody = z.output<typeof custodySchema>;

const packageSchema = z.object({
  packageId: idSchema,
  madeAt: instantSchema,
  by: namedSchema,
  receiverBody: z.string(),
  receiverName: z.string(),
  minutesNo: z.string(),
  /** Of its tag manifest: stands for every byte of the package. */
  sha256: z.string(),
});

/** Whether a time-stamping authority is configured, and who may take evidence over. */
export const viewCustody = endpoint({
  name: 'evidence.view',
  method: 'GET',
  path: '/api/incidents/:incidentId/custody',
  params: incidentParams,
  response: z.object({
    evidence: z.array(custodySchema),
    packages: z.array(packageSchema),
    canStamp: z.boolean(),
    receivers: z.array(namedSchema),
  }),
});
export type CustodyView = z.output<typeof viewCustody.response>;

/**
 * A file that somebody of the agency found becomes evidence of an open incident: one file a call,
 * kept byte for byte. Of the find: where, when, by which person of the agency; nothing about those
 * who published or read it. Needs the vault open.
 */
export const addEvidence = endpoint({
  name: 'evidence.add',
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence',
  params: incidentParams,
  query: z.object({
    source: z.string().min(1).max(200),
    url: z.string().max(2_000).optional(),
    /** Not in the future. Default: now. */
    foundAt: instantSchema.optional(),
    foundBy: idSchema,
    what: z.string().max(500),
  }),
  upload: { maxBytes: 100_000_000 },
  response: z.object({
    evidenceId: idSchema,
    /** Why it cannot be shown on a screen; it is kept all the same. */
    unread: z.enum(EXTRACTION_CODES).nullable(),
  }),
});

/** One page as a picture. Each call is a viewing, in the ledger. Needs the vault open. */
export const viewPage = endpoint({
  name: 'evidence.view-page',
  method: 'GET',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/pages/:page',
  params: evidenceParams.extend({ page: z.coerce.number().int().min(1).max(5_000) }),
  response: z.unknown(),
  download: 'image/png',
});

/**
 * The words of a given file beside the registered documents, as an article of the watch is
 * compared. Not for articles; while the incident is open. Needs the vault open. In the ledger.
 */
export const compareEvidence = endpoint({
  name: 'evidence.compare',
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/compare',
  params: evidenceParams,
  response: fileVerdictSchema,
});

/** Makes the evidence copy and who does it its first custodian. Needs the vault open. */
export const preserveEvidence = endpoint({
  name: 'evidence.preserve',
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/preserve',
  params: evidenceParams,
  response: z.object({ warnings: z.array(z.enum(EVIDENCE_WARNINGS)) }),
});

/**
 * A suspect picture whose copy mark was read becomes evidence, with what was read; who does it is
 * its first custodian. Needs the vault open.
 */
export const keepPicture = endpoint({
  name: 'evidence.keep-picture',
  method: 'POST',
  path: '/api/incidents/:incidentId/marks/:requestId/keep',
  params: incidentParams.extend({ requestId: idSchema }),
  response: z.object({ evidenceId: idSchema, warnings: z.array(z.enum(EVIDENCE_WARNINGS)) }),
});

/** Asks the time-stamping authority again, where it did not answer before. */
export const stampEvidence = endpoint({
  name: 'evidence.stamp',
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/stamp',
  params: evidenceParams,
  response: z.object({ stampedAt: instantSchema }),
});

const custodyAnswer = z.object({ evidenceId: idSchema });

export const offerEvidence = endpoint({
  name: 'evidence.offer',
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/offer',
  params: evidenceParams,
  body: z.object({ to: idSchema, text: z.string().min(1).max(1_000) }),
  response: custodyAnswer,
});

export const acceptEvidence = endpoint({
  name: 'evidence.accept',
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/accept',
  params: evidenceParams,
  response: custodyAnswer,
});

/** By the receiver; or by the giver, who takes the offer back. */
export const declineEvidence = endpoint({
  name: 'evidence.decline',
  method: 'POST',
  path: '/api/incidents/:incidentId/evidence/:evidenceId/decline',
  params: evidenceParams,
  body: z.object({ text: z.string().max(1_000) }),
  response: custodyAnswer,
});

/**
 * All evidence of the incident as a BagIt package in one ZIP file, for the investigating body. By
 * the custodian of all of it. Needs the vault open.
 */
export const packageEvidence = endpoint({
  name: 'evidence.package',
  method: 'POST',
  path: '/api/incidents/:incidentId/package',
  params: incidentParams,
  body: z.object({
    receiverBody: z.string().min(1).max(300),
    receiverName: z.string().min(1).max(200),
    minutesNo: z.string().max(100),
    /** Who signs for the agency, as the minutes print it. */
    place: z.string().max(200),
  }),
  response: z.unknown(),
  download: 'application/zip',
});
