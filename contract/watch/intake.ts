/**
 * Tiếp nhận kiện tin: parcels of public articles from registered outside collectors, what is kept
 * of them and for how long, and how their sources do.
 */
import { z } from 'zod';
import { PARCEL_LIMITS, SOURCE_KINDS, SOURCE_STATES } from '../../core/parcel/manifest.ts';
import { idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const count = z.number().int().nonnegative();

/** `key`: the line that `niemphong collect init` prints. */
export const registerCollector = endpoint({
  name: 'watch.register-collector',
  method: 'POST',
  path: '/api/watch/collectors',
  body: z.object({ name: z.string().trim().min(1).max(200), key: z.string().max(200) }),
  response: z.object({ collectorId: idSchema }),
});

export const withdrawCollector = endpoint({
  name: 'watch.withdraw-collector',
  method: 'POST',
  path: '/api/watch/collectors/:collectorId/withdraw',
  params: z.object({ collectorId: idSchema }),
  response: z.object({ collectorId: idSchema }),
});

/** All files of one parcel as one bundle (core/parcel/bundle.ts). */
export const takeParcel = endpoint({
  name: 'watch.take-parcel',
  method: 'POST',
  path: '/api/watch/parcels',
  /** `acceptGap=yes`: the parcels missing before it are given up. */
  query: z.object({ acceptGap: z.enum(['yes', 'no']).default('no') }),
  upload: { maxBytes: PARCEL_LIMITS.contentBytes + 2 * PARCEL_LIMITS.manifestBytes },
  response: z.object({
    collector: z.string(),
    number: count,
    /** Parcels before it that were given up. */
    missing: count,
    taken: count,
    matched: count,
    duplicates: count,
    rejected: count,
  }),
});
export type ParcelTaken = z.output<typeof takeParcel.response>;

/** 0: nothing of what does not match is kept, and no document is searched back. */
export const setRetention = endpoint({
  name: 'watch.set-retention',
  method: 'POST',
  path: '/api/watch/retention',
  body: z.object({ days: z.number().int().min(0).max(3_650) }),
  response: z.object({ days: count }),
});

const sourceSchema = z.object({
  name: z.string(),
  kind: z.enum(SOURCE_KINDS),
  state: z.enum(SOURCE_STATES),
  lastSuccessAt: instantSchema.nullable(),
  lastArticleAt: instantSchema.nullable(),
  usualMinutes: count.nullable(),
  problem: z.string().nullable(),
});

const collectorSchema = z.object({
  collectorId: idSchema,
  name: z.string(),
  /** The first digits of the key's hash, as `collect init` prints them. */
  key: z.string(),
  registeredAt: instantSchema,
  withdrawnAt: instantSchema.nullable(),
  last: z
    .object({
      number: count,
      madeAt: instantSchema,
      takenAt: instantSchema,
      articles: count,
      matched: count,
    })
    .nullable(),
  /** No parcel came for much longer than usual. */
  quiet: z.boolean(),
  /** As its last parcel says; silent and failing ones first. */
  sources: z.array(sourceSchema),
});
export type CollectorView = z.output<typeof collectorSchema>;
export type SourceView = z.output<typeof sourceSchema>;

export const viewIntake = endpoint({
  name: 'watch.intake',
  method: 'GET',
  path: '/api/watch/intake',
  response: z.object({
    collectors: z.array(collectorSchema),
    retentionDays: count,
    /** `imports`: files brought in by hand. */
    kept: z.object({
      parcels: count,
      imports: count,
      articles: count,
      since: instantSchema.nullable(),
    }),
  }),
});
export type IntakeView = z.output<typeof viewIntake.response>;
