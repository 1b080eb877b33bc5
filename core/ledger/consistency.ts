/**
 * "The newer tree only adds to the older one". Made by RFC 6962 §2.1.2; checked by the separate
 * walk of RFC 9162 §2.1.4.2. Every tree continues the empty one: that proof has no hashes.
 */
import { invariant } from '../common/invariant.ts';
import { at, sameBytes } from './bytes.ts';
import { emptyRoot, HASH_BYTES, nodeHash } from './hash.ts';
import { half, isLedgerSize, powerWithin } from './stored-hash.ts';
import { hashIndexesOf, type LeafRange, type ReadHashes, rangeHashes } from './tree.ts';

export type SizePair = { readonly olderSize: number; readonly newerSize: number };

export type ConsistencyClaim = SizePair & {
  readonly olderRoot: Uint8Array;
  readonly newerRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

export function hashIndexesForConsistency(sizes: SizePair): number[] {
  return consistencyPath(sizes).flatMap(hashIndexesOf);
}

export function proveConsistency(sizes: SizePair, readHashes: ReadHashes): Uint8Array[] {
  return rangeHashes(consistencyPath(sizes), readHashes);
}

/** PROOF(m, D[n]) as leaf ranges, deepest first. */
function consistencyPath({ olderSize, newerSize }: SizePair): LeafRange[] {
  invariant(
    isLedgerSize(olderSize) && isLedgerSize(newerSize) && olderSize <= newerSize,
    'the older tree is not the larger one',
  );
  if (olderSize === 0) return [];
  const fromRoot: LeafRange[] = [];
  let start = 0;
  let end = newerSize;
  while (end !== olderSize) {
    const middle = start + powerWithin(end - start - 1);
    if (olderSize <= middle) {
      fromRoot.push({ start: middle, end });
      end = middle;
    } else {
      fromRoot.push({ start, end: middle });
      start = middle;
    }
  }
  // The verifier holds the older root; if that is the subtree reached, it need not be told.
  if (start !== 0) fromRoot.push({ start, end });
  return fromRoot.reverse();
}

/** `proof`, and all that is not from a signed note, may be attacker-controlled. */
export function checkConsistency(claim: ConsistencyClaim): boolean {
  const { olderSize, newerSize, olderRoot, newerRoot, proof } = claim;
  if (!isLedgerSize(olderSize) || !isLedgerSize(newerSize) || olderSize > newerSize) return false;
  if ([olderRoot, newerRoot, ...proof].some(({ length }) => length !== HASH_BYTES)) return false;
  if (newerSize === 0 && !sameBytes(newerRoot, emptyRoot)) return false;
  if (olderSize === 0) return proof.length === 0 && sameBytes(olderRoot, emptyRoot);
  if (olderSize === newerSize) return proof.length === 0 && sameBytes(olderRoot, newerRoot);
  const path = powerWithin(olderSize) === olderSize ? [olderRoot, ...proof] : proof;
  return path.length > 0 && walk(claim, path);
}

function walk(claim: ConsistencyClaim, path: readonly Uint8Array[]): boolean {
  let position = claim.olderSize - 1;
  let last = claim.newerSize - 1;
  const rise = () => {
    position = half(position);
    last = half(last);
  };
  while (position % 2 === 1) rise();
  let older = at(path, 0);
  let newer = older;
  for (const hash of path.slice(1)) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
      while (position % 2 === 0 && position !== 0) rise();
    } else {
      newer = nodeHash(newer, hash);
    }
    rise();
  }
  return last === 0 && sameBytes(older, claim.olderRoot) && sameBytes(newer, claim.newerRoot);
}
