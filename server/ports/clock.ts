/** Time, randomness and ids come from outside, so that every rule can be tested at any moment. */
import type { Instant } from '../../core/common/calendar-date.ts';

export interface Clock {
  now(): Instant;
}

export interface Randomness {
  /** Cryptographically strong. */
  bytes(length: number): Uint8Array;
  /** A random UUID, lower case. */
  id(): string;
}
