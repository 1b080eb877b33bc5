/**
 * A witness outside this program that a hash existed at a moment: the time-stamping authority of
 * the LAN (RFC 3161). Asked by the verbs of `evidence` with the hash of a list of hashes.
 */
import type { Instant } from '../../../core/common/calendar-date.ts';

export type TimeStamp = {
  /** When the authority says that it saw the hash. */
  readonly at: Instant;
  /** The whole TimeStampResp, as `openssl ts -verify -in` reads it. */
  readonly response: Uint8Array;
};

export interface TimeStamper {
  /** Trusted certificates of the authority, PEM; null when none is configured. */
  readonly authority: string | null;
  /** `digest`: SHA-256. Null when no answer came that can be relied on. */
  stamp(digest: Uint8Array): Promise<TimeStamp | null>;
}
