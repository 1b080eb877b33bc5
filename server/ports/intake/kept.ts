/** What is kept of articles that came in, for the agency's days: parcels, and files by hand. */
import type { Instant } from '../../../core/common/calendar-date.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import type { TakenParcelRow } from './intake.ts';

/** A file that an officer brought in by hand. */
export type KeptImportRow = {
  readonly id: string;
  /** Of the file: brought in again, it is not kept again. */
  readonly sha256: string;
  readonly begunAt: Instant;
  readonly takenAt: Instant;
  readonly articles: number;
  readonly contentObjectId: string | null;
  readonly textsObjectId: string | null;
};

export type RawRetentionRow = {
  readonly id: string;
  readonly days: number;
  readonly setAt: Instant;
  readonly setBy: string;
};

export type RetroSearchRow = {
  readonly id: string;
  readonly objectId: string;
  readonly searchedAt: Instant;
  readonly articles: number;
  readonly found: number;
};

export type KeptRows = {
  kept_import: KeptImportRow;
  raw_retention: RawRetentionRow;
  retro_search: RetroSearchRow;
};

export type Kept =
  | { readonly from: 'parcel'; readonly row: TakenParcelRow }
  | { readonly from: 'import'; readonly row: KeptImportRow };

export interface KeptReader {
  /** Whose raw texts are kept, oldest first; `takenBefore`: of these only. */
  listKept(takenBefore?: Instant): Promise<readonly Kept[]>;
  /** Also when its contents are forgotten by now. */
  findImport(sha256: string): Promise<KeptImportRow | null>;
  loadRetention(): Promise<RawRetentionRow | null>;
  /** Those of these objects to which no row refers any more: their files are to be destroyed. */
  listReleased(names: readonly ObjectName[]): Promise<readonly ObjectName[]>;
  /**
   * Documents whose present text was stored since the oldest of what is kept came and has not been
   * searched in it; oldest first.
   */
  listUnsearched(
    limit: number,
  ): Promise<readonly { readonly documentId: string; readonly objectId: string }[]>;
}
