/**
 * One text file that proves, without server or network, that an entry is in the ledger: C2SP
 * tlog-proof. Whoever holds the entry, this file and the key of the ledger can check it.
 */
import { invariant } from '../common/invariant.ts';
import { utf8 } from '../common/sha256.ts';
import { decodeBase64, decodeUtf8, encodeBase64, parseDecimal } from './bytes.ts';
import { type Checkpoint, type CheckpointProblem, openCheckpoint } from './checkpoint.ts';
import { HASH_BYTES, leafHash } from './hash.ts';
import { checkInclusion } from './inclusion.ts';
import type { VerifierKey, VerifyEd25519 } from './note.ts';
import { isLedgerSize } from './stored-hash.ts';

export type TlogProof = {
  readonly index: number;
  /** Of `proveInclusion` in the tree of the checkpoint. */
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string;
};

export type CheckedProof =
  | { readonly ok: true; readonly index: number; readonly checkpoint: Checkpoint }
  | {
      readonly ok: false;
      readonly problem: CheckpointProblem | 'proof-malformed' | 'not-included';
    };

const HEADER = 'c2sp.org/tlog-proof@v1';
const HASHES_MAX = 63;

/** Inverse of `parseTlogProof`. */
export function formatTlogProof({ index, proof, checkpoint }: TlogProof): string {
  invariant(isLedgerSize(index) && proof.length <= HASHES_MAX, 'a proof has an index and a path');
  const lines = [HEADER, `index ${index}`, ...proof.map(encodeBase64), '', checkpoint];
  return lines.join('\n');
}

/** attacker-controlled. We write no `extra` line and, as nothing vouches for it, accept none. */
export function parseTlogProof(bytes: Uint8Array): TlogProof | undefined {
  const text = decodeUtf8(bytes);
  const split = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || split < 0) return undefined;
  const [header, indexLine = '', ...hashLines] = text.slice(0, split).split('\n');
  const index = indexLine.startsWith('index ') ? parseDecimal(indexLine.slice(6)) : undefined;
  if (header !== HEADER || index === undefined || !isLedgerSize(index)) return undefined;
  const proof = hashLines.flatMap((line) => decodeBase64(line) ?? []);
  if (proof.length !== hashLines.length || proof.length > HASHES_MAX) return undefined;
  if (proof.some(({ length }) => length !== HASH_BYTES)) return undefined;
  return { index, proof, checkpoint: text.slice(split + 2) };
}

/** Signature, origin and inclusion: all must hold. */
export function checkTlogProof(
  claim: { readonly file: Uint8Array; readonly entry: Uint8Array },
  key: VerifierKey,
  verify: VerifyEd25519,
): CheckedProof {
  const parsed = parseTlogProof(claim.file);
  if (!parsed) return { ok: false, problem: 'proof-malformed' };
  const opened = openCheckpoint(utf8(parsed.checkpoint), key, verify);
  if (!opened.ok) return opened;
  const { checkpoint } = opened;
  const { index, proof } = parsed;
  const included = checkInclusion({ ...checkpoint, index, proof, leaf: leafHash(claim.entry) });
  return included ? { ok: true, index, checkpoint } : { ok: false, problem: 'not-included' };
}
