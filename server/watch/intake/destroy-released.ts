/**
 * First the act, then the destruction (`forget-raw.ts`, `dismiss-match.ts`): a stop or a failing
 * disk between the two leaves sealed files that were to go. By the clock they are found and
 * destroyed; the act that released them is in the ledger already.
 */
import type { ObjectName } from '../../../core/common/id.ts';
import type { Parts } from '../../ports/parts.ts';

const NAMES_AT_ONCE = 1_000;

type SweepParts = Pick<Parts, 'acts' | 'store'>;

async function destroyAmong({ acts, store }: SweepParts, names: readonly ObjectName[]) {
  const released = await acts.read({ kind: 'clock' }, ({ kept }) => kept.listReleased(names));
  for (const name of released) await store.destroy(name);
  return released.length;
}

/** How many files were destroyed. */
export async function destroyReleased(parts: SweepParts): Promise<number> {
  let destroyed = 0;
  let some: ObjectName[] = [];
  for await (const name of parts.store.names()) {
    some.push(name);
    if (some.length < NAMES_AT_ONCE) continue;
    destroyed += await destroyAmong(parts, some);
    some = [];
  }
  return destroyed + (some.length > 0 ? await destroyAmong(parts, some) : 0);
}
