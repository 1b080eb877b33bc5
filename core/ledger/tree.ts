/**
 * The Merkle tree of RFC 6962 §2.1 as pure arithmetic over stored subtree hashes. Each function
 * that reads has a twin `hashIndexesFor…` naming exactly the hashes it will ask for, in order: the
 * ledger's storage loads those in one query and then calls the function.
 */
import { invariant } from '../common/invariant.ts';
import { at } from './bytes.ts';
import { emptyRoot, nodeHash } from './hash.ts';
import { completedAbove, levelWithin, type Subtree, storedHashIndex } from './stored-hash.ts';

/** Returns the hashes under these stored numbers, in the same order; throws if one is missing. */
export type ReadHashes = (indexes: readonly number[]) => readonly Uint8Array[];

export type StoredHash = Subtree & { readonly hash: Uint8Array };

/** Leaves from `start` up to but without `end`. */
export type LeafRange = { readonly start: number; readonly end: number };

/** The left neighbours that entry number `index` meets on its way up, lowest first. */
export function hashIndexesForAppend(index: number): number[] {
  const neighbours: number[] = [];
  for (let level = 0; level < completedAbove(index); level++) {
    neighbours.push(storedHashIndex({ level, index: Math.floor(index / 2 ** level) - 1 }));
  }
  return neighbours;
}

/**
 * The hashes to store when entry number `index` is appended: its leaf, then each subtree that it
 * completes. Their stored numbers are consecutive.
 */
export function hashesToStore(
  index: number,
  leaf: Uint8Array,
  readHashes: ReadHashes,
): StoredHash[] {
  return joinUpwards(index, leaf, readAll(hashIndexesForAppend(index), readHashes));
}

/** As `hashesToStore`, with the left neighbours at hand, lowest first. */
export function joinUpwards(
  index: number,
  leaf: Uint8Array,
  neighbours: readonly Uint8Array[],
): StoredHash[] {
  const stored: StoredHash[] = [{ level: 0, index, hash: leaf }];
  let position = index;
  let hash = leaf;
  for (const [below, neighbour] of neighbours.entries()) {
    hash = nodeHash(neighbour, hash);
    position = (position - 1) / 2;
    stored.push({ level: below + 1, index: position, hash });
  }
  return stored;
}

export function hashIndexesForRoot(size: number): number[] {
  return hashIndexesOf({ start: 0, end: size });
}

/** MTH(D[size]); of nothing, the hash of the empty string. */
export function rootOf(size: number, readHashes: ReadHashes): Uint8Array {
  if (size === 0) return emptyRoot;
  return foldPeaks(readAll(hashIndexesForRoot(size), readHashes));
}

/** The hash over complete subtrees that stand side by side, largest first. */
export function foldPeaks(peaks: readonly Uint8Array[]): Uint8Array {
  return peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The stored numbers of the complete subtrees that make up a range, largest first. */
export function hashIndexesOf({ start, end }: LeafRange): number[] {
  const indexes: number[] = [];
  for (let from = start; from < end; ) {
    const level = levelWithin(end - from);
    const width = 2 ** level;
    invariant(from % width === 0, 'the ranges of RFC 6962 begin at a multiple of their width');
    indexes.push(storedHashIndex({ level, index: from / width }));
    from += width;
  }
  return indexes;
}

/** MTH of each range, with a single read. */
export function rangeHashes(ranges: readonly LeafRange[], readHashes: ReadHashes): Uint8Array[] {
  const parts = ranges.map(hashIndexesOf);
  const hashes = readAll(parts.flat(), readHashes);
  let taken = 0;
  return parts.map(({ length }) => {
    taken += length;
    return foldPeaks(hashes.slice(taken - length, taken));
  });
}

function readAll(indexes: readonly number[], readHashes: ReadHashes): readonly Uint8Array[] {
  const hashes = indexes.length === 0 ? [] : readHashes(indexes);
  invariant(hashes.length === indexes.length, 'storage returns one hash for each number asked');
  for (const position of indexes.keys()) at(hashes, position);
  return hashes;
}
