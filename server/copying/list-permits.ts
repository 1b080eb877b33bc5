/** Who was allowed to copy the document, by whom, and which copies came of it. */
import type { CopyingView, PermitView } from '../../contract/copying/copying.ts';
import { dateInHanoi } from '../../core/common/calendar-date.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { printCopyName } from '../../core/copy/copy.ts';
import { stateOfPermit } from '../../core/copy/copying-permit.ts';
import type { Actor } from '../ports/acts.ts';
import type { CopyingPermitRow } from '../ports/copying/permits.ts';
import { namesOf } from '../ports/document-line.ts';
import { admit, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { CopyRow } from '../ports/rows.ts';
import { admitAllowing, admitMaking, authorityOf, madeOf, permitOf } from './permit.ts';

const refusalsOf = (outcome: Outcome<unknown>): PermitView['againstPrinting'] =>
  outcome.ok ? [] : [...outcome.refusals];

type Known = {
  readonly eyes: Eyes;
  readonly actor: Actor;
  readonly copies: readonly CopyRow[];
  nameOf(personId: string): string;
};

async function permitView(row: CopyingPermitRow, known: Known): Promise<PermitView> {
  const { eyes, actor, copies, nameOf } = known;
  const { id: permitId, documentId, allowedBy, allowedAt, executorId, recipient, untilOn } = row;
  const authority = authorityOf(row);
  const made = madeOf(row).flatMap(({ copyId }) => copies.find(({ id }) => id === copyId) ?? []);
  return {
    permitId,
    allowedBy: { personId: allowedBy, name: nameOf(allowedBy) },
    delegationNo: authority.by === 'delegation' ? authority.documentNo : null,
    allowedAt,
    executor: { personId: executorId, name: nameOf(executorId) },
    copies: row.copies,
    recipient,
    untilOn,
    state: stateOfPermit(permitOf(row), dateInHanoi(eyes.now)),
    made: made.map(printCopyName),
    againstPrinting: refusalsOf(await admitMaking(eyes, actor, { documentId, permitId })),
  };
}

export function listPermits(
  { acts, clock, law }: Pick<Parts, 'acts' | 'clock' | 'law'>,
  actor: Actor,
  { documentId }: { readonly documentId: string },
): Promise<Outcome<CopyingView>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admit(eyes, actor, { action: 'see', documentId });
    if (!admitted.ok) return admitted;
    const copies = await readers.documents.loadCopies(documentId);
    const known = { eyes, actor, copies, nameOf: await namesOf(readers) };
    const permits: PermitView[] = [];
    for (const row of await readers.permits.listPermits(documentId)) {
      permits.push(await permitView(row, known));
    }
    const allowing = await admitAllowing(eyes, actor, { law, documentId, executorId: null });
    return permit({ permits, againstAllowing: refusalsOf(allowing) });
  });
}
