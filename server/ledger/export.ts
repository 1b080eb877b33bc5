/**
 * The ledger leaves the house as files that anyone can check. The export is itself on record before
 * the head is signed, so the exported ledger ends with the entry of its export, or later. By the
 * console, or by those who may see the whole ledger.
 */
import type { SignedHead } from '../../contract/ledger.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { encodeBundle, TILE_WIDTH } from '../../core/ledger/tiles.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { signedHead } from './head.ts';

async function admitExport(eyes: Eyes, actor: Actor): Promise<Outcome<null>> {
  if (actor.kind === 'console') return permit(null);
  const subject = await admitGeneral(eyes, actor, { action: 'see-ledger' });
  return subject.ok ? permit(null) : subject;
}

export async function exportLedger(
  { acts, ledgerSigner }: Pick<Parts, 'acts' | 'ledgerSigner'>,
  actor: Actor,
): Promise<Outcome<SignedHead>> {
  const done = await acts.perform(actor, { verb: 'ledger.export' }, async (world) => {
    const may = await admitExport({ readers: world.mine, now: world.now }, actor);
    return may.ok ? permit({ value: null }) : may;
  });
  if (!done.ok) return done;
  const head = await acts.read(actor, ({ ledger }) => ledger.head());
  return permit(signedHead(ledgerSigner, head));
}

export async function readBundle(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  { index, width }: { readonly index: number; readonly width: number },
): Promise<Outcome<{ bytes: Uint8Array }>> {
  return acts.read(actor, async (readers) => {
    const may = await admitExport({ readers, now: clock.now() }, actor);
    if (!may.ok) return may;
    const { size } = await readers.ledger.head();
    const start = index * TILE_WIDTH;
    if (start + width > size) return refuse({ code: 'not-found' });
    const bodies = await readers.ledger.loadBodies(start, width);
    return permit({ bytes: encodeBundle(bodies) });
  });
}
