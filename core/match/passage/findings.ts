/**
 * From weighed passages to what is reported: the strong ones, weak ones of one document that are
 * strong together, and of passages on the same words only those that explain them best.
 */
import type { Surroundings } from './surroundings.ts';

export type Passage = {
  readonly document: number;
  readonly articleFirst: number;
  readonly articleLast: number;
  readonly placeFirst: number;
  readonly placeLast: number;
  readonly bits: number;
  readonly exact: number;
  readonly altered: number;
  readonly longest: number;
  readonly rowBits: number;
  readonly inserted: number;
  readonly otherFigures: number;
};

export type Judged = Passage & {
  readonly score: number;
  readonly words: number;
  readonly company: number;
  readonly surroundings: Surroundings;
};

/** From these bits on a passage supports others of its document; so many of them are counted. */
const COMPANY_FLOOR = 25;
const MOST_COMPANY = 8;
/** Tokens between pieces that are joined, and the bits that another piece must bring. */
const NEAR_IN_ARTICLE = 12;
const NEAR_IN_STORE = 40;
/** Sentences of one paragraph in another order: next to each other, and so far apart before. */
const CLOSE_IN_ARTICLE = 3;
const SHUFFLED_IN_STORE = 200;
/** Columns read across: the document goes on after a line of other words. */
const BESIDE_IN_ARTICLE = 24;
const GOES_ON = 8;
/** The same with a line between them that had no telling word; the share of words put in. */
const ACROSS = { inArticle: 60, inStore: 40 };
const ACROSS_SHARE = 0.25;
/** Pieces in the order of the document, each of them telling by itself. */
const ORDERLY = { inArticle: 30, inStore: 24 };
const ORDERLY_BITS = 60;
const JOIN_COST = 22;
/** Share of the shorter of two pieces that both may hold: ends are drawn out a little too far. */
const OVERLAP_SHARE = 0.8;
/** Wording that stands at several places of a document is shown at so many more of them. */
const MOST_TWINS = 3;
const TWIN_SHARE = 0.97;
/** Share of a passage's words that a stronger one must hold to make it needless. */
const COVERED = 0.6;
/** Another document's passage that is nearly as strong is reported beside the strongest. */
const NEARLY = 0.9;

/** `words`: how many tokens the article has. `judge` hears what supports the passage. */
export function chooseFindings(
  passages: readonly Passage[],
  words: number,
  judge: (passage: Passage, company: number) => Judged,
): Judged[] {
  const own = keepUncovered([...passages].sort(byStrength), words);
  const whole = joinNeighbours(own).sort(byStrength);
  const supports = supportsOf(whole);
  const judged = whole.map((passage) =>
    judge(passage, companyOf(passage, supports.get(passage.document) ?? [])),
  );
  return keepBest(judged, words).sort(
    (one, other) => one.articleFirst - other.articleFirst || byStrength(one, other),
  );
}

/** Pieces of one passage that lie close on both sides, in any order, are one finding. */
function joinNeighbours(passages: readonly Passage[]): Passage[] {
  const ordered = [...passages].sort(
    (one, other) => one.document - other.document || one.articleFirst - other.articleFirst,
  );
  const joined: Passage[] = [];
  const latest: Passage[] = [];
  for (const passage of ordered) {
    const at = findNeighbour(joined, latest, passage);
    if (at < 0) joined.push(passage);
    else joined[at] = join(joined[at] as Passage, passage);
    latest[at < 0 ? joined.length - 1 : at] = passage;
  }
  return joined;
}

/** `latest`: the last piece of each joined passage. */
function findNeighbour(
  joined: readonly Passage[],
  latest: readonly Passage[],
  passage: Passage,
): number {
  const oldest = Math.max(0, joined.length - MOST_TWINS - 1);
  for (let at = joined.length - 1; at >= oldest; at--) {
    const [before, piece] = [joined[at], latest[at]];
    // The same words of the document again are a second quotation, not a further piece.
    if (!before || !piece || piece.document !== passage.document) continue;
    if (overlapInStore(piece, passage) > OVERLAP_SHARE) continue;
    if (areNeighbours(before, passage) || followsOn(piece, passage)) return at;
  }
  return -1;
}

function areNeighbours(before: Passage, after: Passage): boolean {
  const apart = Math.max(before.placeFirst, after.placeFirst);
  const inStore = apart - Math.min(before.placeLast, after.placeLast);
  const inArticle = after.articleFirst - before.articleLast;
  if (inArticle > NEAR_IN_ARTICLE || overlapInArticle(before, after) > OVERLAP_SHARE) return false;
  return inStore <= (inArticle <= CLOSE_IN_ARTICLE ? SHUFFLED_IN_STORE : NEAR_IN_STORE);
}

