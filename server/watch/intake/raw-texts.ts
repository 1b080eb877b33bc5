/**
 * What is kept for the agency's days of a parcel or of a file brought in by hand: the file, and the
 * texts read from it, so that a search back opens no hostile file again. Both sealed like a
 * document's contents.
 */
import type { Instant } from '../../../core/common/calendar-date.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { publicSince } from '../../../core/watch/public-since.ts';
import type { World } from '../../ports/acts.ts';
import type { Kept, KeptReader } from '../../ports/intake/kept.ts';
import type { Parts } from '../../ports/parts.ts';
import type { Readers } from '../../ports/readers.ts';
import { type StoredObject, storedRow } from '../../ports/vault.ts';
import { type HashedArticle, momentsOf } from '../take-article.ts';

/** Until the agency decides otherwise. */
export const DEFAULT_RETENTION_DAYS = 30;

export async function retentionDays(kept: KeptReader): Promise<number> {
  return (await kept.loadRetention())?.days ?? DEFAULT_RETENTION_DAYS;
}

export type RawText = {
  /** Of the original bytes, by which the article is known. */
  readonly sha256: string;
  readonly text: string;
  /** By which a match with it is judged; texts kept by the first versions lack it. */
  readonly publicSince?: Instant;
};

export type RawObjects = { readonly content: StoredObject; readonly texts: StoredObject };

const labelOf = (ownerId: string, kind: 'article' | 'text') =>
  ({ documentId: ownerId, kind, version: 1 }) as const;

export type Raw = {
  readonly content: Uint8Array;
  readonly articles: readonly HashedArticle[];
  readonly cameAt: Instant;
};

async function* linesOf({ articles, cameAt }: Raw): AsyncGenerator<Uint8Array> {
  for (const { article, hash } of articles) {
    const line: RawText = {
      sha256: hash,
      text: article.text.toWellFormed(),
      publicSince: publicSince(momentsOf(article, cameAt)),
    };
    yield utf8(`${JSON.stringify(line)}\n`);
  }
}

/** `ownerId`: of the row that will name the objects. */
export async function keepRaw(
  store: Parts['store'],
  ownerId: string,
  raw: Raw,
): Promise<RawObjects> {
  return {
    content: await store.put(labelOf(ownerId, 'article'), raw.content),
    texts: await store.put(labelOf(ownerId, 'text'), linesOf(raw)),
  };
}

/** `mediaKind`: what the file is. */
export function rawRows(world: World, raw: RawObjects, mediaKind: 'warc' | 'articles') {
  const [contentObjectId, textsObjectId] = [world.newId<string>(), world.newId<string>()];
  const { now: storedAt } = world;
  const rows = [
    storedRow(raw.content, { id: contentObjectId, kind: 'article', mediaKind, storedAt }),
    storedRow(raw.texts, { id: textsObjectId, kind: 'text', mediaKind: 'jsonl', storedAt }),
  ];
  return { rows, contentObjectId, textsObjectId };
}

/** After a refusal no row names them; after a fault one may, so then they stay. */
export async function destroyRaw(store: Parts['store'], raw: RawObjects): Promise<void> {
  await store.destroy(raw.content.objectName);
  await store.destroy(raw.texts.objectName);
}

/** Throws `VaultSealed`, or Fault when an object is damaged. Null: forgotten by now. */
async function loadObject(
  { store }: Pick<Parts, 'store'>,
  { watch }: Readers,
  of: { readonly kept: Kept; readonly kind: 'article' | 'text' },
): Promise<Uint8Array | null> {
  const { id, contentObjectId, textsObjectId } = of.kept.row;
  const objectId = of.kind === 'article' ? contentObjectId : textsObjectId;
  const object = objectId === null ? null : await watch.loadArticleObject(objectId);
  return object && store.get(labelOf(id, of.kind), object);
}

const HOUSE = { kind: 'clock' } as const;
type LoadParts = Pick<Parts, 'acts' | 'store'>;

export async function loadRawTexts(parts: LoadParts, kept: Kept): Promise<readonly RawText[]> {
  const of = { kept, kind: 'text' } as const;
  const bytes = await parts.acts.read(HOUSE, (readers) => loadObject(parts, readers, of));
  if (!bytes) return [];
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as RawText);
}

export async function loadRawContent(parts: LoadParts, kept: Kept): Promise<Uint8Array | null> {
  const of = { kept, kind: 'article' } as const;
  return parts.acts.read(HOUSE, (readers) => loadObject(parts, readers, of));
}
