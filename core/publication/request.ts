/**
 * A request to publish: press statement, article, speech, reply, slides. State carries its
 * evidence; what was published where stands beside it as records, not as a state. The rule behind:
 * nothing secret is posted (law 117/2025 art. 5), and a spokesperson answers for what is said.
 */
import type { Instant } from '../common/calendar-date.ts';
import type { PersonId } from '../common/id.ts';

export const PUBLICATION_MEDIA = [
  'press-statement',
  'web-article',
  'speech',
  'reply',
  'slides',
  'web-site',
  'other',
] as const;
export type PublicationMedium = (typeof PUBLICATION_MEDIA)[number];

export const REQUEST_STATES = [
  'submitted',
  'cleared',
  'cleared-amended',
  'objected',
  'appealed',
  'upheld',
  'withdrawn',
] as const;
export type RequestStateName = (typeof REQUEST_STATES)[number];

/** A version that was handed in, one that a decider made of it, one found published. */
export const TEXT_KINDS = ['submitted', 'amended', 'published'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What was published beside what was cleared. */
export const COMPARISONS = ['same', 'differs'] as const;

/**
 * Hexadecimal SHA-256 of the text in UTF-8: names exactly the words that were judged; of a file
 * without words, that of the file.
 */
export type JudgedText = { readonly version: number; readonly sha256: string };

type Decision = {
  readonly decidedBy: PersonId;
  readonly decidedAt: Instant;
};

export type Objection = Decision & { readonly reason: string };
export type Appeal = { readonly appealedAt: Instant; readonly reason: string };

export type RequestState =
  | (JudgedText & { readonly state: 'submitted'; readonly submittedAt: Instant })
  | (JudgedText &
      Decision & {
        readonly state: 'cleared';
        /** Why, where a protected text was touched and judged to be no obstacle; else empty. */
        readonly note: string;
        readonly afterAppeal: boolean;
      })
  | (JudgedText &
      Decision & {
        readonly state: 'cleared-amended';
        readonly note: string;
        /** The version that was asked for; `version` is the amended one. */
        readonly ofVersion: number;
      })
  | (JudgedText & { readonly state: 'objected'; readonly objection: Objection })
  | (JudgedText & {
      readonly state: 'appealed';
      readonly objection: Objection;
      readonly appeal: Appeal;
    })
  | (JudgedText &
      Decision & {
        readonly state: 'upheld';
        readonly objection: Objection;
        readonly appeal: Appeal;
        readonly reason: string;
      })
  | (JudgedText & { readonly state: 'withdrawn'; readonly withdrawnAt: Instant });

/** What a check of the judged text came to, for the eyes of who decides. */
export const TOUCHES = ['nothing', 'seen', 'hidden'] as const;
/** `seen`: only documents that this person may read; `hidden`: (also) others. */
export type Touches = (typeof TOUCHES)[number];
