/**
 * How sure a passage is to come from the document, as a probability: a logistic model of what the
 * alignment weighs and of how the passage sits in the article. Fitted on the tuning half of the
 * bench; the weights stand in `thresholds.ts`, the figures in `docs/matching.md`.
 */

import { WEIGHTS } from '../thresholds.ts';
import type { Surroundings } from './surroundings.ts';

/** What the model looks at. */
export type Traits = {
  readonly bits: number;
  /** Words of the article that the passage spans. */
  readonly words: number;
  readonly exact: number;
  readonly altered: number;
  readonly longest: number;
  readonly rowBits: number;
  readonly inserted: number;
  readonly otherFigures: number;
  /** Bits of the other passages of the same document in this article. */
  readonly company: number;
  readonly surroundings: Surroundings;
};

/** What each number of `featuresOf` is, in its order. */
export const FEATURE_NAMES = [
  'doublings of bits',
  'bits a word',
  'share of the words that agree: templates with holes have less',
  'words in the longest exact row',
  'doublings of bits in the best row',
  'other words of the clause before the passage',
  'and after it',
  'and after it to the next capital',
  'and on both sides: a name within a sentence',
  'company: pages on one law quote it again and again',
  'doublings of agreeing words',
  'agreeing words, to sixty',
  'places with another figure: a form filled in anew',
  'a numbered legal document is named: its title follows',
] as const;

/** The traits as numbers of about one; their order is that of `FEATURE_NAMES` and `WEIGHTS`. */
export function featuresOf(traits: Traits): number[] {
  const { bits, words, exact, altered, longest, rowBits, company, surroundings } = traits;
  const { before, after, toCapital, cites } = surroundings;
  const agreeing = Math.max(1, exact + altered);
  // Beside a long passage a few other words say little.
  const weight = 1.5 / Math.max(15, words);
  return [
    Math.log2(Math.max(8, bits)),
    Math.min(8, bits / agreeing) / 4,
    agreeing / Math.max(1, words - traits.inserted),
    Math.min(12, longest) / 12,
    Math.log2(Math.max(8, rowBits)),
    before * weight,
    after * weight,
    toCapital * weight,
    Math.min(8, before, after) * 2 * weight,
    Math.min(100, company) / 50,
    Math.log2(Math.max(4, agreeing)),
    Math.min(60, agreeing) / 30,
    Math.min(3, traits.otherFigures),
    cites ? weight * 10 : 0,
  ];
}

/** 0 to 1: of all passages with 0.9, about nine in ten come from the document. */
export function confidenceIn(traits: Traits): number {
  const { bias, features } = WEIGHTS;
  let logit = bias;
  for (const [at, feature] of featuresOf(traits).entries()) logit += feature * (features[at] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}
