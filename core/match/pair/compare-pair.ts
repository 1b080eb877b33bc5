/**
 * Compares one protected document with one public text and finds what resembles it though words
 * differ: paraphrase, shuffled and replaced words, retranslation, summary. Weaker than a match: a
 * resemblance is a place to read, never a finding. Called by the side-by-side reading of a person
 * who may read the document; the matcher, which searches all documents, does not use it.
 */

import { type Grown, grow } from './grow.ts';
import { likelihoodOfPlace, likelihoodOfSummary, overlap } from './likelihood.ts';
import { findSeeds, type Seed } from './seeds.ts';
import { Pair, type Segment } from './segment.ts';
import {
  LEAST_SCORE,
  LEAST_STEPS,
  LEAST_SUMMARY_SCORE,
  SHORTEST,
  STEPS_A_WORD,
} from './settings.ts';
import { findSummaries } from './summaries.ts';
import { placeOf } from './words.ts';

/** Offsets are UTF-16 units of the texts as given; ends are exclusive. */
export type PairPassage = {
  /** One place of the document, or the whole of it condensed. */
  readonly kind: 'place' | 'summary';
  readonly articleStart: number;
  readonly articleEnd: number;
  readonly docStart: number;
  readonly docEnd: number;
  /** Estimated probability that the one comes from the other, 0 to 1. */
  readonly score: number;
};
export type PairOptions = {
  /** Score from which a passage is told. */
  readonly leastScore?: number;
  /** Passages with fewer characters in either text are not told. */
  readonly shortestInArticle?: number;
  readonly shortestInDocument?: number;
};

/** In the order of the text. */
export function comparePair(document: string, text: string, options?: PairOptions): PairPassage[] {
  return comparePairCounted(document, text, options).passages;
}

/** The same, with the steps it took: what tests of linear time count. */
export function comparePairCounted(
  document: string,
  text: string,
  options: PairOptions = {},
): { readonly passages: PairPassage[]; readonly steps: number } {
  const pair = new Pair(document, text);
  const grown = growAll(pair).filter((each) => isLongEnough(rangesOf(pair, each), options));
  const places = choose(grown, options.leastScore ?? LEAST_SCORE);
  const summaries = findSummaries(pair)
    .map((segment) => ({ segment, score: likelihoodOfSummary(pair, segment, places) }))
    .filter(({ score }) => score >= LEAST_SUMMARY_SCORE);
  const kept = places.filter(
    ({ article }) => !summaries.some(({ segment }) => overlap(article, segment) > 0),
  );
  const passages = [
    ...kept.map((grown) => passageOf(pair, grown)),
    ...summaries.map(({ segment, score }) => summaryOf(pair, segment, score)),
  ];
  passages.sort((one, other) => one.articleStart - other.articleStart);
  return { passages, steps: pair.steps };
}

/** More places of one pair than anyone reads. */
const MOST_PLACES_GROWN = 1000;

/** All distinct passages, as long as the allowance of steps lasts. */
function growAll(pair: Pair): Grown[] {
  const words = pair.article.words.count + pair.document.words.count;
  const seeds = findSeeds(pair);
  const allowed = pair.steps + Math.max(LEAST_STEPS, STEPS_A_WORD * words);
  const found: Grown[] = [];
  for (const seed of seeds) {
    if (pair.steps > allowed || found.length >= MOST_PLACES_GROWN) break;
    pair.steps += found.length;
    if (found.some((known) => holds(known, seed))) continue;
    const grown = grow(pair, seed);
    if (grown && !found.some((known) => isSamePlace(known, grown))) found.push(grown);
  }
  return found;
}

/** Seeds at the very edge of a passage belong to it. */
const EDGE = 8;

const isWithin = (place: number, { range }: Segment): boolean =>
  place >= range[0] - EDGE && place < range[1] + EDGE;

const holds = ({ article, document }: Grown, seed: Seed): boolean =>
  isWithin(seed.article, article) && isWithin(seed.document, document);

const isEqual = ({ range: one }: Segment, { range: other }: Segment): boolean =>
  one[0] === other[0] && one[1] === other[1];

const isSamePlace = (one: Grown, other: Grown): boolean =>
  isEqual(one.article, other.article) && isEqual(one.document, other.document);

function isLongEnough(
  { articleStart, articleEnd, docStart, docEnd }: Ranges,
  { shortestInArticle = SHORTEST, shortestInDocument = SHORTEST }: PairOptions,
): boolean {
  return articleEnd - articleStart >= shortestInArticle && docEnd - docStart >= shortestInDocument;
}

/** A passage of the article that is mostly told already. */
const TOLD_SHARE = 0.3;

/** The best passages that do not tell the same words of the article twice. */
function choose(all: readonly Grown[], leastScore: number): Grown[] {
  const value = ({ article, document }: Grown): number => article.score + document.score;
  const chosen: Grown[] = [];
  for (const grown of [...all].sort((one, other) => value(other) - value(one))) {
    const { range } = grown.article;
    const most = TOLD_SHARE * (range[1] - range[0]);
    if (chosen.some(({ article }) => overlap(article, grown.article) > most)) continue;
    if (likelihoodOfPlace(grown) >= leastScore) chosen.push(grown);
  }
  return chosen;
}

type Ranges = Omit<PairPassage, 'kind' | 'score'>;

function rangesOf(pair: Pair, { article, document }: Grown): Ranges {
  const [articleStart, articleEnd] = placeOf(pair.article.words, ...article.range);
  const [docStart, docEnd] = placeOf(pair.document.words, ...document.range);
  return { articleStart, articleEnd, docStart, docEnd };
}

function passageOf(pair: Pair, grown: Grown): PairPassage {
  return { kind: 'place', ...rangesOf(pair, grown), score: likelihoodOfPlace(grown) };
}

function summaryOf(pair: Pair, { range }: Segment, score: number): PairPassage {
  const { words } = pair.document;
  const [articleStart, articleEnd] = placeOf(pair.article.words, ...range);
  const [docStart, docEnd] = placeOf(words, 0, words.count);
  return { kind: 'summary', articleStart, articleEnd, docStart, docEnd, score };
}
