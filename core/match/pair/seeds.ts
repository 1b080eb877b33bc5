/** Where two texts share more rare words than chance allows: squares of words on both sides. */

import type { Pair } from './segment.ts';
import { GUESS_WEIGHT, LEAST_SEED, MOST_FOR_WORD, MOST_PLACES, SQUARE } from './settings.ts';

export type Seed = { readonly article: number; readonly document: number; readonly value: number };

/** Bound to a square's worth, what a word is compared with. */
const NEAR = 2 * SQUARE;

/** The most promising first. */
export function findSeeds(pair: Pair): Seed[] {
  const columns = Math.ceil(pair.document.words.count / SQUARE) + 3;
  const squares = fillSquares(pair, columns);
  const seeds: Seed[] = [];
  for (const [square, own] of squares) {
    let value = 0;
    for (const row of [-columns, 0, columns]) {
      for (const column of [-1, 0, 1]) value += squares.get(square + row + column) ?? 0;
    }
    if (value < LEAST_SEED) continue;
    const article = (Math.floor(square / columns) - 0.5) * SQUARE;
    // Of neighbours that share their worth the fuller one leads.
    seeds.push({
      article,
      document: ((square % columns) - 0.5) * SQUARE,
      value: value + own / 1000,
    });
  }
  return seeds.sort((one, other) => other.value - one.value);
}

function fillSquares(pair: Pair, columns: number): Map<number, number> {
  const { article, document } = pair;
  const places = placesOf(pair);
  const words = article.words.count + document.words.count + GUESS_WEIGHT;
  const squares = new Map<number, number>();
  for (let at = 0; at < article.words.count; at++) {
    const id = article.words.ids[at] as number;
    const there = places.get(id);
    if (!there) continue;
    const seen = (article.totals[id] as number) + (document.totals[id] as number) - 2;
    const often = (seen + GUESS_WEIGHT * (pair.usual[id] as number)) / words;
    const worth = Math.min(MOST_FOR_WORD, -Math.log(often * NEAR));
    if (worth <= 0) continue;
    const row = (Math.floor(at / SQUARE) + 1) * columns + 1;
    for (const place of there) {
      const square = row + Math.floor(place / SQUARE);
      squares.set(square, (squares.get(square) ?? 0) + worth);
    }
    pair.steps += there.length;
  }
  return squares;
}

/** The places in the document of each word that is worth following. */
function placesOf({ article, document, isCommon }: Pair): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < document.words.count; at++) {
    const id = document.words.ids[at] as number;
    const pairs = (document.totals[id] as number) * (article.totals[id] as number);
    if (isCommon[id] !== 0 || pairs === 0 || pairs > MOST_PLACES) continue;
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  }
  return places;
}
