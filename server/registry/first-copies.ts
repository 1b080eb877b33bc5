/**
 * The numbered copies with which a document enters a register, outgoing or incoming: all in the
 * hands of the clerk who enters it, until they are handed over.
 */
import type { Json } from '../../core/common/canonical-json.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Custody, numberCopies } from '../../core/copy/copy.ts';
import type { World } from '../ports/acts.ts';
import { put, type RowChange } from '../ports/rows.ts';

export type FirstCopies = {
  readonly documentId: string;
  readonly clerk: PersonId;
  readonly count: number;
};

export function firstCopies(
  world: World,
  { documentId, clerk, count }: FirstCopies,
): readonly RowChange[] {
  const custody: Custody = {
    state: 'held',
    by: { kind: 'person', personId: clerk },
    since: world.today,
  };
  return numberCopies(count).map(({ number, of }) =>
    put('copy', {
      id: world.newId(),
      documentId,
      number,
      ofTotal: of,
      kind: 'original',
      custody: custody as unknown as Json,
      holderId: clerk,
    }),
  );
}
