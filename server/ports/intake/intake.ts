/** What the intake of parcels reads and writes. */
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

export type IntakeRows = {
  collector: CollectorRow;
  taken_parcel: TakenParcelRow;
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
}
