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
  bias: -22.37,
  features: [
    2.77, // doublings of bits: what agrees, and how surprising it is
    -0.03, // bits to 120
    -1.44, // bits a word: rare names stand in lists and titles as well
    0.27, // share of the words that agree: templates with holes have less
    5.95, // words in the longest exact row
    0.75, // doublings of bits in the best row
    -2.32, // other words of the clause before the passage
    -0.17, // and after it
    -2.06, // and after it to the next capital
    -1.23, // and on both sides: a name within a sentence
    -1.29, // company: pages on one law quote it again and again
  ],
} as const;
