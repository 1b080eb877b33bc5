/**
 * What decides whether a passage is reported, in one table with its reasons. Fitted on the tuning
 * half of the bench alone; `docs/matching.md` tells what it gives on the other half.
 */

/**
 * From this score on a passage is reported. Lower finds more snippets of a dozen words and raises
 * more alarms over names and set phrases; see the table in `docs/matching.md`.
 */
export const LEAST_SCORE = 0.6;

/** Weights of the logistic model in `confidence.ts`, in the order of its features. */
export const WEIGHTS = {
  bias: -26.61,
  features: [
    -0.69, // doublings of bits
    2.07, // bits a word
    0.57, // share of the words that agree: templates with holes have less
    3.95, // words in the longest exact row
    2.05, // doublings of bits in the best row
    -2.47, // other words of the clause before the passage
    -0.21, // and after it
    -2.87, // and after it to the next capital
    -1.67, // and on both sides: a name within a sentence
    -1.26, // company: pages on one law quote it again and again
    3.91, // doublings of agreeing words
    -2.26, // agreeing words, to sixty
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
