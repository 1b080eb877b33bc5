/**
 * The words of a request in the vault, as those of a document's draft: sealed before the act, named
 * by its rows, destroyed again when the act is refused.
 */
import { invariant } from '../../core/common/invariant.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import type { TextKind } from '../../core/publication/request.ts';
import type { World } from '../ports/acts.ts';
import { loadText } from '../ports/find-protected.ts';
import type { Parts } from '../ports/parts.ts';
import type { Readers } from '../ports/readers.ts';
import type { ReadText } from '../ports/reading/read-text.ts';
import { type PublicationTextRow, put, type RowChange } from '../ports/rows.ts';
import { type StoredObject, storedRow } from '../ports/vault.ts';

export type Sealing = {
  readonly requestId: string;
  readonly version: number;
  readonly read: ReadText;
  /** The file that the words were read from. */
  readonly file: Uint8Array | null;
};
export type SealedText = Sealing & {
  readonly sha256: string;
  readonly text: StoredObject;
  readonly content: StoredObject | null;
};

export async function sealText(store: Parts['store'], sealing: Sealing): Promise<SealedText> {
  const { requestId, version, read, file } = sealing;
  const label = { documentId: requestId, version };
  const bytes = utf8(read.text);
  // A picture without words is named by itself.
  const judged = bytes.length === 0 && file ? file : bytes;
  return {
    ...sealing,
    sha256: sha256(judged).toHex(),
    text: await store.put({ ...label, kind: 'text' }, bytes),
    content: file ? await store.put({ ...label, kind: 'content' }, file) : null,
  };
}

export async function forget(store: Parts['store'], sealed: SealedText): Promise<void> {
  await store.destroy(sealed.text.objectName);
  if (sealed.content) await store.destroy(sealed.content.objectName);
}

type Kind = 'text' | 'content';

type Named = { readonly id: string; readonly row: RowChange };

function objectRow(world: World, sealed: SealedText, kind: Kind): Named | null {
  const stored = sealed[kind];
  if (!stored) return null;
  const id = world.newId<string>();
  const mediaKind = kind === 'text' ? 'txt' : (sealed.read.kind ?? 'zip');
  const facts = { id, kind, version: sealed.version, mediaKind, storedAt: world.now };
  return { id, row: storedRow(stored, facts) };
}

export type TextFacts = {
  readonly textId: string;
  readonly kind: TextKind;
  readonly touches: boolean;
  readonly addedBy: string;
};

export function textRows(world: World, sealed: SealedText, facts: TextFacts): RowChange[] {
  const text = objectRow(world, sealed, 'text');
  const content = objectRow(world, sealed, 'content');
  invariant(text, 'the words themselves are always sealed');
  const { textId, ...rest } = facts;
  return [
    text.row,
    ...(content ? [content.row] : []),
    put('publication_text', {
      id: textId,
      requestId: sealed.requestId,
      ...rest,
      version: sealed.version,
      sha256: sealed.sha256,
      characters: sealed.read.text.length,
      mediaKind: sealed.read.kind,
      warnings: [...sealed.read.warnings],
      textObjectId: text.id,
      contentObjectId: content?.id ?? null,
      addedAt: world.now,
    }),
  ];
}

/** The words of one version. Throws when the vault is sealed or the object is damaged. */
export async function openText(
  store: Parts['store'],
  readers: Readers,
  row: PublicationTextRow,
): Promise<string> {
  const object = await readers.publication.loadObject(row.textObjectId);
  invariant(object, 'a text names its object');
  return loadText(store, row.requestId, object);
}

export const nextVersion = (texts: readonly PublicationTextRow[]): number =>
  1 + texts.reduce((most, { version }) => Math.max(most, version), 0);
