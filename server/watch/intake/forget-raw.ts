/**
 * The raw texts of what did not match go when the agency's days are over: by the clock, with an
 * entry. First the act, then the destruction: a crash between the two leaves sealed objects that no
 * row names, which `fsck` lists, never a row without its object.
 */
import { addMs } from '../../../core/common/calendar-date.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import { permit } from '../../../core/common/refusal.ts';
import type { World } from '../../ports/acts.ts';
import type { Kept } from '../../ports/intake/kept.ts';
import type { Parts } from '../../ports/parts.ts';
import { put, type RowChange } from '../../ports/rows.ts';
import { retentionDays } from './raw-texts.ts';

const CLOCK = { kind: 'clock' } as const;
const DAY_MS = 86_400_000;
/** A ledger entry names every row that it writes and has an end. */
const MOST_AT_ONCE = 200;

async function objectsOf({ all }: World, kept: readonly Kept[]): Promise<readonly ObjectName[]> {
  const names: ObjectName[] = [];
  const ids = kept.flatMap(({ row }) => [row.contentObjectId, row.textsObjectId]);
  for (const id of ids) {
    const object = id === null ? null : await all.watch.loadArticleObject(id);
    if (object) names.push(object.objectName);
  }
  return names;
}

function emptied({ from, row }: Kept): RowChange {
  const nothing = { contentObjectId: null, textsObjectId: null };
  return from === 'parcel'
    ? put('taken_parcel', { ...row, ...nothing })
    : put('kept_import', { ...row, ...nothing });
}

/** Of how many parcels and imports nothing is left. */
export async function forgetRaw({
  acts,
  clock,
  store,
}: Pick<Parts, 'acts' | 'clock' | 'store'>): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const overdue = await acts.read(CLOCK, async ({ kept }) => {
      const days = await retentionDays(kept);
      return kept.listKept(addMs(clock.now(), -days * DAY_MS));
    });
    if (overdue.length === 0) return forgotten;
    const batch = overdue.slice(0, MOST_AT_ONCE);
    const done = await acts.perform(CLOCK, { verb: 'watch.forget-raw' }, async (world) => {
      const objects = await objectsOf(world, batch);
      const parcels = batch.filter(({ from }) => from === 'parcel').length;
      const facts = { parcels, imports: batch.length - parcels };
      return permit({ facts, rows: batch.map(emptied), value: objects });
    });
    if (!done.ok) return forgotten;
    for (const object of done.value) await store.destroy(object);
    forgotten += batch.length;
  }
}
