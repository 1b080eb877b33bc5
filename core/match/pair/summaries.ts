/**
 * Passages of the article that condense the whole document: their words stand all over it, so no
 * single place of the document explains them.
 */

import { keptShare } from './grow.ts';
import { bestSegment, type Pair, type Range, type Segment } from './segment.ts';
import {
  COMMON_MISSING,
  DROP,
  GUESS_WEIGHT,
  LEAST_CHANCE,
  LEAST_SUMMARY,
  LEAST_SUMMARY_KEPT,
  LONGEST_CONDENSED,
  MOST_FOR_WORD,
  SHORTEST_CONDENSED,
  SUMMARY_KEPT,
} from './settings.ts';

const MOST_SUMMARIES = 8;
const ROUNDS = 4;
const REACH = 400;

export function findSummaries(pair: Pair): Segment[] {
  const { count } = pair.document.words;
  if (count < SHORTEST_CONDENSED || count > LONGEST_CONDENSED) return [];
  const whole: Range = [0, count];
  pair.document.mark(whole);
  const found: Segment[] = [];
  for (const range of likelyRanges(pair)) {
    if (found.some((each) => range[0] < each.range[1] && each.range[0] < range[1])) continue;
    const segment = settle(pair, range);
    if (segment) found.push(segment);
  }
  pair.document.unmark(whole);
  return found;
}

function settle(pair: Pair, from: Range): Segment | undefined {
  const { article: own, document: other } = pair;
  let range = from;
  let kept = SUMMARY_KEPT;
  let segment: Segment | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    own.mark(range);
    segment = bestSegment(pair, { own, other, range, kept, reach: REACH });
    own.unmark(range);
    const [start, end] = segment.range;
    if (end <= start) return undefined;
    if (start === range[0] && end === range[1]) break;
    range = segment.range;
    kept = keptShare(segment, LEAST_SUMMARY_KEPT);
  }
  return segment;
}

/** Rows of words of the article that the document has more of than chance; the best first. */
function likelyRanges(pair: Pair): Range[] {
  const { count } = pair.article.words;
  const found: { readonly range: Range; readonly value: number }[] = [];
  let [sum, start, top, end] = [0, 0, 0, 0];
  for (let at = 0; at <= count; at++) {
    if (at === count || sum < top - DROP || sum < 0) {
      if (top >= LEAST_SUMMARY) found.push({ range: [start, end], value: top });
      [sum, top, start, end] = [0, 0, at, at];
    }
    if (at < count) sum += worth(pair, at);
    if (sum > top) [top, end] = [sum, at + 1];
  }
  pair.steps += count;
  found.sort((one, other) => other.value - one.value);
  return found.slice(0, MOST_SUMMARIES).map(({ range }) => range);
}

function worth({ article, document, usual, isCommon }: Pair, at: number): number {
  const id = article.words.ids[at] as number;
  if (document.totals[id] === 0) {
    return Math.log(1 - SUMMARY_KEPT) * (isCommon[id] === 0 ? 1 : COMMON_MISSING);
  }
  const seen = (article.totals[id] as number) - 1 + GUESS_WEIGHT * (usual[id] as number);
  const often = seen / (article.words.count + GUESS_WEIGHT);
  const chance = Math.max(LEAST_CHANCE, 1 - Math.exp(-often * document.words.count));
  return Math.min(MOST_FOR_WORD, Math.log(1 + (SUMMARY_KEPT * (1 - chance)) / chance));
}
