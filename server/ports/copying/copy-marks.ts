/** What verbs on copy marks read: whether a document's copies are marked, which, what was asked. */
import type { Instant } from '../../../core/common/calendar-date.ts';
import type { Json } from '../../../core/common/canonical-json.ts';
import type { VaultObjectRow } from '../rows.ts';

export type CopyMarkingRow = {
  /** That of the document. */
  readonly id: string;
  readonly objectId: string;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  /** By whom, when; null while copies are marked. */
  readonly ended: Json;
};

export type MarkedCopyRow = {
  readonly id: string;
  readonly documentId: string;
  /** Exactly one of the two: a numbered copy, or the need-to-know of a reader without one. */
  readonly copyId: string | null;
  readonly grantId: string | null;
  /** Of the document's marked copies, from 1. */
  readonly number: number;
  readonly firstAt: Instant;
};

export type MarkRequestRow = {
  readonly id: string;
  readonly incidentId: string;
  readonly page: number;
  readonly objectId: string;
  readonly sha256: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly reason: string;
  /** A `MarkProgress` of `server/incident/mark`. */
  readonly progress: Json;
};

export type CopyMarkRows = {
  copy_marking: CopyMarkingRow;
  marked_copy: MarkedCopyRow;
  mark_request: MarkRequestRow;
};

export type KeptMarking = CopyMarkingRow & { readonly object: VaultObjectRow };
export type KeptMarkRequest = MarkRequestRow & { readonly object: VaultObjectRow };

export type WaitingMarkRequest = MarkRequestRow & { readonly documentId: string };

export interface CopyMarkReader {
  loadMarking(documentId: string): Promise<KeptMarking | null>;
  /** In the order of their numbers. */
  listMarkedCopies(documentId: string): Promise<readonly MarkedCopyRow[]>;
  /** Newest first. */
  listRequests(incidentId: string): Promise<readonly KeptMarkRequest[]>;
  /** Not answered yet, of open incidents, oldest first. */
  listWaitingRequests(limit: number): Promise<readonly WaitingMarkRequest[]>;
}
