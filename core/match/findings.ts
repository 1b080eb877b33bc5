/**
 * From weighed passages to what is reported: the strong ones, weak ones of one document that are
 * strong together, and of passages on the same words only those that explain them best.
 */
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
};

/** A weak passage must bring this much to be counted with others, and pays as much for company. */
const WEAK_FLOOR = 48;
const COMPANY_COST = 32;
const MOST_COMPANY = 8;
/** Tokens between pieces that are joined, and the bits that another piece must bring. */
const NEAR_IN_ARTICLE = 12;
const NEAR_IN_STORE = 40;
const JOIN_COST = 22;
/** Share of a passage's words that a stronger one must hold to make it needless. */
const COVERED = 0.6;
/** Another document's passage that is nearly as strong is reported beside the strongest. */
const NEARLY = 0.9;

/** `words`: how many tokens the article has. */
export function chooseFindings(
  passages: readonly Passage[],
  words: number,
  threshold: number,
): Passage[] {
  const own = keepUncovered([...passages].sort(byStrength), words);
  const enough = strongEnough(joinNeighbours(own).sort(byStrength), threshold);
  return keepBest(enough, words).sort(
    (one, other) => one.articleFirst - other.articleFirst || byStrength(one, other),
  );
}

/** Pieces of one passage that lie close on both sides, in any order, are one finding. */
function joinNeighbours(passages: readonly Passage[]): Passage[] {
  const ordered = [...passages].sort(
    (one, other) => one.document - other.document || one.articleFirst - other.articleFirst,
  );
  const joined: Passage[] = [];
  let last: Passage | undefined;
  for (const passage of ordered) {
    const before = joined.at(-1);
    // The same words of the document again are a second quotation, not a further piece.
    const isRepeat = last !== undefined && isSamePlace(last, passage);
    last = passage;
    if (before && !isRepeat && areNeighbours(before, passage)) {
      joined[joined.length - 1] = join(before, passage);
    } else joined.push(passage);
  }
  return joined;
}

function areNeighbours(before: Passage, after: Passage): boolean {
  if (before.document !== after.document) return false;
  const apart = Math.max(before.placeFirst, after.placeFirst);
  const inStore = apart - Math.min(before.placeLast, after.placeLast);
  return after.articleFirst - before.articleLast <= NEAR_IN_ARTICLE && inStore <= NEAR_IN_STORE;
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

/** Drops passages whose article words a stronger passage of the same document holds already. */
function keepUncovered(passages: readonly Passage[], words: number): Passage[] {
  const holder = new Int32Array(words).fill(-1);
  const byDocument = [...passages].sort((one, other) => one.document - other.document);
  return byDocument.filter(({ document, articleFirst, articleLast }) => {
    let covered = 0;
    for (let at = articleFirst; at <= articleLast; at++) {
      if (holder[at] === document) covered++;
      else holder[at] = document;
    }
    return covered < (articleLast - articleFirst + 1) * COVERED;
  });
}

function strongEnough(passages: readonly Passage[], threshold: number): Passage[] {
  const together = new Map<number, number>();
  const counted = new Map<number, Passage[]>();
  for (const passage of passages) {
    const { document, bits } = passage;
    const others = counted.get(document) ?? [];
    if (bits < WEAK_FLOOR || others.length >= MOST_COMPANY) continue;
    // A name that the article repeats is no further evidence.
    if (others.some((other) => isSamePlace(other, passage))) continue;
    counted.set(document, [...others, passage]);
    together.set(document, (together.get(document) ?? COMPANY_COST) + bits - COMPANY_COST);
  }
  return passages.filter(
    ({ document, bits }) =>
      bits >= threshold || (bits >= WEAK_FLOOR && (together.get(document) ?? 0) >= threshold),
  );
}

const isSamePlace = (one: Passage, other: Passage): boolean =>
  one.placeFirst <= other.placeLast && other.placeFirst <= one.placeLast;

/** Of several documents on the same words, the strongest and those nearly as strong. */
function keepBest(passages: readonly Passage[], words: number): Passage[] {
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
