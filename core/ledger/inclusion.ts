/**
 * "This entry is in that tree": Merkle audit paths. Made by RFC 6962 §2.1.1; checked by the
 * separate walk of RFC 9162 §2.1.3.2, so that one mistake cannot hide in both.
 */
import { invariant } from '../common/invariant.ts';
import { sameBytes } from './bytes.ts';
import { HASH_BYTES, nodeHash } from './hash.ts';
import { half, isLedgerSize, powerWithin } from './stored-hash.ts';
import { hashIndexesOf, type LeafRange, type ReadHashes, rangeHashes } from './tree.ts';

export type LeafPosition = { readonly index: number; readonly size: number };

export type InclusionClaim = LeafPosition & {
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  /** From the leaf's neighbour up to the child of the root. */
  readonly proof: readonly Uint8Array[];
};

export function hashIndexesForInclusion(position: LeafPosition): number[] {
  return auditPath(position).flatMap(hashIndexesOf);
}

export function proveInclusion(position: LeafPosition, readHashes: ReadHashes): Uint8Array[] {
  return rangeHashes(auditPath(position), readHashes);
}

/** PATH(m, D[n]) as leaf ranges, from the leaf upwards. */
function auditPath({ index, size }: LeafPosition): LeafRange[] {
  invariant(isLedgerSize(size) && isLedgerSize(index) && index < size, 'the entry is in the tree');
  const fromRoot: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + powerWithin(end - start - 1);
    if (index < middle) {
      fromRoot.push({ start: middle, end });
      end = middle;
    } else {
      fromRoot.push({ start, end: middle });
      start = middle;
    }
  }
  return fromRoot.reverse();
}

/** All of the claim may be attacker-controlled, `root` excepted: that comes from a signed note. */
export function checkInclusion({ index, size, leaf, root, proof }: InclusionClaim): boolean {
  if (!isLedgerSize(size) || !isLedgerSize(index) || index >= size) return false;
  if (leaf.length !== HASH_BYTES) return false;
  let position = index;
  let last = size - 1;
  let hash = leaf;
  for (const neighbour of proof) {
    if (last === 0 || neighbour.length !== HASH_BYTES) return false;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(neighbour, hash);
      // A last node without a right neighbour rises unchanged.
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, neighbour);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && sameBytes(hash, root);
}
