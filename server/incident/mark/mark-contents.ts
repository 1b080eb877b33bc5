/** What the reading of a copy mark takes out of the vault. */
import type { KeptMarking } from '../../ports/copying/copy-marks.ts';
import type { Parts } from '../../ports/parts.ts';

type Store = Parts['store'];

/** The document's content with the house's eyes: it goes to the bounded process, to nobody else. */
export async function loadContent(
  { acts, store }: Pick<Parts, 'acts' | 'store'>,
  documentId: string,
): Promise<Uint8Array | null> {
  const objects = await acts.read({ kind: 'clock' }, ({ documents }) =>
    documents.loadObjects(documentId),
  );
  const content = objects.find(({ kind }) => kind === 'content');
  if (!content) return null;
  const label = { documentId, kind: 'content', version: content.version } as const;
  return store.get(label, content);
}

export const loadSecret = (store: Store, { id, object }: KeptMarking): Promise<Uint8Array> =>
  store.get({ documentId: id, kind: 'mark-secret', version: 1 }, object);
