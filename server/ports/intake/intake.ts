/** What the intake of parcels and the search back in them read and write. */
import type { Instant } from '../../../core/common/calendar-date.ts';
import type { Json } from '../../../core/common/canonical-json.ts';

export type CollectorRow = {
  readonly id: string;
  readonly name: string;
  readonly keySha256: string;
  readonly publicKey: string;
  readonly registeredAt: Instant;
  readonly registeredBy: string;
  readonly withdrawnAt: Instant | null;
};

export type TakenParcelRow = {
  readonly id: string;
  readonly collectorId: string;
  readonly number: number;
  readonly manifestSha256: string;
  readonly madeAt: Instant;
  readonly begunAt: Instant;
  readonly takenAt: Instant;
  readonly articles: number;
  readonly matched: number;
  readonly missing: number;
  /** `SourceHealth` of core/parcel, each. */
  readonly sources: Json;
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

export type IntakeRows = {
  collector: CollectorRow;
  taken_parcel: TakenParcelRow;
  raw_retention: RawRetentionRow;
  retro_search: RetroSearchRow;
};

export interface IntakeReader {
  listCollectors(): Promise<readonly CollectorRow[]>;
  findCollector(keySha256: string): Promise<CollectorRow | null>;
  /** Highest number first. */
  listParcels(collectorId: string, limit: number): Promise<readonly TakenParcelRow[]>;
  findParcel(of: {
    readonly collectorId: string;
    readonly number: number;
  }): Promise<TakenParcelRow | null>;
  /** Whose raw texts are kept, oldest first; `takenBefore`: of these only. */
  listKept(takenBefore?: Instant): Promise<readonly TakenParcelRow[]>;
  loadRetention(): Promise<RawRetentionRow | null>;
  /**
   * Documents whose present text was stored since the oldest kept parcel came and has not been
   * searched in what is kept; oldest first.
   */
  listUnsearched(
    limit: number,
  ): Promise<readonly { readonly documentId: string; readonly objectId: string }[]>;
}
