/**
 * One story, many outlets: articles that repeat the same passages of one document. A story is told
 * from where its passages stand in the document, so that a reprint, a summary and a translation of
 * the frame around a quotation come together, and nothing of the articles' words is compared.
 */
export type Place = { readonly docStart: number; readonly docEnd: number };

export type Told = {
  readonly storyId: string;
  /** Passages of different versions of a text stand at different places. */
  readonly textVersion: number;
  readonly passages: readonly Place[];
};

/** Of the shorter of both, so that a summary belongs to the story of the whole. */
const LEAST_SHARED = 0.5;

function merged(places: readonly Place[]): Place[] {
  const whole: { docStart: number; docEnd: number }[] = [];
  for (const place of places.toSorted((one, other) => one.docStart - other.docStart)) {
    const last = whole.at(-1);
    if (last && place.docStart <= last.docEnd) last.docEnd = Math.max(last.docEnd, place.docEnd);
    else whole.push({ ...place });
  }
  return whole;
}

const lengthOf = (places: readonly Place[]): number =>
  places.reduce((sum, { docStart, docEnd }) => sum + docEnd - docStart, 0);

function sharedLength(one: readonly Place[], other: readonly Place[]): number {
  let shared = 0;
  for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
    const [left, right] = [one[at] as Place, other[beside] as Place];
    const start = Math.max(left.docStart, right.docStart);
    shared += Math.max(0, Math.min(left.docEnd, right.docEnd) - start);
    if (left.docEnd < right.docEnd) at += 1;
    else beside += 1;
  }
  return shared;
}

/** How much of the shorter one both repeat, 0 to 1. */
export function sharedShare(one: readonly Place[], other: readonly Place[]): number {
  const [left, right] = [merged(one), merged(other)];
  const shorter = Math.min(lengthOf(left), lengthOf(right));
  return shorter === 0 ? 0 : sharedLength(left, right) / shorter;
}

/** The story that fits best among those told of the same document; null: a new one begins. */
export function storyOf(found: Omit<Told, 'storyId'>, told: readonly Told[]): string | null {
  let best: { readonly storyId: string; readonly share: number } | null = null;
  for (const { storyId, textVersion, passages } of told) {
    if (textVersion !== found.textVersion) continue;
    const share = sharedShare(found.passages, passages);
    if (share >= LEAST_SHARED && share > (best?.share ?? 0)) best = { storyId, share };
  }
  return best?.storyId ?? null;
}
