/**
 * What is kept of a parcel for the agency's days: its WARC file, and the texts read from it, so
 * that a search back opens no hostile file again. Both sealed like a document's contents.
 */
import type { ObjectName } from '../../../core/common/id.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import type { IntakeReader, TakenParcelRow } from '../../ports/intake/intake.ts';
import type { Parts } from '../../ports/parts.ts';
import type { Readers } from '../../ports/readers.ts';
import type { VaultObjectRow } from '../../ports/rows.ts';
import type { StoredObject } from '../../ports/vault.ts';
import type { HashedArticle } from '../take-article.ts';

/** Until the agency decides otherwise. */
export const DEFAULT_RETENTION_DAYS = 30;

export async function retentionDays(intake: IntakeReader): Promise<number> {
  return (await intake.loadRetention())?.days ?? DEFAULT_RETENTION_DAYS;
}

/** `sha256`: of the original bytes, by which the article is known. */
export type RawText = { readonly sha256: string; readonly text: string };

export type RawObjects = { readonly content: StoredObject; readonly texts: StoredObject };

const labelOf = (parcelId: string, kind: 'article' | 'text') =>
  ({ documentId: parcelId, kind, version: 1 }) as const;

async function* linesOf(articles: readonly HashedArticle[]): AsyncGenerator<Uint8Array> {
  for (const { article, hash } of articles) {
    const line: RawText = { sha256: hash, text: article.text.toWellFormed() };
    yield utf8(`${JSON.stringify(line)}\n`);
  }
}

export async function keepRaw(
  store: Parts['store'],
  parcelId: string,
  raw: { readonly content: Uint8Array; readonly articles: readonly HashedArticle[] },
): Promise<RawObjects> {
  return {
    content: await store.put(labelOf(parcelId, 'article'), raw.content),
    texts: await store.put(labelOf(parcelId, 'text'), linesOf(raw.articles)),
  };
}

const referenceOf = ({ objectName, sha256 }: VaultObjectRow) => ({
  objectName: objectName as ObjectName,
  sha256,
});

/** Throws `VaultSealed`, or Fault when an object is damaged. Null: forgotten by now. */
async function loadObject(
  { store }: Pick<Parts, 'store'>,
  { watch }: Readers,
  of: { readonly parcel: TakenParcelRow; readonly kind: 'article' | 'text' },
): Promise<Uint8Array | null> {
  const { id, contentObjectId, textsObjectId } = of.parcel;
  const objectId = of.kind === 'article' ? contentObjectId : textsObjectId;
  const object = objectId === null ? null : await watch.loadArticleObject(objectId);
  return object && store.get(labelOf(id, of.kind), referenceOf(object));
}

const HOUSE = { kind: 'clock' } as const;
type LoadParts = Pick<Parts, 'acts' | 'store'>;

export async function loadRawTexts(
  parts: LoadParts,
  parcel: TakenParcelRow,
): Promise<readonly RawText[]> {
  const of = { parcel, kind: 'text' } as const;
  const bytes = await parts.acts.read(HOUSE, (readers) => loadObject(parts, readers, of));
  if (!bytes) return [];
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as RawText);
}

export async function loadRawContent(
  parts: LoadParts,
  parcel: TakenParcelRow,
): Promise<Uint8Array | null> {
  const of = { parcel, kind: 'article' } as const;
  return parts.acts.read(HOUSE, (readers) => loadObject(parts, readers, of));
}
