/**
 * Danh sách nền: against what the surprise of wording is measured, version by version, and the
 * list of public law and forms, which officers keep.
 */
import { z } from 'zod';
import { EXTRACTION_WARNINGS } from '../../core/common/extraction.ts';
import { LIST_CHANGES, TEXT_STATES } from '../../core/watch/public-list.ts';
import { idSchema, instantSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const count = z.number().int().nonnegative();
const person = z.object({ personId: idSchema, name: z.string() });
const said = z.object({ by: person, at: instantSchema });
const reason = z.string().max(2_000);

const builtInSchema = z.object({ version: z.string(), texts: count, sha256: z.string() });

const publicTextSchema = z.object({
  textId: idSchema,
  name: z.string(),
  published: z.string(),
  sha256: z.string(),
  characters: count,
  state: z.enum(TEXT_STATES),
  /** It repeated protected wording when it was listed. */
  touches: z.boolean(),
  reason: z.string(),
  added: said,
  confirmed: said.nullable(),
  removed: said.extend({ reason: z.string() }).nullable(),
});
export type PublicText = z.output<typeof publicTextSchema>;

export const viewLists = endpoint({
  name: 'watch.lists',
  method: 'GET',
  path: '/api/watch/lists',
  response: z.object({
    /** What comes with the program: stock lines of official papers, frequent syllables. */
    stockLines: builtInSchema,
    syllables: builtInSchema,
    /** Nothing is learnt from the articles that come in; by this rule alone it could be. */
    background: z.object({ texts: z.literal(0), leastSources: count, leastDays: count }),
    /** The list made of verdicts; its words are secret, so no hash of them is shown. */
    commonWording: z.object({ version: count, pieces: count, madeAt: instantSchema }).nullable(),
    /** Newest first; the first is in force. */
    publicVersions: z.array(
      z.object({
        version: count,
        made: said,
        texts: count,
        /** Over the hashes of its texts, sorted, a line each. */
        sha256: z.string(),
        change: z.enum(LIST_CHANGES),
        name: z.string(),
      }),
    ),
    /** Newest first. */
    publicTexts: z.array(publicTextSchema),
  }),
});
export type ListsView = z.output<typeof viewLists.response>;

/** Listed at once. */
export const MOST_TEXTS = 50;

const text = z.string().trim().min(1).max(2_000_000);

const previewSchema = z.object({
  sha256: z.string(),
  characters: count,
  words: count,
  /** These words, or nearly these in another form of file. */
  listed: z.boolean(),
  /** The listed text that it is nearly word for word, by name. */
  sameAs: z.string().nullable(),
  /** It repeats protected wording: listing it takes a second officer. */
  touches: z.boolean(),
});
export type PublicPreview = z.output<typeof previewSchema>;

/** A text not yet listed: what listing it would mean. Nothing is kept. */
export const previewPublic = endpoint({
  name: 'watch.preview-public',
  method: 'POST',
  path: '/api/watch/public-texts/preview',
  body: z.object({ text }),
  response: previewSchema,
});

/** The same of a file, whose text comes back to be read and listed. */
export const previewPublicFile = endpoint({
  name: 'watch.preview-public-file',
  method: 'POST',
  path: '/api/watch/public-texts/preview-file',
  upload: { maxBytes: 50 * 1024 * 1024 },
  response: previewSchema.extend({
    text: z.string(),
    warnings: z.array(z.enum(EXTRACTION_WARNINGS)),
  }),
});
export type FilePreview = z.output<typeof previewPublicFile.response>;

/** All of them, or none when one is refused. */
export const addPublic = endpoint({
  name: 'watch.add-public',
  method: 'POST',
  path: '/api/watch/public-texts',
  bodyBytes: 24 * 1024 * 1024,
  body: z.object({
    texts: z
      .array(
        z.object({
          name: z.string().trim().min(1).max(300),
          published: z.string().trim().min(1).max(500),
          text,
        }),
      )
      .min(1)
      .max(MOST_TEXTS),
    reason,
  }),
  /** In the order given. */
  response: z.object({
    texts: z.array(z.object({ textId: idSchema, state: z.enum(TEXT_STATES) })),
  }),
});

export type AddedTexts = z.output<typeof addPublic.response>;

const params = z.object({ textId: idSchema });

/** The words of a listed text. */
export const viewPublic = endpoint({
  name: 'watch.public-text',
  method: 'GET',
  path: '/api/watch/public-texts/:textId',
  params,
  response: z.object({ name: z.string(), text: z.string() }),
});

/** By another officer than the one who listed it. */
export const confirmPublic = endpoint({
  name: 'watch.confirm-public',
  method: 'POST',
  path: '/api/watch/public-texts/:textId/confirm',
  params,
  response: z.object({ textId: idSchema, version: count }),
});

export const removePublic = endpoint({
  name: 'watch.remove-public',
  method: 'POST',
  path: '/api/watch/public-texts/:textId/remove',
  params,
  body: z.object({ reason }),
  response: z.object({ textId: idSchema, version: count.nullable() }),
});
