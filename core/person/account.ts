/**
 * What a login and a password must be. Length counts, not kinds of characters (ASVS 5.0, 6.2.1;
 * QCVN 12:2026/BCA asks for a minimum). Called by set-up, registration and change of password.
 */
import { type Outcome, permit, refuse } from '../common/refusal.ts';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

const LOGIN = /^[a-z0-9](?:[a-z0-9._-]{1,38}[a-z0-9])$/;

/** As stored and compared: what a person types may differ in case and in Unicode form. */
export const normaliseLogin = (typed: string): string =>
  typed.normalize('NFC').trim().toLowerCase();

/** 3 to 40 letters a–z, digits and `. _ -` inside; null for anything else. */
export function parseLogin(typed: string): string | null {
  const login = normaliseLogin(typed);
  return LOGIN.test(login) ? login : null;
}

/** `field` names the entry of the form in the refusal. */
export function checkPassword(password: string, field: string): Outcome<true> {
  if ([...password.normalize('NFC')].length >= SHORTEST_PASSWORD) return permit(true);
  return refuse({ code: 'password-too-short', facts: { least: SHORTEST_PASSWORD, field } });
}
