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
};

/** A weak passage must bring this much to be counted with others, and pays as much for company. */
const WEAK_FLOOR = 45;
const COMPANY_COST = 30;
/** Share of a passage's words that a stronger one must hold to make it needless. */
const COVERED = 0.6;
/** Another document's passage that is nearly as strong is reported beside the strongest. */
const NEARLY = 0.9;

export function chooseFindings(passages: readonly Passage[], threshold: number): Passage[] {
  const strongest = [...passages].sort(byStrength);
  const own = keepUncovered(strongest, (passage, painted) => painted.has(passage.document));
  const enough = strongEnough(own, threshold);
  return keepBest(enough).sort(
    (one, other) => one.articleFirst - other.articleFirst || byStrength(one, other),
  );
}

function byStrength(one: Passage, other: Passage): number {
  return (
    other.bits - one.bits ||
    one.articleFirst - other.articleFirst ||
    one.articleLast - other.articleLast ||
    one.placeFirst - other.placeFirst
  );
}

type Paint = Set<number>;

/** Drops passages whose article words a stronger passage of the same document holds already. */
function keepUncovered(
  passages: readonly Passage[],
  isCovered: (passage: Passage, painted: Paint) => boolean,
): Passage[] {
  const painted = new Map<number, Paint>();
  return passages.filter((passage) => {
    const words = passage.articleLast - passage.articleFirst + 1;
    let covered = 0;
    for (let at = passage.articleFirst; at <= passage.articleLast; at++) {
      const paint = painted.get(at) ?? new Set();
      if (isCovered(passage, paint)) covered++;
      else paint.add(passage.document);
      painted.set(at, paint);
    }
    return covered < words * COVERED;
  });
}

function strongEnough(passages: readonly Passage[], threshold: number): Passage[] {
  const together = new Map<number, number>();
  for (const { document, bits } of passages) {
    if (bits < WEAK_FLOOR) continue;
    together.set(document, (together.get(document) ?? COMPANY_COST) + bits - COMPANY_COST);
  }
  return passages.filter(
    ({ document, bits }) =>
      bits >= threshold || (bits >= WEAK_FLOOR && (together.get(document) ?? 0) >= threshold),
  );
}

/** Of several documents on the same words, the strongest and those nearly as strong. */
function keepBest(passages: readonly Passage[]): Passage[] {
  const best = new Map<number, number>();
  return passages.filter((passage) => {
    const words = passage.articleLast - passage.articleFirst + 1;
    let weaker = 0;
    for (let at = passage.articleFirst; at <= passage.articleLast; at++) {
      const held = best.get(at);
      if (held === undefined) best.set(at, passage.bits);
      else if (passage.bits < held * NEARLY) weaker++;
    }
    return weaker < words * COVERED;
  });
}
