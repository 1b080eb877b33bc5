/**
 * Numbered copies (Bản số) and where each one is. Every copy of a secret document carries its
 * number, n of m (circular 24/2020 form 08); custody is an axis of its own beside protection.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import type { CopyId, DocumentId, PersonId } from '../common/id.ts';
import { invariant } from '../common/invariant.ts';
import { MAX_COPIES } from '../document/proposal.ts';

export type CopyNumber = { readonly number: number; readonly of: number };

/** An original, and what may be made of it (law art. 11; decree 26/2020 art. 3). */
export const COPY_KINDS = ['original', 'copy', 'extract', 'photo'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export const CUSTODY_STATES = ['held', 'sent', 'returned', 'destroyed', 'missing'] as const;
export type CustodyState = (typeof CUSTODY_STATES)[number];

export type Holder =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'place'; readonly placeId: string };

export type Custody =
  | { readonly state: 'held'; readonly by: Holder; readonly since: CalendarDate }
  | { readonly state: 'sent'; readonly recipient: string; readonly sentOn: CalendarDate }
  | { readonly state: 'returned'; readonly to: Holder; readonly returnedOn: CalendarDate }
  | { readonly state: 'destroyed'; readonly minutesNo: string; readonly destroyedOn: CalendarDate }
  | { readonly state: 'missing'; readonly foundMissingOn: CalendarDate };

export type Copy = {
  readonly copyId: CopyId;
  readonly documentId: DocumentId;
  readonly copyNumber: CopyNumber;
  readonly custody: Custody;
};

/** The numbers of all copies of one issue, 1 to `count`. */
export function numberCopies(count: number): readonly CopyNumber[] {
  invariant(
    Number.isSafeInteger(count) && count >= 1 && count <= MAX_COPIES,
    'an issue has at least one copy and no more than the register can hold',
  );
  return Array.from({ length: count }, (_, index) => ({ number: index + 1, of: count }));
}

/** `Bản số: 01/05`, with a leading zero under 10 like every number of the register. */
export function printCopyNumber({ number, of }: CopyNumber): string {
  return `Bản số: ${String(number).padStart(2, '0')}/${String(of).padStart(2, '0')}`;
}

/**
 * What is written on the copy: of an original `Bản số: 01/05`, of what was copied `Bản sao số: 01`.
 * These count apart from the originals, and there may be more of them tomorrow.
 */
export function printCopyName(copy: {
  readonly kind: string;
  readonly number: number;
  readonly ofTotal: number;
}): string {
  const { kind, number, ofTotal } = copy;
  if (kind === 'original') return printCopyNumber({ number, of: ofTotal });
  return `Bản sao số: ${String(number).padStart(2, '0')}`;
}

/** Who has the copy in hand; null when it is sent out, destroyed or missing. */
export function holderOf(custody: Custody): Holder | null {
  if (custody.state === 'held') return custody.by;
  return custody.state === 'returned' ? custody.to : null;
}
