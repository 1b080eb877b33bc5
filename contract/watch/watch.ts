/**
 * Phát hiện lộ trên báo chí: public articles come in, are compared inside, and an officer judges
 * each match. A match is an indication with a score, never a proof.
 */
import { z } from 'zod';
import { EXTRACTION_CODES } from '../../core/common/extraction.ts';
import { GROUNDS } from '../../core/publication/release.ts';
import { MATCH_STATES, VERDICTS } from '../../core/watch/verdict.ts';
import { documentLineSchema, idSchema, instantSchema, levelSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';
import { adviserSchema, backgroundSchema, sharedSchema } from '../publication/publication.ts';

/** The verdicts by which an article may be forgotten. */
export const DISMISSAL_KINDS = ['lawful', 'common-wording'] as const;
export type DismissalKind = (typeof DISMISSAL_KINDS)[number];

const count = z.number().int().nonnegative();

/** One file of articles: HTML, text, JSONL, RSS, Atom, WARC, or a ZIP of these. */
export const importArticles = endpoint({
  name: 'watch.import',
  method: 'POST',
  path: '/api/watch/import',
  query: z.object({ fileName: z.string().min(1).max(300) }),
  upload: { maxBytes: 200_000_000 },
  response: z.object({
    taken: count,
    /** How many of those taken match protected material. */
    matched: count,
    /** Taken before, at an earlier import or earlier in this file. */
    duplicates: count,
    /** Members that could not be read. Their names come out of the file. */
    rejected: z.array(z.object({ name: z.string(), code: z.enum(EXTRACTION_CODES) })),
  }),
});
export type Imported = z.output<typeof importArticles.response>;

export const articleSchema = z.object({
  articleId: idSchema,
  source: z.string(),
  url: z.string().nullable(),
  /** Forgotten once every match of the article was dismissed. */
  title: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  capturedAt: instantSchema,
  /** Of the original bytes, hexadecimal. */
  sha256: z.string(),
});
export type ArticleFacts = z.output<typeof articleSchema>;

const matchLineSchema = z.object({
  matchId: idSchema,
  state: z.enum(MATCH_STATES),
  /** Of the best passage, 0 to 1; null while `document` is. */
  score: z.number().nullable(),
  /** Likewise. */
  foundAt: instantSchema.nullable(),
  article: articleSchema,
  /** Null: protected material that this officer may not see. */
  document: documentLineSchema.nullable(),
  /** Only ever true to those who know that the document is a bait. */
  bait: z.boolean(),
});
export type MatchLine = z.output<typeof matchLineSchema>;

/** All that repeats the same passages of one document. */
const storySchema = z.object({
  articles: count,
  outlets: count,
  firstAt: instantSchema,
});

const queueLineSchema = matchLineSchema.extend({
  /** Of all passages together; null for who may not read the document. */
  bits: count.nullable(),
  story: storySchema,
});
export type QueueLine = z.output<typeof queueLineSchema>;

/**
 * One line for each story, by surprise and level; of what the officer may not read one for each
 * article, whatever `minScore`. `level` finds only documents that the officer may read. `after`:
 * what the page before gave as `next`.
 */
export const listMatches = endpoint({
  name: 'watch.queue',
  method: 'GET',
  path: '/api/watch/matches',
  query: z.object({
    state: z.enum(MATCH_STATES).default('open'),
    level: levelSchema.optional(),
    minScore: z.coerce.number().min(0).max(1).default(0),
    after: z
      .string()
      .regex(/^[01]\.\d{1,9}\.[0-9a-f-]{36}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({
    matches: z.array(queueLineSchema),
    /** Null: this was the last page. */
    next: z.string().nullable(),
    articles: z.object({ taken: count, matched: count }),
    /** Whom to ask about a match whose document is null. */
    ask: z.array(adviserSchema),
  }),
});
export type MatchQueue = z.output<typeof listMatches.response>;

const matchParams = z.object({ matchId: idSchema });

/** Where the article repeats the document. */
export const spanSchema = z.object({
  articleStart: z.number().int(),
  articleEnd: z.number().int(),
  score: z.number(),
});

const reasonSchema = z.object({
  bits: z.number().int(),
  exactTokens: count,
  alteredTokens: count,
  /** Words in the longest row that agrees word for word. */
  longestRow: count,
});
export type PassageReason = z.output<typeof reasonSchema>;

const givenVerdictSchema = z.object({
  by: z.object({ personId: idSchema, name: z.string() }),
  at: instantSchema,
  /** Null, as is `kind`: given by another, to who may not read the document. */
  reason: z.string().nullable(),
  kind: z.enum(VERDICTS).nullable(),
  incidentId: idSchema.nullable(),
});
export type GivenVerdict = z.output<typeof givenVerdictSchema>;

/** Needs the vault open. Where passages of the document are shown, the call is a reading. */
export const viewMatch = endpoint({
  name: 'watch.view',
  method: 'GET',
  path: '/api/watch/matches/:matchId',
  params: matchParams,
  response: matchLineSchema.extend({
    /** The whole article; null once it was forgotten. */
    articleText: z.string().nullable(),
    /** Like all that follows of the match itself: empty for who may not read the document. */
    spans: z.array(spanSchema),
    background: backgroundSchema.nullable(),
    /** Side by side with the document, for those who may read it. */
    shared: sharedSchema.nullable(),
    /** For those who may read the document: why each passage counts, in the order of `shared`. */
    reasons: z.array(reasonSchema).nullable(),
    /** The article came before the document's text did. */
    foundBack: z.boolean(),
    /** Null: not this officer's to know. */
    ground: z.enum(GROUNDS).nullable(),
    verdict: givenVerdictSchema.nullable(),
    /** Verdicts before the one in force: what was unclear first. */
    earlier: z.array(givenVerdictSchema),
    /** Who published the story when; this article is among them, alone where it is hidden. */
    spread: z.array(
      z.object({
        matchId: idSchema,
        source: z.string(),
        publishedAt: instantSchema.nullable(),
        capturedAt: instantSchema,
        state: z.enum(MATCH_STATES),
      }),
    ),
    ask: z.array(adviserSchema),
  }),
});
export type MatchView = z.output<typeof viewMatch.response>;

const reason = z.string().max(2_000);

export const confirmMatch = endpoint({
  name: 'watch.confirm',
  method: 'POST',
  path: '/api/watch/matches/:matchId/confirm',
  params: matchParams,
  body: z.object({ reason }),
  response: z.object({ matchId: idSchema, incidentId: idSchema }),
});

export const dismissMatch = endpoint({
  name: 'watch.dismiss',
  method: 'POST',
  path: '/api/watch/matches/:matchId/dismiss',
  params: matchParams,
  body: z.object({ reason, kind: z.enum(DISMISSAL_KINDS) }),
  response: z.object({ matchId: idSchema }),
});

/** Not enough to tell: it stays, apart from what is open, to be looked at again. */
export const doubtMatch = endpoint({
  name: 'watch.doubt',
  method: 'POST',
  path: '/api/watch/matches/:matchId/doubt',
  params: matchParams,
  body: z.object({ reason }),
  response: z.object({ matchId: idSchema }),
});

/** Only with sight of the document: else the verdict would be a guess. */
export const findEmbargoBroken = endpoint({
  name: 'watch.find-embargo-broken',
  method: 'POST',
  path: '/api/watch/matches/:matchId/embargo-broken',
  params: matchParams,
  body: z.object({ reason }),
  response: z.object({ matchId: idSchema }),
});
