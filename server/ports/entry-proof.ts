/**
 * The proof that one entry is in the ledger (RFC 6962 §2.1.1): shared by the verb that hands it to
 * a reader and by the packages that carry it out of the house.
 */
import { hashIndexesForInclusion, proveInclusion } from '../../core/ledger/inclusion.ts';
import { splitStoredHashIndex } from '../../core/ledger/stored-hash.ts';
import type { LedgerHead } from './ledger-signer.ts';
import type { LedgerReader } from './readers.ts';

export type FoundEntry = {
  readonly head: LedgerHead;
  readonly body: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/** Null for an entry that these eyes do not see, as for one that does not exist. */
export async function loadEntryProof(
  ledger: LedgerReader,
  index: number,
): Promise<FoundEntry | null> {
  const head = await ledger.head();
  const visible = await ledger.loadEntry(index);
  const [body] = await ledger.loadBodies(index, 1);
  if (!visible || !body || index >= head.size) return null;
  const position = { index, size: head.size };
  const wanted = hashIndexesForInclusion(position).map(splitStoredHashIndex);
  const hashes = wanted.length > 0 ? await ledger.loadHashes(wanted) : [];
  return { head, body, proof: proveInclusion(position, () => hashes) };
}
