/**
 * Which outside collectors are trusted. The administrator registers the key that a collector's
 * operator brings in person; a key withdrawn once is never trusted again.
 */
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { parseCollectorKey } from '../../../core/parcel/collector-key.ts';
import type { Actor } from '../../ports/acts.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';

type Managed = Outcome<{ collectorId: string }>;

export async function registerCollector(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: { readonly name: string; readonly key: string },
): Promise<Managed> {
  return acts.perform(actor, { verb: 'watch.register-collector' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action: 'manage-collectors' });
    if (!admitted.ok) return admitted;
    const key = parseCollectorKey(input.key);
    if (!key) return refuse({ code: 'collector-key-wrong' });
    const { collector: keySha256, publicKey } = key;
    if (await world.all.intake.findCollector(keySha256)) return refuse({ code: 'already-done' });
    const collectorId = world.newId();
    const row = put('collector', {
      id: collectorId,
      name: input.name.trim(),
      keySha256,
      publicKey,
      registeredAt: world.now,
      registeredBy: admitted.value.personId,
      withdrawnAt: null,
    });
    const facts = { collector: collectorId, key: keySha256 };
    return permit({ facts, rows: [row], value: { collectorId } });
  });
}

export async function withdrawCollector(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { collectorId }: { readonly collectorId: string },
): Promise<Managed> {
  return acts.perform(actor, { verb: 'watch.withdraw-collector' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action: 'manage-collectors' });
    if (!admitted.ok) return admitted;
    const collectors = await world.mine.intake.listCollectors();
    const collector = collectors.find(({ id }) => id === collectorId);
    if (!collector) return refuse({ code: 'not-found' });
    if (collector.withdrawnAt !== null) return refuse({ code: 'already-done' });
    const rows = [put('collector', { ...collector, withdrawnAt: world.now })];
    return permit({ facts: { collector: collectorId }, rows, value: { collectorId } });
  });
}
