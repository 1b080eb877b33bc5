/** Grows a seed into a passage of both texts: each side in turn takes what fits the other. */

import type { Seed } from './seeds.ts';
import { bestSegment, type Pair, type Range, type Segment, type Side } from './segment.ts';
import { FIRST_KEPT, LEAST_KEPT, MOST_KEPT, SQUARE } from './settings.ts';

/** A passage of the article and one of the document, each with what the other gives it. */
export type Grown = { readonly article: Segment; readonly document: Segment };

const FIRST_REACH = 1.5 * SQUARE;
/** How far beyond its passage the other side is read while growing: more of both may belong. */
const MARGIN = 25;
const MARGIN_SHARE = 0.25;
const REACH = 400;
const MOST_ROUNDS = 16;
/** Rounds without margin, in which the edges settle. */
const LAST_ROUNDS = 2;

export function grow(pair: Pair, seed: Seed): Grown | undefined {
  let article = around(seed.article, pair.article);
  let document = around(seed.document, pair.document);
  let [keptHere, keptThere] = [FIRST_KEPT, FIRST_KEPT];
  let grown: Grown | undefined;
  let last = LAST_ROUNDS;
  for (let round = 0; last > 0; round++) {
    const isWide = last === LAST_ROUNDS && round < MOST_ROUNDS;
    if (!isWide) last--;
    const ours = { own: pair.article, other: pair.document, range: article, kept: keptHere };
    const here = fit(pair, { ...ours, facing: document, isWide });
    if (!here) return undefined;
    const theirs = { own: pair.document, other: pair.article, range: document, kept: keptThere };
    const there = fit(pair, { ...theirs, facing: here.range, isWide });
    if (!there) return undefined;
    const isSettled = isSame(article, here.range) && isSame(document, there.range);
    if (isWide && isSettled) last--;
    [article, document] = [here.range, there.range];
    [keptHere, keptThere] = [keptShare(here), keptShare(there)];
    grown = { article: here, document: there };
  }
  return grown;
}

const isSame = (one: Range, other: Range): boolean => one[0] === other[0] && one[1] === other[1];

/** The share of telling words that are shared, within what is believed of any reuse. */
export function keptShare({ shared, telling }: Segment, least = LEAST_KEPT): number {
  return Math.min(MOST_KEPT, Math.max(least, (shared + 1) / (telling + 2)));
}

function around(place: number, side: Side): Range {
  return widened([place, place], FIRST_REACH, side);
}

function widened([start, end]: Range, by: number, { words }: Side): Range {
  return [Math.max(0, start - by), Math.min(words.count, end + by)];
}

type Fit = {
  readonly own: Side;
  readonly other: Side;
  readonly range: Range;
  readonly kept: number;
  /** The passage of the other side. */
  readonly facing: Range;
  readonly isWide: boolean;
};

function fit(pair: Pair, { own, other, range, kept, facing, isWide }: Fit): Segment | undefined {
  const length = facing[1] - facing[0];
  const margin = isWide ? Math.round(MARGIN + MARGIN_SHARE * length) : 0;
  const read = widened(facing, margin, other);
  own.mark(range);
  other.mark(read);
  const reach = REACH + range[1] - range[0];
  const segment = bestSegment(pair, { own, other, range, kept, reach });
  own.unmark(range);
  other.unmark(read);
  pair.steps += range[1] - range[0] + read[1] - read[0];
  return segment.range[1] > segment.range[0] ? segment : undefined;
}
