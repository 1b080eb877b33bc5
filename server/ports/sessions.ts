/** Sign-ins in progress and the brake on guessing. Technical state: no act, no ledger entry. */
import type { Instant } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';

export type Session = {
  readonly personId: PersonId;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
};

export interface Sessions {
  /** By the SHA-256 of the cookie's token; the token itself is stored nowhere. */
  find(tokenHash: Uint8Array): Promise<Session | null>;
  create(tokenHash: Uint8Array, session: Session): Promise<void>;
  touch(tokenHash: Uint8Array, seenAt: Instant): Promise<void>;
  remove(tokenHash: Uint8Array): Promise<void>;
  /** Ends every session of the person but one. */
  removeOthers(personId: PersonId, keep: Uint8Array | null): Promise<void>;
}

export type BrakeRule = {
  readonly mostTries: number;
  readonly now: Instant;
  /** When the brake lets go again after the last allowed try failed. */
  readonly lockUntil: Instant;
};

/** Counts tries in a row under a key: a login, or a person and what they try. */
export interface SignInBrake {
  /**
   * Takes one try before it is made, so that tries made at once count as many. Null when it may
   * be made; else the moment until which none may. After that moment counting starts anew.
   */
  take(key: string, rule: BrakeRule): Promise<Instant | null>;
  /** The try succeeded. */
  reset(key: string): Promise<void>;
}

export interface Passwords {
  /** A self-describing hash (algorithm, cost, salt). Slow on purpose. */
  hash(password: string): Promise<string>;
  /** Takes as long for an unknown form of hash as for a wrong password. */
  check(password: string, hash: string | null): Promise<boolean>;
}
