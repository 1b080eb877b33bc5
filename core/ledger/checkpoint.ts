/**
 * The signed head of the ledger, C2SP tlog-checkpoint: origin, size, root, each on its line. We
 * neither write nor accept extension lines: no monitor could audit them. The name of the signing
 * key is the origin.
 */
import { invariant } from '../common/invariant.ts';
import { decodeBase64, encodeBase64, parseDecimal, sameBytes } from './bytes.ts';
import { emptyRoot, HASH_BYTES } from './hash.ts';
import {
  isKeyName,
  type NoteProblem,
  openNote,
  type SignEd25519,
  signNote,
  type VerifierKey,
  type VerifyEd25519,
} from './note.ts';
import { isLedgerSize } from './stored-hash.ts';

export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

export type CheckpointProblem = NoteProblem | 'checkpoint-malformed' | 'origin-differs';
export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly problem: CheckpointProblem };

/** Inverse of `parseCheckpoint`. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  invariant(isKeyName(origin) && isLedgerSize(size), 'a checkpoint has an origin and a size');
  invariant(root.length === HASH_BYTES, 'a root is a hash of 32 bytes');
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** Undefined unless `text` is exactly what `formatCheckpoint` would print. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', sizeText = '', rootText = '', end, ...more] = text.split('\n');
  const size = parseDecimal(sizeText);
  const root = decodeBase64(rootText);
  if (end !== '' || more.length > 0 || !isKeyName(origin)) return undefined;
  if (size === undefined || !isLedgerSize(size) || root?.length !== HASH_BYTES) return undefined;
  if (size === 0 && !sameBytes(root, emptyRoot)) return undefined;
  return { origin, size, root };
}

/** The caller answers for the promise that no two signed checkpoints contradict each other. */
export function signCheckpoint(
  head: Omit<Checkpoint, 'origin'>,
  key: VerifierKey,
  sign: SignEd25519,
): string {
  return signNote(formatCheckpoint({ ...head, origin: key.name }), key, sign);
}

/** `note` is attacker-controlled until the signature of `key` holds. */
export function openCheckpoint(
  note: Uint8Array,
  key: VerifierKey,
  verify: VerifyEd25519,
): OpenedCheckpoint {
  const opened = openNote(note, key, verify);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (!checkpoint) return { ok: false, problem: 'checkpoint-malformed' };
  if (checkpoint.origin !== key.name) return { ok: false, problem: 'origin-differs' };
  return { ok: true, checkpoint };
}
