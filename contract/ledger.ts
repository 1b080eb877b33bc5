/**
 * Sổ cái: entries, the signed head, and what a browser needs to check an entry by itself with
 * `core/ledger`. Hashes and signatures are no secret; an entry is shown to those who may see it.
 */
import { z } from 'zod';
import { VERB_NAMES, type Verb } from '../core/act/verb.ts';
import { REFUSAL_CODES } from '../core/common/refusal-code.ts';
import { TILE_WIDTH } from '../core/ledger/tiles.ts';
import { instantSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

const index = z.coerce.number().int().nonnegative();
const base64 = z.string();
const verb = z.enum(VERB_NAMES as [Verb, ...Verb[]]);

export const entrySchema = z.object({
  index: z.number().int(),
  at: instantSchema,
  verb,
  /** `name` is null for the console and for the passing of time. */
  actor: z.object({ id: z.string(), name: z.string().nullable() }),
  /** Ids by kind: document, copy, person, article, match, incident. */
  subject: z.record(z.string(), z.string()),
  facts: z.record(z.string(), z.json()),
  refused: z.array(z.enum(REFUSAL_CODES)).nullable(),
  /** How many rows the act wrote. */
  rows: z.number().int(),
});
export type LedgerLine = z.output<typeof entrySchema>;

/** Newest first. Whoever may not see the whole ledger finds what they did and may see. */
export const listEntries = endpoint({
  name: 'ledger.list',
  method: 'GET',
  path: '/api/ledger/entries',
  query: z.object({
    /** From `next` of the page before. */
    below: index.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.object({ entries: z.array(entrySchema), next: z.number().int().nullable() }),
});

export const headSchema = z.object({
  size: z.number().int(),
  root: base64,
  /** C2SP tlog-checkpoint, signed by the ledger's key. */
  checkpoint: z.string(),
  /** The verifier key, one line. Worth something only when it was noted down elsewhere before. */
  vkey: z.string(),
});
export type SignedHead = z.output<typeof headSchema>;

export const ledgerHead = endpoint({
  name: 'ledger.head',
  method: 'GET',
  path: '/api/ledger/head',
  response: headSchema,
});

export const proveEntry = endpoint({
  name: 'ledger.prove',
  method: 'GET',
  path: '/api/ledger/entries/:index/proof',
  params: z.object({ index }),
  response: headSchema.extend({
    index: z.number().int(),
    /** The entry's bytes, whose leaf hash is in the tree. */
    entry: base64,
    proof: z.array(base64),
    /** C2SP tlog-proof: with the entry and the key, all that an offline check needs. */
    tlogProof: z.string(),
  }),
});
export type EntryProof = z.output<typeof proveEntry.response>;

/** Puts the export on record and signs the head that includes this record. */
export const exportLedger = endpoint({
  name: 'ledger.export',
  method: 'POST',
  path: '/api/ledger/export',
  response: headSchema,
});

/** A bundle of entries, C2SP tlog-tiles: `width` of them from 256 × `index` on. */
export const readBundle = endpoint({
  name: 'ledger.bundle',
  method: 'GET',
  path: '/api/ledger/bundles/:index',
  params: z.object({ index }),
  query: z.object({ width: z.coerce.number().int().min(1).max(TILE_WIDTH) }),
  response: z.unknown(),
  download: 'application/octet-stream',
});
