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

export function createCompareIndex({ salt, publicTexts }: IndexParts): CompareIndex {
  let matcher: Matcher | null = null;
  const opened = (): Matcher => {
    if (!matcher) throw new VaultSealed();
    return matcher;
  };
  return {
    isOpen: () => matcher !== null,
    put: (documentId, text) => opened().addDocument(documentId, text),
    remove: (documentId) => {
      opened().removeDocument(documentId);
    },
    find: (text) =>
      opened()
        .find(text)
        .map(({ docId, articleStart, articleEnd, docStart, docEnd, score }) => ({
          documentId: docId,
          articleStart,
          articleEnd,
          docStart,
          docEnd,
          score,
        })),
    close: () => {
      matcher = null;
    },
    open: () => {
      matcher = createMatcher({ salt: salt() });
      for (const text of publicTexts) matcher.addPublic(text);
    },
  };
}
