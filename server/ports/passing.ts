/**
 * What a gateway of the LAN (mail, web proxy) asks about content on its way out, and what it may
 * learn: touched or not, never what. The milter and ICAP doors are handed one `CheckPassing`;
 * `server/publication/check-passing.ts` answers it. Content that does not match is forgotten.
 */
export type Gateway = 'mail' | 'web';

/** `hold`: kept in the mail server's quarantine. `mark`: passed with a header. */
export const TOUCHED_OUTCOMES = ['refuse', 'hold', 'mark', 'pass'] as const;
export type TouchedOutcome = (typeof TOUCHED_OUTCOMES)[number];

/** `defer`: the sender tries again later. */
export const UNCHECKED_OUTCOMES = ['defer', ...TOUCHED_OUTCOMES] as const;
export type UncheckedOutcome = (typeof UNCHECKED_OUTCOMES)[number];

/** Every byte and text in it is attacker-controlled. */
export type Passing = {
  readonly gateway: Gateway;
  /** What the gateway does when protected material is touched; recorded with the act. */
  readonly outcome: TouchedOutcome;
  /** Of the body as it passed, for whoever holds the same message; lower-case hex. */
  readonly sha256: string;
  readonly texts: readonly string[];
  readonly files: readonly Uint8Array[];
  /** Whole mail messages: taken apart in the bounded process. */
  readonly messages: readonly Uint8Array[];
};

/** `not-now`: a limit of time or number, or a fault. Trying again may help, as when sealed. */
export const UNCHECKED_CODES = ['vault-sealed', 'unreadable', 'too-large', 'not-now'] as const;
export type UncheckedCode = (typeof UNCHECKED_CODES)[number];

export type PassingVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'touches' }
  | { readonly kind: 'unchecked'; readonly because: UncheckedCode };

export type CheckPassing = (passing: Passing) => Promise<PassingVerdict>;

/** Bytes that all connections of a gateway may hold together. */
export interface ByteBudget {
  /** False when so many more would be too many. */
  take(bytes: number): boolean;
  give(bytes: number): void;
}
