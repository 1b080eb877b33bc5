/**
 * What decides whether two texts resemble each other in a place, in one table with its reasons.
 * Chosen on the pairs of the PAN-2013 training part with an even hash alone; `docs/matching.md`
 * tells what they give on the odd ones.
 */

/** A passage with a score below this is not told. */
export const LEAST_SCORE = 0.5;
/** Shorter resemblances, in characters of either text, are set phrases and lists of names. */
export const SHORTEST = 100;

/**
 * How often a word stands at any one place of an ordinary text, before the two texts have shown
 * it: words of six letters and more, shorter ones more often. Common words come from a stop list.
 */
export const RARE_WORD = 2e-4;
export const MIDDLE_WORD = 2 * RARE_WORD;
export const SHORT_WORD = 4 * RARE_WORD;
export const COMMON_WORD = 8e-3;
/** How many words of text that first guess weighs against what the two texts show. */
export const GUESS_WEIGHT = 1000;

/** A word in common is worth at most this, in nats: one rare name makes no passage. */
export const MOST_FOR_WORD = 3.5;
/** Any word may stand in the other passage by chance so often at least. */
export const LEAST_CHANCE = 0.01;
/** Missing stop words say less than other missing words: they come and go with the wording. */
export const COMMON_MISSING = 0.3;
/** And so do words that the other side has, but not as often. */
export const SURPLUS_MISSING = 0.5;

/** Share of words that reuse keeps: first guess and what an estimate may become. */
export const FIRST_KEPT = 0.5;
export const LEAST_KEPT = 0.35;
export const MOST_KEPT = 0.95;

/** Reuse takes whole sentences: an end there, or at a line's end, counts so much more. */
export const SENTENCE_BONUS = 4;
export const LINE_BONUS = 1.2;
/** A passage ends where so much has been lost since its best end. */
export const DROP = 12;

/** Seeds: squares of so many words on both sides, judged with their eight neighbours. */
export const SQUARE = 16;
export const LEAST_SEED = 9;
/** A word is followed when it makes at most so many pairs of places: work is saved. */
export const MOST_PLACES = 100;
/** Steps a word of both texts, and so many at least, before growing stops: time stays linear. */
export const STEPS_A_WORD = 200;
export const LEAST_STEPS = 200_000;

/** Summaries: share of words kept, and how many words the condensed document has at least. */
export const SUMMARY_KEPT = 0.75;
export const LEAST_SUMMARY_KEPT = 0.5;
export const LEAST_SUMMARY = 20;
export const SHORTEST_CONDENSED = 300;
/** In a longer document nearly every word stands somewhere, which proves nothing. */
export const LONGEST_CONDENSED = 4000;
/** A summary costs its places, so it must be this likely. */
export const LEAST_SUMMARY_SCORE = 0.4;
