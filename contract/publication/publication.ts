/**
 * Kiểm tra trước khi công bố: does a text touch protected wording? The text itself is not kept. Of
 * documents that the person may not read the answer tells one thing only: that it touches some,
 * and whom to ask; no number, no level, no place in the text.
 */
import { z } from 'zod';
import { DUTIES } from '../../core/person/duty.ts';
import { GROUNDS } from '../../core/publication/release.ts';
import { documentLineSchema, idSchema } from '../document.ts';
import { endpoint } from '../endpoint.ts';

const count = z.number().int().nonnegative();

/** Offsets are UTF-16 units, ends excluded. */
export const passageSchema = z.object({
  articleStart: z.number().int(),
  articleEnd: z.number().int(),
  docStart: z.number().int(),
  docEnd: z.number().int(),
  /** 0 to 1: an indication, never a proof. */
  score: z.number(),
  articleText: z.string(),
  /** The words of the document, with some 80 characters before and after. */
  documentBefore: z.string(),
  documentText: z.string(),
  documentAfter: z.string(),
  /** Why it counts: the rarest words that both share, the rarest first, with their surprise. */
  rare: z.array(z.object({ start: count, end: count, bits: count })),
});
export type Passage = z.output<typeof passageSchema>;

/** What the surprise was measured against. Weighed by itself: no other document counts in. */
export const backgroundSchema = z.object({
  /** Version of the list of public law and forms (0: none), and its texts. */
  publicList: count,
  publicTexts: count,
  /** Version of the stock lines that come with the program. */
  stockLines: z.string(),
  /** Version of the list of common wording; 0: none. */
  wordings: count,
});
export type Background = z.output<typeof backgroundSchema>;

/** A document that the person may read, and the passages that it shares with the text. */
export const sharedSchema = z.object({
  line: documentLineSchema,
  passages: z.array(passageSchema),
  /** Null: found before it was kept. */
  background: backgroundSchema.nullable(),
});
export type Shared = z.output<typeof sharedSchema>;

/** What resembles the document though words differ: weaker than a match, never an alarm. */
export const resemblanceSchema = passageSchema.extend({
  /** A summary condenses the whole document: its words stand all over it, and none are shown. */
  kind: z.enum(['place', 'summary']),
});
export type Resemblance = z.output<typeof resemblanceSchema>;

/** Somebody to ask about protected material. */
export const adviserSchema = z.object({
  personId: idSchema,
  name: z.string(),
  positionTitle: z.string(),
  duties: z.array(z.enum(DUTIES)),
});
export type Adviser = z.output<typeof adviserSchema>;

export const publicationVerdictSchema = z.object({
  touchesProtected: z.boolean(),
  /** Of the text checked, in UTF-16 units. */
  characters: z.number().int(),
  /** `ground`: a state secret, or material under embargo until its release. */
  documents: z.array(sharedSchema.extend({ ground: z.enum(GROUNDS) })),
  /** It (also) touches material that this person may not read. */
  hidden: z.boolean(),
  /** Whom to ask; empty unless `hidden`. */
  ask: z.array(adviserSchema),
});
export type PublicationVerdict = z.output<typeof publicationVerdictSchema>;

export const checkText = endpoint({
  name: 'publication.check',
  method: 'POST',
  path: '/api/publication/check',
  body: z.object({ text: z.string().min(1).max(2_000_000) }),
  response: publicationVerdictSchema,
});

export const fileVerdictSchema = publicationVerdictSchema.extend({
  /** The text read out of the file, to which the offsets belong. */
  text: z.string(),
  warnings: z.array(z.string()),
});
export type FileVerdict = z.output<typeof fileVerdictSchema>;

/** Any file whose text can be read out of it. */
export const checkFile = endpoint({
  name: 'publication.check-file',
  method: 'POST',
  path: '/api/publication/check-file',
  upload: { maxBytes: 50 * 1024 * 1024 },
  response: fileVerdictSchema,
});

/** One paragraph, while it is typed: only whether it touches something. Not kept. */
export const checkWhileTyping = endpoint({
  name: 'publication.type',
  method: 'POST',
  path: '/api/publication/type',
  body: z.object({ text: z.string().max(20_000) }),
  response: z.object({ touches: z.boolean() }),
});

/**
 * A public text beside one document that the person may read: what resembles it in other words.
 * Nothing is kept, nothing is opened by it; the call is a reading of the document.
 */
export const compareLoosely = endpoint({
  name: 'publication.compare-loosely',
  method: 'POST',
  path: '/api/publication/compare-loosely',
  body: z.object({ documentId: idSchema, text: z.string().min(1).max(200_000) }),
  response: z.object({ passages: z.array(resemblanceSchema) }),
});
