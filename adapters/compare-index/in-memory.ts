/** The compare index in memory: there while the vault is open, overwritten when it is sealed. */
import { createMatcher } from '../../core/match/matcher.ts';
import type { CompareIndex, IndexRest } from '../../server/ports/compare-index.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import { engineMark } from './engine-mark.ts';
import { Opening } from './opening.ts';

export type IndexParts = {
  /** A fresh secret for each new index, so that keys cannot be computed from guessed wording. */
  readonly salt: () => number;
  /** Where the index rests while sealed; absent: it is made from the texts at each opening. */
  readonly rest?: IndexRest;
  /** For tests. */
  readonly quietMs?: number;
};

const QUIET_MS = 10_000;
/** The acts of their articles share a commit; while one waits for the disk another is compared. */
const AT_ONCE = 16;

export type InMemoryIndex = CompareIndex & {
  /** When it resolves, nothing is being saved. */
  saved(): Promise<void>;
};

export function createCompareIndex(parts: IndexParts): InMemoryIndex {
  const { salt, rest = null, quietMs = QUIET_MS } = parts;
  let opening: Opening | null = null;
  const opened = (): Opening => {
    if (!opening) throw new VaultSealed();
    return opening;
  };
  const makeMatcher = (publicTexts: readonly string[]) => {
    const matcher = createMatcher({ salt: salt() });
    for (const text of publicTexts) matcher.addPublic(text);
    return matcher;
  };
  return {
    atOnce: AT_ONCE,
    isOpen: () => opening !== null,
    fill: async (source, anew) => (anew ? opened().renew(source) : opened().fill(source)),
    put: (documentId, text, objectName = '') =>
      // Its level may be decided later; the next opening of the vault looks.
      opened().put({ documentId, objectName, level: null }, text),
    remove: (documentId) => opened().remove(documentId),
    find: async (text, among) => {
      const { matcher, against } = opened();
      return matcher
        .find(text, among)
        .map(({ docId, articleStart, articleEnd, docStart, docEnd, score, bits, why }) => ({
          documentId: docId,
          articleStart,
          articleEnd,
          docStart,
          docEnd,
          score,
          against,
          why: {
            bits: Math.round(bits),
            exactTokens: why.exactTokens,
            alteredTokens: why.alteredTokens,
            longestRow: why.longestRow,
            rare: why.rare.map((row) => ({ ...row, bits: Math.round(row.bits) })),
          },
        }));
    },
    saved: async () => opening?.saved(),
    close: () => {
      opening?.close();
      opening = null;
    },
    open: () => {
      opening?.close();
      opening = new Opening({ makeMatcher, markOf: engineMark, rest, quietMs });
    },
  };
}
