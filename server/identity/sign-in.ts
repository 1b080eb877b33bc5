/**
 * Signing in: one account, one person. Five wrong tries lock the login for 12 hours (QCVN
 * 12:2026/BCA). A wrong login, a wrong password and a person who left get the same answer after
 * the same work.
 */
import { addMs } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../core/common/refusal.ts';
import { normaliseLogin } from '../../core/person/account.ts';
import type { Parts } from '../ports/parts.ts';
import { LONGEST_MS, newToken } from './token.ts';

const MOST_TRIES = 5;
const LOCK_MS = 12 * 3_600_000;
/** In front of the key of the brake, which other tries use as well. */
const LOGIN = 'login:';
const WRONG: Refusal = { code: 'wrong-credentials' };

export type SignedIn = { readonly personId: PersonId; readonly token: string };
type SignInParts = Pick<
  Parts,
  'acts' | 'brake' | 'clock' | 'passwords' | 'randomness' | 'sessions'
>;

export async function signIn(
  parts: SignInParts,
  input: { readonly login: string; readonly password: string },
): Promise<Outcome<SignedIn>> {
  const { acts, brake, clock, passwords, randomness, sessions } = parts;
  const login = normaliseLogin(input.login);
  const now = clock.now();
  const rule = { mostTries: MOST_TRIES, now, lockUntil: addMs(now, LOCK_MS) };
  const lockedUntil = await brake.take(LOGIN + login, rule);
  if (lockedUntil) return refuse({ code: 'too-many-tries', facts: { until: lockedUntil } });
  const known = await acts.read({ kind: 'clock' }, async ({ people }) => {
    const found = await people.findLogin(login);
    if (!found) return null;
    const file = await people.loadPerson(found.personId);
    return { file, credential: await people.loadCredential(found.personId) };
  });
  const hash = known?.credential?.passwordHash ?? null;
  const correct = await passwords.check(input.password, hash);
  const person = known?.file?.person;
  if (!correct || person?.status !== 'active') {
    return acts.perform({ kind: 'clock' }, { verb: 'identity.sign-in' }, async () => refuse(WRONG));
  }
  await brake.reset(LOGIN + login);
  const { token, tokenHash } = newToken(randomness);
  const personId = person.id as PersonId;
  await sessions.create(tokenHash, { personId, seenAt: now, expiresAt: addMs(now, LONGEST_MS) });
  return acts.perform({ kind: 'person', personId }, { verb: 'identity.sign-in' }, async () =>
    permit({ subject: { person: personId }, value: { personId, token } }),
  );
}
