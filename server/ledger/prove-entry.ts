/** What proves one entry without trusting this server (RFC 6962 §2.1.1, C2SP tlog-proof). */
import type { EntryProof } from '../../contract/ledger.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { encodeBase64 } from '../../core/ledger/bytes.ts';
import { hashIndexesForInclusion, proveInclusion } from '../../core/ledger/inclusion.ts';
import { splitStoredHashIndex } from '../../core/ledger/stored-hash.ts';
import { formatTlogProof } from '../../core/ledger/tlog-proof.ts';
import type { Actor } from '../ports/acts.ts';
import type { LedgerHead } from '../ports/ledger-signer.ts';
import type { Parts } from '../ports/parts.ts';
import type { LedgerReader } from '../ports/readers.ts';
import { signedHead } from './head.ts';

type Found = {
  readonly head: LedgerHead;
  readonly body: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

async function loadProof(ledger: LedgerReader, index: number): Promise<Found | null> {
  const head = await ledger.head();
  // These eyes decide: an entry that they do not see is as one that does not exist.
  const visible = await ledger.loadEntry(index);
  const [body] = await ledger.loadBodies(index, 1);
  if (!visible || !body || index >= head.size) return null;
  const position = { index, size: head.size };
  const wanted = hashIndexesForInclusion(position).map(splitStoredHashIndex);
  const hashes = wanted.length > 0 ? await ledger.loadHashes(wanted) : [];
  return { head, body, proof: proveInclusion(position, () => hashes) };
}

export async function proveEntry(
  { acts, ledgerSigner }: Pick<Parts, 'acts' | 'ledgerSigner'>,
  actor: Actor,
  index: number,
): Promise<Outcome<EntryProof>> {
  const found = await acts.read(actor, ({ ledger }) => loadProof(ledger, index));
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
