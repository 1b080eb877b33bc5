/** The compare index in memory: filled while the vault is open, dropped when it is sealed. */
import { createMatcher, type Matcher } from '../../core/match/matcher.ts';
import type { CompareIndex } from '../../server/ports/compare-index.ts';
import { VaultSealed } from '../../server/ports/vault.ts';

export type IndexParts = {
  /** A fresh secret for each opening, so that keys cannot be computed from guessed wording. */
  readonly salt: () => number;
  /** Wording that anyone may quote. */
  readonly publicTexts: readonly string[];
};

type Opening = {
  readonly matcher: Matcher;
  readonly documentIds: Set<string>;
  filling: Promise<void> | null;
};

export function createCompareIndex({ salt, publicTexts }: IndexParts): CompareIndex {
  let opening: Opening | null = null;
  const opened = (): Opening => {
    if (!opening) throw new VaultSealed();
    return opening;
  };
  const put = ({ matcher, documentIds }: Opening, documentId: string, text: string): void => {
    documentIds.add(documentId);
    matcher.addDocument(documentId, text);
  };
  return {
    isOpen: () => opening !== null,
    async fill(load) {
      const mine = opened();
      mine.filling ??= load((documentId, text) => {
        // Sealed while loading, perhaps opened anew: this text belongs to a former opening.
        if (opening !== mine) throw new VaultSealed();
        if (!mine.documentIds.has(documentId)) put(mine, documentId, text);
      }).catch((reason: unknown) => {
        mine.filling = null;
        throw reason;
      });
      await mine.filling;
    },
    put: (documentId, text) => put(opened(), documentId, text),
    remove: (documentId) => {
      opened().matcher.removeDocument(documentId);
    },
    find: (text, among) =>
      opened()
        .matcher.find(text, among)
        .map(({ docId, articleStart, articleEnd, docStart, docEnd, score }) => ({
          documentId: docId,
          articleStart,
          articleEnd,
          docStart,
          docEnd,
          score,
        })),
    close: () => {
      opening = null;
    },
    open: () => {
      const matcher = createMatcher({ salt: salt() });
      for (const text of publicTexts) matcher.addPublic(text);
      opening = { matcher, documentIds: new Set(), filling: null };
    },
  };
}
