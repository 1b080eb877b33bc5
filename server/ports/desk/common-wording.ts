/**
 * Comparing a text with what officers found common left out: pieces of common wording are blanked
 * and the text is compared again, so that only what stands beside them can alarm. The list is read
 * from the vault when a text matches, and kept nowhere else: it holds protected wording. What is
 * found is weighed document by document, so that no score is an echo of the other documents.
 */
import { CountedWords } from '../../../core/watch/word-row.ts';
import type { Actor } from '../acts.ts';
import type { IndexMatch } from '../compare-index.ts';
import type { Parts } from '../parts.ts';
import type { VaultObjectRow } from '../rows.ts';

const HOUSE: Actor = { kind: 'clock' };

export type Compared = {
  readonly matches: readonly IndexMatch[];
  /** The list that was laid on; 0: there is none. */
  readonly wordings: number;
};

/** Texts as JSON, in an object of kind `wording` that belongs to the row with this id. */
export async function loadWording(
  store: Parts['store'],
  ownerId: string,
  { objectName, sha256, version }: VaultObjectRow,
): Promise<readonly string[]> {
  const label = { documentId: ownerId, kind: 'wording', version } as const;
  const bytes = await store.get(label, { objectName, sha256 });
  return JSON.parse(new TextDecoder().decode(bytes)) as readonly string[];
}

/** As long as before, so that places stay; sentences end where a piece stood. */
export function blankCommon(text: string, pieces: readonly string[]): string {
  const common = new Set(pieces.flatMap((piece) => [...new CountedWords(piece).rows()]));
  let blanked = '';
  let reached = 0;
  for (const { start, end } of new CountedWords(text).rangesOf(common)) {
    blanked += `${text.slice(reached, start)}.${' '.repeat(end - start - 1)}`;
    reached = end;
  }
  return blanked + text.slice(reached);
}

export async function findUncommon(
  { acts, store, compareIndex }: Pick<Parts, 'acts' | 'store' | 'compareIndex'>,
  text: string,
  among?: ReadonlySet<string>,
): Promise<Compared> {
  const matches = await compareIndex.find(text, among);
  const list =
    matches.length === 0 ? null : await acts.read(HOUSE, ({ wordings }) => wordings.loadList());
  const apart = (found: readonly IndexMatch[], inText: string) =>
    among ? found : weighApart(compareIndex, inText, found);
  if (!list) return { matches: await apart(matches, text), wordings: 0 };
  const rest = blankCommon(text, await loadWording(store, list.id, list.object));
  const again = rest === text ? matches : await compareIndex.find(rest, among);
  return { matches: await apart(again, rest), wordings: list.version };
}

const shared = (one: IndexMatch, other: IndexMatch): number =>
  Math.min(one.articleEnd, other.articleEnd) - Math.max(one.articleStart, other.articleStart);

/** Each passage with the weight it has when its document is the only one. */
async function weighApart(
  index: Pick<Parts['compareIndex'], 'find'>,
  text: string,
  matches: readonly IndexMatch[],
): Promise<readonly IndexMatch[]> {
  const ids = [...new Set(matches.map(({ documentId }) => documentId))];
  const found = await Promise.all(ids.map((id) => index.find(text, new Set([id]))));
  const alone = new Map(ids.map((id, at) => [id, found[at] ?? []]));
  return matches.map((match) => {
    const [twin] = (alone.get(match.documentId) ?? []).toSorted(
      (one, other) => shared(other, match) - shared(one, match),
    );
    if (!twin || shared(twin, match) <= 0) return match;
    return { ...match, score: twin.score, why: twin.why };
  });
}
