/** Permissions to copy, as they are kept. */
import type { CalendarDate, Instant } from '../../../core/common/calendar-date.ts';
import type { Json } from '../../../core/common/canonical-json.ts';

export type CopyingPermitRow = {
  readonly id: string;
  readonly documentId: string;
  readonly allowedBy: string;
  /** An `Authority` of core. */
  readonly authority: Json;
  readonly allowedAt: Instant;
  readonly executorId: string;
  readonly copies: number;
  readonly recipient: string;
  readonly untilOn: CalendarDate;
  /** A `MadeCopy` for each, in order. */
  readonly made: Json;
  /** By whom, when; null while it was not. */
  readonly withdrawn: Json;
};

export type PermitRows = { copying_permit: CopyingPermitRow };

export interface PermitReader {
  /** Newest first. */
  listPermits(documentId: string): Promise<readonly CopyingPermitRow[]>;
  /** By which copies may still be made by this person, oldest first. */
  listOpenPermits(executorId: string, on: CalendarDate): Promise<readonly CopyingPermitRow[]>;
}
