/** The signed head of the ledger. It names nobody, so whoever works here may have it. */
import type { SignedHead } from '../../contract/ledger.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { encodeBase64 } from '../../core/ledger/bytes.ts';
import type { Actor } from '../ports/acts.ts';
import { subjectOfActor } from '../ports/gate.ts';
import type { LedgerHead, LedgerSigner } from '../ports/ledger-signer.ts';
import type { Parts } from '../ports/parts.ts';

export function signedHead(signer: LedgerSigner, head: LedgerHead): SignedHead {
  return {
    size: head.size,
    root: encodeBase64(head.root),
    checkpoint: signer.sign(head),
    vkey: signer.vkey,
  };
}

export async function ledgerHead(
  { acts, clock, ledgerSigner }: Pick<Parts, 'acts' | 'clock' | 'ledgerSigner'>,
  actor: Actor,
): Promise<Outcome<SignedHead>> {
  const head = await acts.read(actor, async (readers) => {
    const subject = await subjectOfActor({ readers, now: clock.now() }, actor);
    const works = actor.kind === 'console' || subject?.status === 'active';
    return works ? readers.ledger.head() : null;
  });
  return head ? permit(signedHead(ledgerSigner, head)) : refuse({ code: 'not-your-duty' });
}
