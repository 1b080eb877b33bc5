/**
 * Checks an entry of the ledger in the browser, with the arithmetic of `core/ledger` and the
 * browser's own Ed25519: the server is not believed in anything but its key, which has to be
 * compared with one noted down elsewhere. RFC 6962 §2.1.1, C2SP tlog-checkpoint.
 */
import type { EntryProof } from '../../contract/ledger.ts';
import { decodeEntry, type Entry } from '../../core/act/entry.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { decodeBase64, encodeBase64 } from '../../core/ledger/bytes.ts';
import { type Checkpoint, openCheckpoint } from '../../core/ledger/checkpoint.ts';
import { leafHash } from '../../core/ledger/hash.ts';
import { checkInclusion } from '../../core/ledger/inclusion.ts';
import { parseVerifierKey, type VerifierKey } from '../../core/ledger/note.ts';

export const CHECK_STEPS = ['entry', 'leaf', 'checkpoint', 'signature', 'path'] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

/** `unchecked`: this browser cannot, which proves nothing either way. */
export type StepResult = 'right' | 'wrong' | 'unchecked';

export type CheckedEntry = {
  readonly steps: Readonly<Record<CheckStep, StepResult>>;
  /** Read from the very bytes whose hash is in the tree; null when they are no entry. */
  readonly entry: Entry | null;
  readonly leaf: string;
};

/** Null when Ed25519 cannot be had here, for example on a page without a secure origin. */
export type Verify = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean | null>;

const result = (right: boolean): StepResult => (right ? 'right' : 'wrong');

/** attacker-controlled: every part of the served proof. */
export async function checkEntry(served: EntryProof, verify: Verify): Promise<CheckedEntry> {
  const bytes = decodeBase64(served.entry) ?? new Uint8Array();
  const entry = readEntry(bytes);
  const leaf = leafHash(bytes);
  const key = parseVerifierKey(served.vkey);
  const note = key ? openNoteLater(served.checkpoint, key) : null;
  const head = note?.checkpoint ?? null;
  const signed = note && key ? await allHold(note.claims, key, verify) : false;
  const agrees =
    head !== null && head.size === served.size && encodeBase64(head.root) === served.root;
  const steps = {
    entry: result(entry !== null),
    leaf: result(bytes.length > 0),
    checkpoint: result(agrees),
    signature: signed === null ? 'unchecked' : result(signed),
    path: result(head !== null && isIncluded(served, leaf, head)),
  } as const;
  return { steps, entry, leaf: encodeBase64(leaf) };
}

export const isWrong = ({ steps }: CheckedEntry): boolean =>
  CHECK_STEPS.some((step) => steps[step] === 'wrong');

function readEntry(bytes: Uint8Array): Entry | null {
  try {
    return decodeEntry(bytes);
  } catch {
    return null;
  }
}

/** The root is the one of the checkpoint, never the one served beside it. */
function isIncluded(served: EntryProof, leaf: Uint8Array, { size, root }: Checkpoint): boolean {
  const proof = served.proof.flatMap((hash) => decodeBase64(hash) ?? []);
  if (proof.length !== served.proof.length) return false;
  return checkInclusion({ index: served.index, size, leaf, root, proof });
}

type Claim = { readonly message: Uint8Array; readonly signature: Uint8Array };
type Note = { readonly checkpoint: Checkpoint; readonly claims: readonly Claim[] };

/** `core` checks signatures at once, a browser only later: they are collected on the way. */
function openNoteLater(text: string, key: VerifierKey): Note | null {
  const claims: Claim[] = [];
  const opened = openCheckpoint(utf8(text), key, (_, message, signature) => {
    claims.push({ message, signature });
    return true;
  });
  return opened.ok ? { checkpoint: opened.checkpoint, claims } : null;
}

async function allHold(
  claims: readonly Claim[],
  key: VerifierKey,
  verify: Verify,
): Promise<boolean | null> {
  for (const { message, signature } of claims) {
    const holds = await verify(key.publicKey, message, signature);
    if (holds !== true) return holds;
  }
  return claims.length > 0;
}
