/**
 * How likely a grown passage is reuse, and whether an article's passage condenses the document
 * rather than takes one place of it: two small logistic models over traits of the pair.
 */

import { type Grown, keptShare } from './grow.ts';
import type { Pair, Segment } from './segment.ts';

type Weights = { readonly bias: number; readonly traits: readonly number[] };

/** Fitted on the even pairs; the order is that of the traits below. */
const PLACE: Weights = { bias: -19.44, traits: [1.54, 1.96, 3.5, -0.44, 1.68] };
const SUMMARY: Weights = {
  bias: -9.61,
  traits: [2.03, 1.81, -5.35, 3.14, 1.83, 2.05, -1.21, -1.69],
};

const FLOOR = 5;

const likelihood = (traits: readonly number[], { bias, traits: weights }: Weights): number =>
  1 / (1 + Math.exp(-traits.reduce((sum, trait, at) => sum + trait * (weights[at] ?? 0), bias)));

const lengthOf = ({ range }: Segment): number => range[1] - range[0];

export function traitsOfPlace({ article, document }: Grown): number[] {
  const [here, there] = [lengthOf(article), lengthOf(document)];
  const score = article.score + document.score;
  return [
    Math.log(Math.max(FLOOR, score)),
    Math.log(Math.max(FLOOR, Math.min(article.score, document.score))),
    keptShare(article),
    Math.log(here),
    Math.log(there),
  ];
}

/** A summary beside the places that would explain the same words. */
export function traitsOfSummary(pair: Pair, summary: Segment, places: readonly Grown[]): number[] {
  const length = lengthOf(summary);
  let [explained, widest, stretch] = [0, 0, 0];
  for (const { article, document } of places) {
    const common = overlap(article, summary);
    if (common <= 0) continue;
    explained += (article.score * common) / lengthOf(article);
    if (common / length <= widest) continue;
    widest = common / length;
    stretch = lengthOf(document) / lengthOf(article);
  }
  return [
    Math.log(Math.max(FLOOR, summary.score)),
    Math.log((summary.score + FLOOR) / (explained + FLOOR)),
    widest,
    stretch,
    Math.log(pair.document.words.count / length),
    Math.log(length),
    summary.score / length,
    Math.log(pair.article.words.count),
  ];
}

export const overlap = (one: Segment, other: Segment): number =>
  Math.min(one.range[1], other.range[1]) - Math.max(one.range[0], other.range[0]);

export const likelihoodOfPlace = (grown: Grown): number => likelihood(traitsOfPlace(grown), PLACE);

export const likelihoodOfSummary = (
  pair: Pair,
  summary: Segment,
  places: readonly Grown[],
): number => likelihood(traitsOfSummary(pair, summary, places), SUMMARY);
