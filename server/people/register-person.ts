/**
 * A person enters the house with an account and an initial password that only they may go on with
 * after changing it (one account, one person). Duties, clearance and papers follow as acts of
 * their own.
 */
import { findPost } from '../../core/authority/legal-post.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../core/common/refusal.ts';
import { checkPassword, parseLogin } from '../../core/person/account.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { admitServing } from './managed.ts';

type NewPerson = {
  readonly fullName: string;
  readonly login: string;
  readonly positionTitle: string;
  readonly unitId: string;
  readonly legalPost: string | null;
  readonly password: string;
};
type Done = Promise<Outcome<{ personId: string }>>;

const wrong = (field: string): Refusal => ({ code: 'invalid-input', facts: { field } });

/** Only whoever manages people may make the machine compute a slow hash. */
async function hashFor(
  { acts, clock, passwords }: Pick<Parts, 'acts' | 'clock' | 'passwords'>,
  actor: Actor,
  password: string,
): Promise<string> {
  const admitted = await acts.read(actor, (readers) =>
    admitGeneral({ readers, now: clock.now() }, actor, { action: 'manage-people' }),
  );
  return admitted.ok && checkPassword(password, '').ok ? passwords.hash(password) : '';
}

export async function registerPerson(
  parts: Pick<Parts, 'acts' | 'clock' | 'law' | 'passwords'>,
  actor: Actor,
  input: NewPerson,
): Done {
  const { fullName, positionTitle, unitId, legalPost } = input;
  const login = parseLogin(input.login);
  const passwordHash = await hashFor(parts, actor, input.password);
  return parts.acts.perform(actor, { verb: 'people.register' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action: 'manage-people' });
    if (!admitted.ok) return admitted;
    const units = await world.all.people.listUnits();
    const isTaken = login !== null && (await world.all.people.findLogin(login)) !== null;
    const password = checkPassword(input.password, 'password');
    const knownPost = legalPost === null || findPost(parts.law, legalPost) !== undefined;
    const refusals: readonly Refusal[] = [
      ...(units.some(({ id }) => id === unitId) ? [] : [wrong('unitId')]),
      ...(knownPost ? [] : [wrong('legalPost')]),
      ...(isTaken ? [{ code: 'login-taken', facts: { field: 'login' } } as const] : []),
      ...(password.ok ? [] : password.refusals),
    ];
    if (login === null) return { ok: false, refusals: [wrong('login'), ...refusals] };
    if (refusals.length > 0) return { ok: false, refusals };
    const id = world.newId();
    const person = { id, login, fullName, positionTitle, unitId, legalPost, status: 'active' };
    return permit({
      subject: { person: id },
      rows: [put('person', person), put('credential', { id, passwordHash, mustChange: true })],
      value: { personId: id },
    });
  });
}

/** For a lost password, handed over in person; what the person had open ends. */
export async function resetPassword(
  parts: Pick<Parts, 'acts' | 'clock' | 'passwords' | 'sessions'>,
  actor: Actor,
  input: { readonly personId: string; readonly password: string },
): Done {
  const { personId, password } = input;
  const passwordHash = await hashFor(parts, actor, password);
  const attempt = { verb: 'people.reset-password', subject: { person: personId } } as const;
  const done = await parts.acts.perform(actor, attempt, async (world) => {
    const managed = await admitServing(world, actor, personId);
    if (!managed.ok) return managed;
    const { subject, file } = managed.value;
    // One's own is changed with the old one in hand.
    if (subject.personId === personId) return refuse({ code: 'not-your-duty' });
    const longEnough = checkPassword(password, 'password');
    if (!longEnough.ok) return longEnough;
    const { id } = file.person;
    return permit({
      rows: [put('credential', { id, passwordHash, mustChange: true })],
      value: { personId },
    });
  });
  if (done.ok) await parts.sessions.removeOthers(personId as PersonId, null);
  return done;
}
