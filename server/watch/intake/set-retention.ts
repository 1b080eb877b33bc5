/** The head of the agency says how long the raw texts of what did not match are kept. */
import { type Outcome, permit } from '../../../core/common/refusal.ts';
import type { Actor } from '../../ports/acts.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';

export async function setRetention(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { days }: { readonly days: number },
): Promise<Outcome<{ days: number }>> {
  return acts.perform(actor, { verb: 'watch.set-retention' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action: 'set-retention' });
    if (!admitted.ok) return admitted;
    const before = await world.all.kept.loadRetention();
    const id = before?.id ?? world.newId();
    const setBy = admitted.value.personId;
    const row = put('raw_retention', { id, days, setAt: world.now, setBy });
    return permit({ facts: { days }, rows: [row], value: { days } });
  });
}
