/**
 * The copy that a reader is shown, where the document's copies are marked: the numbered copy in
 * hand, else a copy on the screen that stands for the reader's need-to-know. It gets its number
 * when it is first shown, or printed.
 */
import { isDeclassified, isGrantInForce } from '../../../core/access/access-facts.ts';
import { codeOf } from '../../../core/copy-mark/code.ts';
import type { PageCode } from '../../../core/copy-mark/code-signs.ts';
import type { World } from '../acts.ts';
import { type Admitted, factsOf } from '../gate.ts';
import type { Parts } from '../parts.ts';
import type { Readers } from '../readers.ts';
import { type CopyRow, put, type RowChange } from '../rows.ts';
import type { KeptMarking, MarkedCopyRow } from './copy-marks.ts';

export type ShownCopy = {
  readonly marking: KeptMarking;
  readonly copy: MarkedCopyRow;
  /** Empty when the copy was shown before. */
  readonly rows: readonly RowChange[];
};

/** On every marked copy, in both languages: the picture does not know who will look at it. */
export const NOTICE = 'Bản này mang dấu riêng để nhận biết bản · This copy bears a mark of its own';

/** The marks that copies of the document bear now; null: they bear none. */
export async function markingInForce(
  { copyMarks }: Pick<Readers, 'copyMarks'>,
  documentId: string,
): Promise<KeptMarking | null> {
  const marking = await copyMarks.loadMarking(documentId);
  return marking && marking.ended === null ? marking : null;
}

export const nextMarkNumber = (known: readonly MarkedCopyRow[]): number =>
  1 + known.reduce((most, { number }) => Math.max(most, number), 0);

/** Null: not marked. What is declassified is shown to everybody, and no copy of it is traced. */
export async function shownCopy(
  world: World,
  { subject, file, grants }: Admitted,
  held: CopyRow | null,
): Promise<ShownCopy | null> {
  if (isDeclassified(factsOf(file), world.now)) return null;
  const marking = await markingInForce(world.mine, file.id);
  if (!marking) return null;
  const own = grants.filter(
    (grant) => grant.personId === subject.personId && isGrantInForce(grant, world.now),
  );
  // The rows that the port gives have their ids; core's grants do not.
  const grantIds = own.map((grant) => (grant as unknown as { readonly id: string }).id);
  const known = await world.mine.copyMarks.listMarkedCopies(file.id);
  const shown = known.find(({ copyId, grantId }) =>
    held ? copyId === held.id : grantId !== null && grantIds.includes(grantId),
  );
  if (shown) return { marking, copy: shown, rows: [] };
  const [grantId = null] = grantIds;
  if (!held && grantId === null) return null;
  const copy: MarkedCopyRow = {
    id: world.newId(),
    documentId: file.id,
    copyId: held?.id ?? null,
    grantId: held ? null : grantId,
    number: nextMarkNumber(known),
    firstAt: world.now,
  };
  return { marking, copy, rows: [put('marked_copy', copy)] };
}

/** The signs of one page of the copy; needs the vault open. */
export async function pageCode(
  store: Parts['store'],
  { marking, copy }: Pick<ShownCopy, 'marking' | 'copy'>,
  page: number,
): Promise<PageCode> {
  const { objectName, sha256 } = marking.object;
  const label = { documentId: marking.id, kind: 'mark-secret', version: 1 } as const;
  const secret = await store.get(label, { objectName, sha256 });
  return codeOf(secret, { copyMarkId: copy.id, page });
}