/** The document goes on after the piece, with other words between them in the article. */
function followsOn(piece: Passage, after: Passage): boolean {
  const inArticle = after.articleFirst - piece.articleLast;
  const inStore = after.placeFirst - piece.placeLast;
  if (inArticle <= 0 || inStore <= 0) return false;
  const isWithin = (most: { inArticle: number; inStore: number }): boolean =>
    inArticle <= most.inArticle && inStore <= most.inStore;
  const inserted = piece.inserted + after.inserted;
  return (
    isWithin({ inArticle: BESIDE_IN_ARTICLE, inStore: GOES_ON }) ||
    (isWithin(ACROSS) && inserted >= (piece.exact + after.exact) * ACROSS_SHARE) ||
    (isWithin(ORDERLY) && Math.min(piece.bits, after.bits) >= ORDERLY_BITS)
  );
}

const overlapInArticle = (one: Passage, other: Passage): number =>
  overlap([one.articleFirst, one.articleLast], [other.articleFirst, other.articleLast]);

const overlapInStore = (one: Passage, other: Passage): number =>
  overlap([one.placeFirst, one.placeLast], [other.placeFirst, other.placeLast]);

type Range = readonly [first: number, last: number];

/** Share of the shorter range that the other holds; below 0 when they lie apart. */
function overlap(one: Range, other: Range): number {
  const common = Math.min(one[1], other[1]) - Math.max(one[0], other[0]) + 1;
  return common / (Math.min(one[1] - one[0], other[1] - other[0]) + 1);
}

function join(one: Passage, other: Passage): Passage {
  return {
    document: one.document,
    articleFirst: one.articleFirst,
    articleLast: Math.max(one.articleLast, other.articleLast),
    placeFirst: Math.min(one.placeFirst, other.placeFirst),
    placeLast: Math.max(one.placeLast, other.placeLast),
    bits: Math.max(one.bits, other.bits, one.bits + other.bits - JOIN_COST),
    exact: one.exact + other.exact,
    altered: one.altered + other.altered,
    longest: Math.max(one.longest, other.longest),
    rowBits: Math.max(one.rowBits, other.rowBits),
    inserted: one.inserted + other.inserted,
    otherFigures: one.otherFigures + other.otherFigures,
  };
}

function byStrength(one: Passage, other: Passage): number {
  return (
    other.bits - one.bits ||
    one.articleFirst - other.articleFirst ||
    one.articleLast - other.articleLast ||
    one.placeFirst - other.placeFirst
  );
}

/**
 * Drops passages whose article words a stronger passage of the same document holds already, but
 * keeps its twins: the same wording at another place of the document.
 */
function keepUncovered(passages: readonly Passage[], words: number): Passage[] {
  const holders = new Int32Array(words).fill(-1);
  const twins = new Map<number, number>();
  const byDocument = [...passages].sort((one, other) => one.document - other.document);
  return byDocument.filter((passage, order) => {
    const { document, articleFirst, articleLast } = passage;
    let covered = 0;
    let holder = -1;
    for (let at = articleFirst; at <= articleLast; at++) {
      const held = holders[at] as number;
      if (held < 0 || byDocument[held]?.document !== document) holders[at] = order;
      else {
        covered++;
        holder = held;
      }
    }
    if (covered < (articleLast - articleFirst + 1) * COVERED) return true;
    const known = twins.get(holder) ?? 0;
    const held = byDocument[holder];
    const isElsewhere = held !== undefined && overlapInStore(held, passage) <= OVERLAP_SHARE;
    const isTwin = isElsewhere && passage.bits >= held.bits * TWIN_SHARE;
    if (isTwin) twins.set(holder, known + 1);
    return isTwin && known < MOST_TWINS;
  });
}

/** The strongest passages of each document at places of their own. */
function supportsOf(passages: readonly Passage[]): Map<number, Passage[]> {
  const supports = new Map<number, Passage[]>();
  for (const passage of passages) {
    const others = supports.get(passage.document) ?? [];
    if (passage.bits < COMPANY_FLOOR || others.length > MOST_COMPANY) continue;
    // A name that the article repeats is no further evidence.
    if (others.some((other) => isSamePlace(other, passage) || isSameWords(other, passage)))
      continue;
    supports.set(passage.document, [...others, passage]);
  }
  return supports;
}

function companyOf(passage: Passage, supports: readonly Passage[]): number {
  let bits = 0;
  for (const other of supports) {
    if (isSamePlace(other, passage) || isSameWords(other, passage)) continue;
    bits += other.bits - COMPANY_FLOOR;
  }
  return bits;
}

const isSameWords = (one: Passage, other: Passage): boolean =>
  one.articleFirst <= other.articleLast && other.articleFirst <= one.articleLast;

const isSamePlace = (one: Passage, other: Passage): boolean =>
  one.placeFirst <= other.placeLast && other.placeFirst <= one.placeLast;

/** Of several documents on the same words, the strongest and those nearly as strong. */
function keepBest<Kind extends Passage>(passages: readonly Kind[], words: number): Kind[] {
  const best = new Float32Array(words);
  return passages.filter(({ bits, articleFirst, articleLast }) => {
    let weaker = 0;
    for (let at = articleFirst; at <= articleLast; at++) {
      const held = best[at] as number;
      if (held === 0) best[at] = bits;
      else if (bits < held * NEARLY) weaker++;
    }
    return weaker < (articleLast - articleFirst + 1) * COVERED;
  });
}
