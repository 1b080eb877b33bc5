/** Who is signed in, what may be shown at the front door, signing out, a new password. */
import type { Me } from '../../contract/identity.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';

/** Length counts, not kinds of characters (ASVS 5.0, 6.2.1); the agency may ask for more. */
const SHORTEST_PASSWORD = 12;

export async function whoAmI({ acts }: Pick<Parts, 'acts'>, actor: Actor): Promise<Outcome<Me>> {
  if (actor.kind !== 'person') return refuse({ code: 'not-signed-in' });
  const { personId } = actor;
  return acts.read(actor, async ({ people }) => {
    const [file, subject, credential] = [
      await people.loadPerson(personId),
      await people.loadSubject(personId),
      await people.loadCredential(personId),
    ];
    if (!file || !subject) return refuse({ code: 'not-signed-in' });
    return permit({
      personId,
      fullName: file.person.fullName,
      positionTitle: file.person.positionTitle,
      legalPost: file.person.legalPost,
      duties: [...subject.duties],
      clearance: subject.clearance?.level ?? null,
      mustChangePassword: credential?.mustChange ?? false,
    });
  });
}

export async function signOut(
  { acts, sessions }: Pick<Parts, 'acts' | 'sessions'>,
  actor: Actor,
  tokenHash: Uint8Array | null,
): Promise<Outcome<Record<string, never>>> {
  if (tokenHash) await sessions.remove(tokenHash);
  return acts.perform(actor, { verb: 'identity.sign-out' }, async () => permit({ value: {} }));
}

export async function changePassword(
  { acts, passwords }: Pick<Parts, 'acts' | 'passwords'>,
  actor: Actor,
  input: { readonly current: string; readonly next: string },
): Promise<Outcome<Record<string, never>>> {
  if (actor.kind !== 'person') return refuse({ code: 'not-signed-in' });
  const { personId } = actor;
  const credential = await acts.read(actor, ({ people }) => people.loadCredential(personId));
  const correct = await passwords.check(input.current, credential?.passwordHash ?? null);
  const longEnough = input.next.normalize('NFC').length >= SHORTEST_PASSWORD;
  const passwordHash = longEnough ? await passwords.hash(input.next) : '';
  return acts.perform(actor, { verb: 'identity.change-password' }, async () => {
    if (!correct) return refuse({ code: 'wrong-credentials' });
    if (!longEnough) {
      return refuse({ code: 'password-too-short', facts: { least: SHORTEST_PASSWORD } });
    }
    const row = put('credential', { id: personId, passwordHash, mustChange: false });
    return permit({ subject: { person: personId }, rows: [row], value: {} });
  });
}
