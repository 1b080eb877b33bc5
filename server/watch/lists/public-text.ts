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

type Changes = {
  /** The texts as they stand after the change. */
  readonly changed: readonly PublicTextRow[];
  readonly change: ListChange;
  readonly by: string;
  readonly texts: readonly KeptPublicText[];
};
/** `version`: the last one. */
export type NextVersions = { readonly version: number; readonly rows: readonly RowChange[] };

/** Each change makes a version. */
export async function nextVersions(
  world: World,
  { changed, change, by, texts }: Changes,
): Promise<NextVersions> {
  const [latest] = await world.mine.lists.listVersions();
  const first = (latest?.version ?? 0) + 1;
  const others = texts.filter(({ id }) => changed.every((text) => text.id !== id));
  const rows = changed.map((text, at) =>
    put('public_list', {
      id: world.newId(),
      version: first + at,
      madeAt: world.now,
      madeBy: by,
      ...contentsOf([...others, ...changed.slice(0, at + 1)]),
      textId: text.id,
      change,
    }),
  );
  return { version: first + changed.length - 1, rows };
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
