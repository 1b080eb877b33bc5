/**
 * The right edge of the tree: all that a running server must hold to append and to know the root,
 * at most 52 hashes. A frontier is a value; a transaction that fails keeps the one it had.
 */
import { invariant } from '../common/invariant.ts';
import { emptyRoot, HASH_BYTES } from './hash.ts';
import { completedAbove } from './stored-hash.ts';
import {
  foldPeaks,
  hashIndexesForRoot,
  joinUpwards,
  type ReadHashes,
  type StoredHash,
} from './tree.ts';

export type Frontier = {
  readonly size: number;
  /** The complete subtrees that stand side by side over all leaves, largest first. */
  readonly peaks: readonly Uint8Array[];
};

export type Appended = {
  readonly frontier: Frontier;
  /** To be stored together with the entry: the same as `hashesToStore` would return. */
  readonly stored: readonly StoredHash[];
};

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** After a start: the frontier of a stored ledger. Reads the hashes of `hashIndexesForRoot`. */
export function frontierOf(size: number, readHashes: ReadHashes): Frontier {
  if (size === 0) return emptyFrontier;
  const indexes = hashIndexesForRoot(size);
  const peaks = readHashes(indexes);
  invariant(
    peaks.length === indexes.length && peaks.every(({ length }) => length === HASH_BYTES),
    'storage returns one hash for each number asked',
  );
  return { size, peaks };
}

export function append({ size, peaks }: Frontier, leaf: Uint8Array): Appended {
  invariant(leaf.length === HASH_BYTES, 'a leaf is a hash of 32 bytes');
  const kept = peaks.length - completedAbove(size);
  const stored = joinUpwards(size, leaf, peaks.slice(kept).reverse());
  const newPeak = stored.at(-1)?.hash ?? leaf;
  return { frontier: { size: size + 1, peaks: [...peaks.slice(0, kept), newPeak] }, stored };
}

export function frontierRoot({ size, peaks }: Frontier): Uint8Array {
  return size === 0 ? emptyRoot : foldPeaks(peaks);
}
