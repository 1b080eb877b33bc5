/**
 * What decides whether a passage is reported, in one table with its reasons. Fitted on the tuning
 * half of the bench alone; `docs/matching.md` tells what it gives on the other half.
 */

/**
 * From this score on a passage is reported. Lower finds more snippets of a dozen words and raises
 * more alarms over names and set phrases; see the table in `docs/matching.md`.
 */
export const LEAST_SCORE = 0.66;

/** Weights of the logistic model in `confidence.ts`, in the order of its features. */
export const WEIGHTS = {
  bias: -26.56,
  features: [
    -0.84, // doublings of bits
    2.43, // bits a word
    0.97, // share of the words that agree: templates with holes have less
    4.6, // words in the longest exact row
    1.84, // doublings of bits in the best row
    -2.49, // other words of the clause before the passage
    -0.06, // and after it
    -2.83, // and after it to the next capital
    -1.8, // and on both sides: a name within a sentence
    -1.4, // company: pages on one law quote it again and again
    4.08, // doublings of agreeing words
    -2.18, // agreeing words, to sixty
  ],
} as const;

/**
 * A chain is aligned when its exact runs bring so many bits; an ordinary page has some sixteen
 * chains and two of these. On the tuning half fewer bits found nothing more.
 */
export const ALONE_BITS = 30;
/** With less, when the chains of its document bring so much together. */
export const WITH_OTHERS_BITS = 20;
export const TOGETHER_BITS = 48;

/** Wording in more families of documents than this is common and proves nothing. */
export const MOST_DOCUMENTS = 8;
/** A seed in more documents than this is not followed at all: work, not judgement, is saved. */
export const COMMON_DOCUMENTS = 24;
