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
}

export interface SignInBrake {
  lockedUntil(login: string): Promise<Instant | null>;
  /** Counts a failure and locks after `mostTries`. */
  countFailure(
    login: string,
    rule: { readonly mostTries: number; readonly lockUntil: Instant },
  ): Promise<void>;
  reset(login: string): Promise<void>;
}

export interface Passwords {
  /** A self-describing hash (algorithm, cost, salt). Slow on purpose. */
  hash(password: string): Promise<string>;
  /** Takes as long for an unknown form of hash as for a wrong password. */
  check(password: string, hash: string | null): Promise<boolean>;
}
