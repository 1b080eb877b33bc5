/**
 * The custodians open the vault, share by share, and custodians or the administrator seal it (law
 * art. 12). The ledger knows who gave a share and what state followed; the share itself goes to
 * the vault alone. Five wrong shares in a row keep the person out for an hour.
 */
import { addMs } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { VaultStatus } from '../ports/vault.ts';

const MOST_TRIES = 5;
const LOCK_MS = 3_600_000;

export async function vaultStatus({ seal }: Pick<Parts, 'seal'>): Promise<Outcome<VaultStatus>> {
  return permit(seal.status());
}

export async function giveShare(
  { acts, brake, clock, seal }: Pick<Parts, 'acts' | 'brake' | 'clock' | 'seal'>,
  actor: Actor,
  share: string,
): Promise<Outcome<VaultStatus>> {
  if (actor.kind !== 'person') return refuse({ code: 'not-your-duty' });
  const key = `share:${actor.personId}`;
  let taken = false;
  try {
    const done = await acts.perform<VaultStatus>(
      actor,
      { verb: 'vault.give-share' },
      async (world) => {
        const eyes = { readers: world.mine, now: world.now };
        const admitted = await admitGeneral(eyes, actor, { action: 'open-vault' });
        if (!admitted.ok) return admitted;
        const now = clock.now();
        const rule = { mostTries: MOST_TRIES, now, lockUntil: addMs(now, LOCK_MS) };
        const until = await brake.take(key, rule);
        if (until) return refuse({ code: 'too-many-tries', facts: { until } });
        // In the lane, so that no share counts without its entry; combining takes milliseconds.
        const given = await seal.giveShare(share);
        if (!given.ok) return given;
        taken = true;
        const { state, threshold, given: count } = given.value;
        return permit({ facts: { state, threshold, given: count }, value: given.value });
      },
    );
    if (done.ok) await brake.reset(key);
    return done;
  } catch (reason) {
    // No entry, no act: a share that is not on record must not open anything.
    if (taken) seal.seal();
    throw reason;
  }
}

export function sealVault(
  { acts, seal }: Pick<Parts, 'acts' | 'seal'>,
  actor: Actor,
): Promise<Outcome<VaultStatus>> {
  return acts.perform<VaultStatus>(actor, { verb: 'vault.seal' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action: 'manage-vault' });
    if (!admitted.ok) return admitted;
    if (seal.status().state === 'absent') return refuse({ code: 'vault-not-set-up' });
    // Sealed before the entry is on disk: sealing is the safe side.
    seal.seal();
    return permit({ facts: { state: 'sealed' }, value: seal.status() });
  });
}
