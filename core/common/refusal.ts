/**
 * A refusal is a value: the domain says no, with every reason, the article and the facts a person
 * needs to find the way out. The texts stand in one total table per language; a new code does not
 * compile until it has a text, an HTTP status and a CLI exit code.
 */
import type { Citation } from './citation.ts';
import type { RefusalCode } from './refusal-code.ts';

export type RefusalFacts = { readonly [name: string]: string | number };

export type Refusal = {
  readonly code: RefusalCode;
  readonly article?: Citation;
  /** Values that the text names. Never a secret, never anything of an invisible document. */
  readonly facts?: RefusalFacts;
};

export type Permit<Value> = { readonly ok: true; readonly value: Value };
export type Refused = { readonly ok: false; readonly refusals: readonly Refusal[] };
export type Outcome<Value> = Permit<Value> | Refused;

export function permit<Value>(value: Value): Permit<Value> {
  return { ok: true, value };
}

export function refuse(...refusals: readonly [Refusal, ...Refusal[]]): Refused {
  return { ok: false, refusals };
}

/** Refuses with all reasons at once, or permits when there is none. */
export function permitUnless<Value>(refusals: readonly Refusal[], value: Value): Outcome<Value> {
  return refusals.length > 0 ? { ok: false, refusals } : permit(value);
}
