/** What came of a request to read a copy mark, and its suspect picture. */
import { printCopyName } from '../../../core/copy/copy.ts';
import type { MarkOutcome } from '../../../core/incident/mark-reading.ts';
import type { CopyRow } from '../rows.ts';
import type { VaultStore } from '../vault.ts';
import type { KeptMarkRequest, MarkedCopyRow } from './copy-marks.ts';

export type MarkProgress =
  | { readonly state: 'requested' }
  | {
      readonly state: 'declined';
      readonly by: string;
      readonly at: string;
      readonly reason: string;
    }
  | {
      readonly state: 'read';
      readonly by: string;
      readonly at: string;
      readonly outcome: MarkOutcome;
      /** The named copy's row; null when inconclusive. */
      readonly markedCopyId: string | null;
      /** A wrong copy fits so well once in ten to this power; of the best and the next. */
      readonly certainty: number;
      readonly nextCertainty: number;
      readonly copies: number;
      readonly lines: number;
    };

export const progressOf = ({ progress }: { readonly progress: unknown }): MarkProgress =>
  progress as MarkProgress; // Only the verbs of `incident/mark` write it.

type Listed = {
  readonly marked: readonly MarkedCopyRow[];
  readonly copies: readonly CopyRow[];
};

/** Null when no copy was named, or none of these. */
export function namedCopy(markedCopyId: string | null, { marked, copies }: Listed) {
  const copy = marked.find(({ id }) => id === markedCopyId);
  if (!copy) return null;
  const numbered = copies.find(({ id }) => id === copy.copyId);
  const label = numbered ? printCopyName(numbered) : null;
  return { label, number: copy.number, copyId: copy.copyId };
}

export function loadSuspect(store: VaultStore, { id, object }: KeptMarkRequest) {
  const { objectName, sha256 } = object;
  const reference = { objectName, sha256 };
  return store.get({ documentId: id, kind: 'suspect', version: 1 }, reference);
}
