/** What waits for me. Kinds and facts only: the screen makes the sentence. */
import { z } from 'zod';
import { dateSchema, documentLineSchema, idSchema } from './document.ts';
import { endpoint } from './endpoint.ts';

/**
 * Facts by kind (each a string or a number):
 * decide-proposal: proposedOn, drafter (name) · draft-returned: returnedOn · draft-in-work: none ·
 * number-needed: decidedOn · copy-to-print: left · copy-held: number, of, since, kind (absent: an
 * original) · match-open: score (thousandths), foundAt; of what may not be read: capturedAt alone ·
 * source-silent: collector, source (absent: the collector itself), since (absent: never)
 * · public-text-waits: name, officer (name), addedAt · mark-reading-waits: officer (name),
 * requestedAt, page · incident-open: kind, openedAt ·
 * protection-ends: protectedUntil · commitment-ends, training-ends, clearance-ends: until (absent:
 * never signed, passed, given) · vault-sealed: given, threshold · grant-ends: untilAt ·
 * decide-publication, review-publication: title, submitter (name), createdAt ·
 * publication-objected, record-publication: title · release-due: title, releaseAt.
 */
export const INBOX_KINDS = [
  'vault-sealed',
  'decide-proposal',
  'draft-returned',
  'draft-in-work',
  'number-needed',
  'copy-to-print',
  'match-open',
  'source-silent',
  'public-text-waits',
  'mark-reading-waits',
  'incident-open',
  'decide-publication',
  'review-publication',
  'publication-objected',
  'record-publication',
  'release-due',
  'protection-ends',
  'commitment-ends',
  'training-ends',
  'clearance-ends',
  'grant-ends',
  'copy-held',
] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

export const inboxItemSchema = z.object({
  kind: z.enum(INBOX_KINDS),
  documentId: idSchema.nullable(),
  copyId: idSchema.nullable(),
  matchId: idSchema.nullable(),
  incidentId: idSchema.nullable(),
  requestId: idSchema.nullable(),
  releaseId: idSchema.nullable(),
  /** The document, when the item is about one that this person may see. */
  line: documentLineSchema.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: dateSchema.nullable(),
  overdue: z.boolean(),
});
export type InboxItem = z.output<typeof inboxItemSchema>;

/** Overdue first, then by due date, then in the order of `INBOX_KINDS`. */
export const inbox = endpoint({
  name: 'inbox.list',
  method: 'GET',
  path: '/api/inbox',
  response: z.object({
    items: z.array(inboxItemSchema),
    /** A kind with more items than the list shows. */
    more: z.array(z.enum(INBOX_KINDS)),
  }),
});
