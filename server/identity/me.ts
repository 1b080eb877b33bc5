/** Who is signed in, signing out, a new password. */
import type { Me } from '../../contract/identity.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { checkPassword } from '../../core/person/account.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';

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

type PasswordChange = {
  readonly current: string;
  readonly next: string;
  /** The session that goes on; every other one of the person ends. */
  readonly tokenHash: Uint8Array | null;
};

export async function changePassword(
  { acts, passwords, sessions }: Pick<Parts, 'acts' | 'passwords' | 'sessions'>,
  actor: Actor,
  { current, next, tokenHash }: PasswordChange,
): Promise<Outcome<Record<string, never>>> {
  if (actor.kind !== 'person') return refuse({ code: 'not-signed-in' });
  const { personId } = actor;
  const credential = await acts.read(actor, ({ people }) => people.loadCredential(personId));
  const correct = await passwords.check(current, credential?.passwordHash ?? null);
  const longEnough = checkPassword(next, 'next');
  const isNew = next.normalize('NFC') !== current.normalize('NFC');
  const passwordHash = correct && longEnough.ok ? await passwords.hash(next) : '';
  const attempt = { verb: 'identity.change-password', subject: { person: personId } } as const;
  const done = await acts.perform<Record<string, never>>(actor, attempt, async () => {
    if (!correct) return refuse({ code: 'wrong-credentials' });
    if (!longEnough.ok) return longEnough;
    if (!isNew) return refuse({ code: 'invalid-input', facts: { field: 'next' } });
    const row = put('credential', { id: personId, passwordHash, mustChange: false });
    return permit({ rows: [row], value: {} });
  });
  if (done.ok) await sessions.removeOthers(personId, tokenHash);
  return done;
}
