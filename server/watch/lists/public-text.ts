/**
 * What the verbs of the public list share: rows of a version, and the compare index learning it.
 */
import type { Instant } from '../../../core/common/calendar-date.ts';
import { Fault } from '../../../core/common/fault.ts';
import { contentsOf, type ListChange } from '../../../core/watch/public-list.ts';
import type { World } from '../../ports/acts.ts';
import { type FindParts, fillCompareIndex } from '../../ports/find-protected.ts';
import type { KeptPublicText, PublicTextRow } from '../../ports/lists/lists.ts';
import type { Parts } from '../../ports/parts.ts';
import { put, type RowChange } from '../../ports/rows.ts';
import { VaultSealed } from '../../ports/vault.ts';

export type ListParts = FindParts & Pick<Parts, 'seal' | 'randomness'>;
/** As the verbs write it into `confirmed` and `removed`. */
export type Said = { readonly by: string; readonly at: Instant; readonly reason?: string };

type Change = {
  /** The text as it stands after the change. */
  readonly text: PublicTextRow;
  readonly change: ListChange;
  readonly by: string;
  readonly texts: readonly KeptPublicText[];
};
export type NextVersion = { readonly version: number; readonly row: RowChange };

/** The version that this change makes. */
export async function nextVersion(
  world: World,
  { text, change, by, texts }: Change,
): Promise<NextVersion> {
  const [latest] = await world.mine.lists.listVersions();
  const version = (latest?.version ?? 0) + 1;
  const others = texts.filter(({ id }) => id !== text.id);
  const row = put('public_list', {
    id: world.newId(),
    version,
    madeAt: world.now,
    madeBy: by,
    ...contentsOf([...others, text]),
    textId: text.id,
    change,
  });
  return { version, row };
}

/** Matches name the list that they were weighed by, so nobody has to wait for this to be right. */
export async function teachIndex(parts: ListParts): Promise<void> {
  try {
    await fillCompareIndex(parts, undefined, 'anew');
  } catch (reason) {
    // Sealed meanwhile, or no matcher is there: who comes next begins with the list as it is then.
    const isLater = reason instanceof Fault && reason.code === 'matching-unavailable';
    if (!(isLater || reason instanceof VaultSealed)) throw reason;
  }
}
