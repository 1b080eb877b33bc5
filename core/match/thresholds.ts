/**
 * What decides whether a passage is reported, in one table with its reasons. Fitted on the tuning
 * half of the bench alone; `docs/matching.md` tells what it gives on the other half.
 */

/**
 * From this score on a passage is reported: it is more likely real than not. Higher misses snippets
 * of a dozen words, lower raises more alarms; see the table in `docs/matching.md`.
 */
export const LEAST_SCORE = 0.5;

/** Weights of the logistic model in `confidence.ts`, in the order of its features. */
export const WEIGHTS = {
  bias: -17.12,
  features: [
    1.49, // doublings of bits
    1.17, // bits a word
    -1.19, // share of the words that agree: templates with holes have less
    1.97, // words in the longest exact row
    0.71, // doublings of bits in the best row
    -1.44, // other words of the clause before the passage
    -0.73, // and after it
    -0.51, // and after it to the next capital
    -0.18, // and on both sides: a name within a sentence
    -0.02, // company: as many pages on one law quote it as leaks quote a paper
    0.79, // doublings of agreeing words
    -0.55, // agreeing words, to sixty
    -1.7, // places with another figure: a form filled in anew
    -2.02, // a numbered legal document is named: its title follows
  ],
} as const;

/**
 * A chain is aligned when its exact runs bring so many bits; an ordinary page has some sixteen
 * chains and two of these. On the tuning half fewer bits found nothing more.
 */
export const ALONE_BITS = 54;
/** With less, when the chains of its document bring so much together. */
export const WITH_OTHERS_BITS = 36;
export const TOGETHER_BITS = 78;

/** Wording in more families of documents than this is common and proves nothing. */
export const MOST_DOCUMENTS = 8;
/** A seed in more documents than this is not followed at all: work, not judgement, is saved. */
export const COMMON_DOCUMENTS = 24;
/** A document that repeats itself gives this many places for one seed. */
export const PLACES_PER_DOCUMENT = 4;

/**
 * Which rows of words lead from an article to a document; a larger collection shares more with any
 * text by chance.
 */
export type SeedBits = {
  /** Bits of the single words that make a seed. */
  readonly enough: number;
  /** A seed has so many bits in its context, or it is none. */
  readonly floor: number;
  /** Of seeds that begin within so many tokens a document enters the one of most bits. */
  readonly stride: number;
  /**
   * A place is looked at for a single seed when the words between its neighbours have so many bits,
   * which an exact run without these stays within; 0: for any.
   */
  readonly reach: number;
  /** Wording of less surprise stands in many documents by chance, and is not common for it. */
  readonly chance: number;
};

export type SeedSize = SeedBits & {
  /** For collections of up to so many tokens. */
  readonly mostTokens: number;
};

/**
 * Longer seeds cost recall, shorter ones time; too short ones stand in too many documents. The last
 * size is for memory: a million documents keep within two gigabytes.
 */
export const SEED_SIZES: readonly SeedSize[] = [
  { mostTokens: 2 ** 22, enough: 26, floor: 12, stride: 1, reach: 36, chance: 26 },
  { mostTokens: 2 ** 25, enough: 40, floor: 22, stride: 1, reach: 60, chance: 29 },
  { mostTokens: 2 ** 28, enough: 42, floor: 23, stride: 2, reach: 60, chance: 32 },
  { mostTokens: 2 ** 31, enough: 44, floor: 25, stride: 3, reach: 50, chance: 35 },
];
