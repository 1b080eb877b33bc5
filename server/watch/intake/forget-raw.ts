/**
 * The raw texts of what did not match go when the agency's days are over: by the clock, with an
 * entry. First the act, then the destruction: a crash between the two leaves sealed objects that no
 * row names, which `fsck` lists, never a row without its object.
 */
import { addMs } from '../../../core/common/calendar-date.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import { permit } from '../../../core/common/refusal.ts';
import type { World } from '../../ports/acts.ts';
import type { TakenParcelRow } from '../../ports/intake/intake.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';
import { retentionDays } from './raw-texts.ts';

const CLOCK = { kind: 'clock' } as const;
const DAY_MS = 86_400_000;
/** A ledger entry names every row that it writes and has an end. */
const MOST_AT_ONCE = 200;

async function objectsOf(
  { all }: World,
  parcels: readonly TakenParcelRow[],
): Promise<readonly ObjectName[]> {
  const names: ObjectName[] = [];
  const ids = parcels.flatMap((parcel) => [parcel.contentObjectId, parcel.textsObjectId]);
  for (const id of ids) {
    const object = id === null ? null : await all.watch.loadArticleObject(id);
    if (object) names.push(object.objectName as ObjectName);
  }
  return names;
}

/** How many parcels were forgotten. */
export async function forgetRaw({
  acts,
  clock,
  store,
}: Pick<Parts, 'acts' | 'clock' | 'store'>): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const overdue = await acts.read(CLOCK, async ({ intake }) => {
      const days = await retentionDays(intake);
      return intake.listKept(addMs(clock.now(), -days * DAY_MS));
    });
    if (overdue.length === 0) return forgotten;
    const batch = overdue.slice(0, MOST_AT_ONCE);
    const done = await acts.perform(CLOCK, { verb: 'watch.forget-raw' }, async (world) => {
      const objects = await objectsOf(world, batch);
      const rows = batch.map((parcel) =>
        put('taken_parcel', { ...parcel, contentObjectId: null, textsObjectId: null }),
      );
      return permit({ facts: { parcels: batch.length }, rows, value: objects });
    });
    if (!done.ok) return forgotten;
    for (const object of done.value) await store.destroy(object);
    forgotten += batch.length;
  }
}
