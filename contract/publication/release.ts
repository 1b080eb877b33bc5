/**
 * Lịch công bố: what may not be published before its moment, by whom it is released, and the days
 * that an election fixes. An item about a document is there for those alone who may see it.
 */
import { z } from 'zod';
import { CERTAINTIES } from '../../core/common/citation.ts';
import { RELEASE_STATES } from '../../core/publication/release.ts';
import { dateSchema, documentLineSchema, idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const params = z.object({ releaseId: idSchema });
const done = z.object({ releaseId: idSchema });
const namedSchema = z.object({ personId: idSchema, name: z.string() });
const planSchema = z.object({
  title: z.string().trim().min(1).max(300),
  releaseAt: instantSchema,
  releaserId: idSchema,
  /** The decision that publication rests on; needed for a document still protected. */
  basis: z.string().trim().max(200),
  templateCode: z.string().max(60).optional(),
  templateDay: dateSchema.optional(),
});

export const RELEASE_VERBS = ['release', 'move', 'cancel'] as const;

export const releaseLineSchema = z.object({
  releaseId: idSchema,
  title: z.string(),
  document: documentLineSchema.nullable(),
  state: z.enum(RELEASE_STATES),
  releaseAt: instantSchema,
  /** Its moment has come, or it was released before. */
  isReleased: z.boolean(),
  releasedAt: instantSchema.nullable(),
  releaser: namedSchema,
  plannedBy: namedSchema,
  basis: z.string(),
  template: z.object({ code: z.string(), day: dateSchema }).nullable(),
  may: z.array(z.enum(RELEASE_VERBS)),
});
export type ReleaseLine = z.output<typeof releaseLineSchema>;

/** Soonest first. */
export const listReleases = endpoint({
  name: 'publication.list-releases',
  method: 'GET',
  path: '/api/releases',
  response: z.object({ releases: z.array(releaseLineSchema) }),
});

/** A date alone, or the release of a document that is registered. */
export const planRelease = endpoint({
  name: 'publication.plan-release',
  method: 'POST',
  path: '/api/releases/plan',
  body: planSchema.extend({ documentId: idSchema.nullable() }),
  response: done,
});

/** With its material, which is no secret: it is sealed, and read and compared like one. */
export const planMaterial = endpoint({
  name: 'publication.plan-material',
  method: 'POST',
  path: '/api/releases/plan-material',
  query: planSchema,
  upload: { maxBytes: 50 * 1024 * 1024 },
  response: done.extend({ documentId: idSchema }),
});

export const moveRelease = endpoint({
  name: 'publication.move-release',
  method: 'POST',
  path: '/api/releases/:releaseId/move',
  params,
  body: z.object({ releaseAt: instantSchema }),
  response: done,
});

export const releaseNow = endpoint({
  name: 'publication.release',
  method: 'POST',
  path: '/api/releases/:releaseId/release',
  params,
  response: done,
});

export const cancelRelease = endpoint({
  name: 'publication.cancel-release',
  method: 'POST',
  path: '/api/releases/:releaseId/cancel',
  params,
  body: z.object({ reason: z.string().max(2_000) }),
  response: done,
});

const citationSchema = z.object({
  instrument: z.string(),
  article: z.string(),
  certainty: z.enum(CERTAINTIES),
});

/**
 * The days that an election day fixes, in order; nothing is kept. `offsetDays` counts from the
 * election day, or from the row that `after` names: from the day for which the calendar has it.
 */
export const electionDays = endpoint({
  name: 'publication.election-days',
  method: 'GET',
  path: '/api/releases/election',
  query: z.object({ day: dateSchema }),
  response: z.object({
    days: z.array(
      z.object({
        code: z.string(),
        vi: z.string(),
        en: z.string(),
        on: dateSchema,
        offsetDays: z.number().int(),
        after: z.string().nullable(),
        publishes: z.boolean(),
        articles: z.array(citationSchema),
      }),
    ),
  }),
});
export type ElectionDay = z.output<typeof electionDays.response>['days'][number];

/** One item for each day on which something is published and that has not come yet. */
export const planElection = endpoint({
  name: 'publication.plan-election',
  method: 'POST',
  path: '/api/releases/plan-election',
  body: z.object({ day: dateSchema, releaserId: idSchema }),
  response: z.object({ planned: z.number().int() }),
});
