/** What proves one entry without trusting this server (RFC 6962 §2.1.1, C2SP tlog-proof). */
import type { EntryProof } from '../../contract/ledger.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { encodeBase64 } from '../../core/ledger/bytes.ts';
import { formatTlogProof } from '../../core/ledger/tlog-proof.ts';
import type { Actor } from '../ports/acts.ts';
import { loadEntryProof } from '../ports/entry-proof.ts';
import type { Parts } from '../ports/parts.ts';
import { signedHead } from './head.ts';

export async function proveEntry(
  { acts, ledgerSigner }: Pick<Parts, 'acts' | 'ledgerSigner'>,
  actor: Actor,
  index: number,
): Promise<Outcome<EntryProof>> {
  const found = await acts.read(actor, ({ ledger }) => loadEntryProof(ledger, index));
  if (!found) return refuse({ code: 'not-found' });
  const { head, body, proof } = found;
  const signed = signedHead(ledgerSigner, head);
  return permit({
    ...signed,
    index,
    entry: encodeBase64(body),
    proof: proof.map(encodeBase64),
    tlogProof: formatTlogProof({ index, proof, checkpoint: signed.checkpoint }),
  });
}
