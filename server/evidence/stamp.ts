/** Asks the time-stamping authority again, where it did not answer when the evidence was kept. */
import type { Instant } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { sha256 } from '../../core/common/sha256.ts';
import { custodyAfter } from '../../core/evidence/custody-chain.ts';
import type { Actor } from '../ports/acts.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { KeptItem } from '../ports/readers.ts';
import { type AdmittedPiece, admitPiece, type Which } from './admit-evidence.ts';
import { destroyItems, itemRows, loadItem, sealItems } from './keep-items.ts';

type Admitted = AdmittedPiece & { readonly sums: KeptItem };

async function admitStamping(eyes: Eyes, actor: Actor, which: Which): Promise<Outcome<Admitted>> {
  const admitted = await admitPiece(eyes, actor, which);
  if (!admitted.ok) return admitted;
  const { chain, subject } = admitted.value;
  const items = await eyes.readers.incidents.listItems(which.evidenceId);
  const sums = items.find(({ kind }) => kind === 'sums');
  if (!sums) return refuse({ code: 'evidence-not-kept' });
  if (items.some(({ kind }) => kind === 'time-stamp')) return refuse({ code: 'already-done' });
  if (custodyAfter(chain).custodian !== subject.personId) return refuse({ code: 'not-custodian' });
  return permit({ ...admitted.value, sums });
}

export async function stampEvidence(
  parts: Pick<Parts, 'acts' | 'clock' | 'store' | 'seal' | 'timeStamper'>,
  actor: Actor,
  which: Which,
): Promise<Outcome<{ stampedAt: Instant }>> {
  const { acts, clock, store, seal, timeStamper } = parts;
  const first = await acts.read(actor, (readers) =>
    admitStamping({ readers, now: clock.now() }, actor, which),
  );
  const isOpen = seal.status().state === 'open';
  const bytes = first.ok && isOpen ? await loadItem(store, first.value.sums) : null;
  const stamp = bytes ? await timeStamper.stamp(sha256(bytes)) : null;
  const sealed = stamp
    ? await sealItems(store, which.evidenceId, [
        { kind: 'time-stamp', bytes: stamp.response, madeAt: stamp.at },
      ])
    : [];
  const attempt = { verb: 'evidence.stamp', subject: { incident: which.incidentId } } as const;
  const done = await acts.perform<{ stampedAt: Instant }>(actor, attempt, async (world) => {
    const admitted = await admitStamping({ readers: world.mine, now: world.now }, actor, which);
    if (!admitted.ok) return admitted;
    if (!isOpen) return refuse({ code: 'vault-sealed' });
    if (!stamp) return refuse({ code: 'authority-silent' });
    return permit({
      subject: { document: admitted.value.incident.documentId },
      facts: { evidence: which.evidenceId },
      rows: itemRows(world, which, sealed),
      value: { stampedAt: stamp.at },
    });
  });
  if (!done.ok) await destroyItems(store, sealed);
  return done;
}
