/**
 * Tìm ngược: a document registered today may have been published last week. Its text is searched in
 * everything that is still kept of what was taken in before. What is found enters the queue as any
 * match does, marked as found back. Runs by the clock; repeated it finds nothing twice, cut short
 * it begins again.
 */
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { sha256 } from '../../../core/common/sha256.ts';
import type { World } from '../../ports/acts.ts';
import type { CapturedArticle } from '../../ports/extractor.ts';
import { type Found, fillCompareIndex, findProtected } from '../../ports/find-protected.ts';
import type { Kept } from '../../ports/intake/kept.ts';
import type { Parts } from '../../ports/parts.ts';
import type { ArticleRow } from '../../ports/rows.ts';
import { put, type RowChange } from '../../ports/rows.ts';
import { destroyKept, keep, matchRow, rowsOfMatched, type TakeParts } from '../take-article.ts';
import { loadRawContent, loadRawTexts, type RawText } from './raw-texts.ts';

const CLOCK = { kind: 'clock' } as const;
/** Searched in one pass over what is kept; a ledger entry names each and has an end. */
const DOCUMENTS_AT_ONCE = 200;

export type BackParts = TakeParts & Pick<Parts, 'extractor'>;
export type SearchedBack = {
  readonly documents: number;
  readonly articles: number;
  readonly found: number;
};

type Waiting = { readonly documentId: string; readonly objectId: string };
type Hit = { readonly raw: RawText; readonly found: readonly Found[] };

/** Matches that are there already are left as somebody judged them. */
async function notYetMatched(
  { watch }: World['all'],
  article: ArticleRow,
  found: readonly Found[],
): Promise<readonly Found[]> {
  const known = await watch.listMatches({ articleId: article.id, limit: 1_000 });
  return found.filter(({ documentId }) => !known.some((one) => one.documentId === documentId));
}

/** The article is kept for another match: only the match is new. */
async function addMatches(world: World, row: ArticleRow, found: readonly Found[]) {
  const rows: RowChange[] = [];
  for (const one of found) rows.push(await matchRow(world, row.id, one));
  return rows;
}

/** How many matches are new. */
async function enterHit(parts: BackParts, hit: Hit, original: CapturedArticle): Promise<number> {
  const { acts, store } = parts;
  const known = await acts.read(CLOCK, ({ watch }) => watch.findArticle(hit.raw.sha256));
  if (!known) return 0;
  const kept = known.matched ? null : await keep(store, known.id, original);
  const attempt = { verb: 'watch.search-back', subject: { article: known.id } } as const;
  const done: Outcome<number> = await acts.perform(CLOCK, attempt, async (world) => {
    const row = await world.all.watch.findArticle(hit.raw.sha256);
    if (!row || row.matched !== known.matched) return refuse({ code: 'already-done' });
    const found = await notYetMatched(world.all, row, hit.found);
    if (found.length === 0) return refuse({ code: 'already-done' });
    const rows = kept
      ? await rowsOfMatched(world, { row, article: original, kept, found })
      : await addMatches(world, row, found);
    return permit({ facts: { matches: found.length }, rows, value: found.length });
  });
  if (!done.ok && kept) await destroyKept(store, kept);
  return done.ok ? done.value : 0;
}

/** The originals behind the hits, read once more in the bounded process. */
async function originalsOf(
  { acts, store, extractor }: BackParts,
  kept: Kept,
): Promise<ReadonlyMap<string, CapturedArticle>> {
  const content = await loadRawContent({ acts, store }, kept);
  const read = content && (await extractor.readArticles(content, kept.row.id));
  const articles = read?.ok ? read.value : [];
  return new Map(articles.map((article) => [sha256(article.raw).toHex(), article]));
}

async function isNew({ acts }: BackParts, { raw, found }: Hit): Promise<boolean> {
  return acts.read(CLOCK, async ({ watch }) => {
    const article = await watch.findArticle(raw.sha256);
    const known = article ? await watch.listMatches({ articleId: article.id, limit: 1_000 }) : [];
    return found.some(({ documentId }) => !known.some((one) => one.documentId === documentId));
  });
}

const foundBack = ({ spans, ...found }: Found): Found => ({
  ...found,
  spans: { ...spans, back: true },
});

async function searchKept(
  parts: BackParts,
  kept: Kept,
  among: ReadonlySet<string>,
): Promise<{ articles: number; found: number }> {
  const texts = await loadRawTexts(parts, kept);
  const hits: Hit[] = [];
  for (const raw of texts) {
    // Everybody else's requests go on between two articles.
    await new Promise(setImmediate);
    const at = raw.publicSince ?? kept.row.takenAt;
    const found = await findProtected(parts, raw.text, { among, at });
    const hit = { raw, found: found.map(foundBack) };
    if (found.length > 0 && (await isNew(parts, hit))) hits.push(hit);
  }
  if (hits.length === 0) return { articles: texts.length, found: 0 };
  const originals = await originalsOf(parts, kept);
  let found = 0;
  for (const hit of hits) {
    const original = originals.get(hit.raw.sha256);
    if (original) found += await enterHit(parts, hit, original);
  }
  return { articles: texts.length, found };
}

async function noteSearched(
  { acts }: BackParts,
  batch: readonly Waiting[],
  { articles, found }: { readonly articles: number; readonly found: number },
): Promise<void> {
  await acts.perform(CLOCK, { verb: 'watch.search-back' }, async (world) =>
    permit({
      facts: { documents: batch.length, articles, found },
      rows: batch.map(({ documentId, objectId }) =>
        put('retro_search', {
          id: documentId,
          objectId,
          searchedAt: world.now,
          articles,
          found,
        }),
      ),
      value: null,
    }),
  );
}

/** One pass: the documents that wait, at most so many, in everything kept. */
async function searchBatch(parts: BackParts, batch: readonly Waiting[]): Promise<SearchedBack> {
  const among = new Set(batch.map(({ documentId }) => documentId));
  const all = await parts.acts.read(CLOCK, ({ kept }) => kept.listKept());
  let [articles, found] = [0, 0];
  for (const kept of all) {
    const searched = await searchKept(parts, kept, among);
    articles += searched.articles;
    found += searched.found;
  }
  await noteSearched(parts, batch, { articles, found });
  return { documents: batch.length, articles, found };
}

/** Nothing while the vault is sealed. Throws `VaultSealed` when it is sealed in between. */
export async function searchBack(parts: BackParts): Promise<SearchedBack> {
  const all = { documents: 0, articles: 0, found: 0 };
  if (!parts.compareIndex.isOpen()) return all;
  for (;;) {
    const batch = await parts.acts.read(CLOCK, ({ kept }) =>
      kept.listUnsearched(DOCUMENTS_AT_ONCE),
    );
    if (batch.length === 0) return all;
    await fillCompareIndex(parts);
    const searched = await searchBatch(parts, batch);
    all.documents += searched.documents;
    all.articles += searched.articles;
    all.found += searched.found;
  }
}
