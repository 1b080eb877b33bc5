/**
 * One captured article goes in: when it repeats protected wording, whole and sealed, with its
 * matches; otherwise its address, hash and moment alone, so that it is not compared twice. Every
 * text of the capture is attacker-controlled.
 */
import { type Instant, parseInstant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { type ArticleMoments, captureMoment, publicSince } from '../../core/watch/public-since.ts';
import { storyOf } from '../../core/watch/story.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { CapturedArticle } from '../ports/extractor.ts';
import { bestScore, type FindParts, type Found, findProtected } from '../ports/find-protected.ts';
import type { Parts } from '../ports/parts.ts';
import { type ArticleRow, put, type RowChange } from '../ports/rows.ts';
import { spansOf } from '../ports/spans.ts';
import { type StoredObject, storedRow } from '../ports/vault.ts';
import { admitImport } from './admit-import.ts';

export type TakeParts = FindParts & Pick<Parts, 'randomness'>;
export type Taken = 'matched' | 'unmatched' | 'duplicate';

/** A ledger entry names every row that it writes and has an end. */
const MOST_DOCUMENTS = 300;
const MOST_TITLE_CHARACTERS = 500;
const MOST_SOURCE_CHARACTERS = 300;
const MOST_URL_CHARACTERS = 4_000;

/** `hash`: hexadecimal SHA-256 of the original bytes. */
export type HashedArticle = { readonly article: CapturedArticle; readonly hash: string };

export type Kept = { readonly raw: StoredObject; readonly text: StoredObject };
type Taking = HashedArticle & {
  readonly articleId: string;
  readonly found: readonly Found[];
  readonly kept: Kept | null;
};

/** What canonical JSON and PostgreSQL can hold, on one line. */
function words(text: string, most: number): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, most)
    .toWellFormed();
}

/** Seals original and text of an article that matches. */
export async function keep(
  store: Parts['store'],
  articleId: string,
  article: CapturedArticle,
): Promise<Kept> {
  const label = { documentId: articleId, version: 1 };
  return {
    raw: await store.put({ ...label, kind: 'article' }, article.raw),
    text: await store.put({ ...label, kind: 'text' }, utf8(article.text)),
  };
}

/** What the article tells of its moments, looked at when it came. */
export function momentsOf(
  { publishedAt, capturedAt }: CapturedArticle,
  cameAt: Instant,
): ArticleMoments {
  return {
    publishedAt: parseInstant(publishedAt),
    capturedAt: captureMoment(parseInstant(capturedAt), cameAt),
  };
}

function articleRow(world: World, { articleId, article, hash }: Taking): ArticleRow {
  const url = article.url?.toWellFormed() ?? null;
  return {
    id: articleId,
    source: words(article.source, MOST_SOURCE_CHARACTERS),
    url: url !== null && url.length <= MOST_URL_CHARACTERS ? url : null,
    title: null,
    ...momentsOf(article, world.now),
    sha256: hash,
    mediaType: article.mediaType,
    matched: false,
    rawObjectId: null,
    textObjectId: null,
  };
}

/** The story of the same passages; a new one is named after its first match. */
async function storyFor({ all }: World, { documentId, spans }: Found): Promise<string | null> {
  const told = await all.desk.listTold(documentId);
  return storyOf(
    spans,
    told.map(({ storyId, spans: places }) => ({ storyId, ...spansOf(places) })),
  );
}

export async function matchRow(world: World, articleId: string, found: Found): Promise<RowChange> {
  const { documentId, spans } = found;
  const story = await storyFor(world, found);
  return put('match', {
    id: world.newId(),
    articleId,
    documentId,
    score: bestScore(spans),
    spans: { ...spans, ...(story ? { story } : {}) } as unknown as Json,
    verdict: { state: 'open' },
    foundAt: world.now,
  });
}

/** No row names them. */
export async function destroyKept(store: Parts['store'], { raw, text }: Kept): Promise<void> {
  await store.destroy(raw.objectName);
  await store.destroy(text.objectName);
}

export type Matched = {
  readonly row: ArticleRow;
  readonly article: CapturedArticle;
  readonly kept: Kept;
  readonly found: readonly Found[];
};

/** An article with its sealed objects and the matches found in it. */
export async function rowsOfMatched(
  world: World,
  { row, article, kept, found }: Matched,
): Promise<readonly RowChange[]> {
  const [rawObjectId, textObjectId] = [world.newId<string>(), world.newId<string>()];
  const { mediaType: mediaKind } = article;
  const { now: storedAt } = world;
  const matches: RowChange[] = [];
  for (const one of found.slice(0, MOST_DOCUMENTS)) {
    matches.push(await matchRow(world, row.id, one));
  }
  return [
    storedRow(kept.raw, { id: rawObjectId, kind: 'article', mediaKind, storedAt }),
    storedRow(kept.text, { id: textObjectId, kind: 'text', mediaKind: 'txt', storedAt }),
    put('article', {
      ...row,
      title: words(article.title, MOST_TITLE_CHARACTERS),
      matched: true,
      rawObjectId,
      textObjectId,
    }),
    ...matches,
  ];
}

async function rowsOf(world: World, taking: Taking): Promise<readonly RowChange[]> {
  const { article, kept, found } = taking;
  const row = articleRow(world, taking);
  return kept ? rowsOfMatched(world, { row, article, kept, found }) : [put('article', row)];
}

function enter({ acts }: TakeParts, actor: Actor, taking: Taking): Promise<Outcome<Taken>> {
  const { articleId, hash, kept } = taking;
  const attempt = { verb: 'watch.import', subject: { article: articleId } } as const;
  return acts.perform<Taken>(actor, attempt, async (world) => {
    const admitted = await admitImport({ readers: world.mine, now: world.now }, actor);
    if (!admitted.ok) return admitted;
    // Another import took it while this one was comparing.
    if (await world.all.watch.findArticle(hash)) return refuse({ code: 'already-done' });
    return permit({
      facts: { matched: kept !== null },
      rows: await rowsOf(world, taking),
      value: kept ? 'matched' : 'unmatched',
    });
  });
}

export async function takeArticle(
  parts: TakeParts,
  actor: Actor,
  { article, hash }: HashedArticle,
): Promise<Outcome<Taken>> {
  const { acts, store, randomness } = parts;
  const known = await acts.read({ kind: 'clock' }, ({ watch }) => watch.findArticle(hash));
  if (known) return permit('duplicate');
  const at = publicSince(momentsOf(article, parts.clock.now()));
  const found = await findProtected(parts, article.text, { at });
  const articleId = randomness.id();
  const kept = found.length > 0 ? await keep(store, articleId, article) : null;
  const taken = await enter(parts, actor, { articleId, article, hash, found, kept });
  // After a refusal no row names the objects; after a fault one may, so then they stay.
  if (!taken.ok && kept) await destroyKept(store, kept);
  const isDuplicate = !taken.ok && taken.refusals[0]?.code === 'already-done';
  return isDuplicate ? permit('duplicate') : taken;
}
