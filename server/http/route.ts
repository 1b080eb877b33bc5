/**
 * A route joins an endpoint of the contract with the verb that serves it. The handler gets parsed
 * input and the actor; it returns an outcome and knows nothing of HTTP.
 */
import type { Endpoint, ParsedOf, ResponseOf } from '../../contract/endpoint.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';

/** Raw bytes to send instead of JSON. */
export type Download = { readonly bytes: Uint8Array; readonly fileName?: string };

export type Caller = {
  /** The signed-in person; the console when the call came through the control socket. */
  readonly actor: Actor;
  /** For signing out. */
  readonly tokenHash: Uint8Array | null;
  /** When the session ends by itself if nobody goes on using it. */
  readonly sessionEndsAt?: Instant;
  /** The initial password was set by somebody else and waits to be changed. */
  readonly mustChangePassword?: boolean;
};

/** Sets or clears the cookie of the session, where a verb signs a person in or out. */
export type CookieChange = { readonly token: string | null };

export type Reply<E extends Endpoint> = E['download'] extends string ? Download : ResponseOf<E>;

export type Handle<E extends Endpoint> = (
  request: ParsedOf<E>,
  caller: Caller,
) => Promise<Outcome<Reply<E>>>;

export type Route = {
  readonly endpoint: Endpoint;
  readonly handle: (request: never, caller: Caller) => Promise<Outcome<unknown>>;
  /** The session token that an answer carries into the cookie. */
  readonly cookie?: (value: never) => CookieChange;
};

export function route<E extends Endpoint>(endpoint: E, handle: Handle<E>): Route {
  return { endpoint, handle: handle as Route['handle'] };
}
