/**
 * One number for each complete subtree, in the order in which the tree completes them: leaf, then
 * the parents that this leaf finishes. The numbering is that of Go's `sumdb/tlog`: appending an
 * entry only ever adds numbers at the end, so a table keyed by it is append-only too.
 *
 * Counts go beyond 2^31, therefore division here and never the 32-bit operators.
 */
import { invariant } from '../common/invariant.ts';

/** The complete subtree over the leaves `index * 2^level` up to `(index + 1) * 2^level - 1`. */
export type Subtree = { readonly level: number; readonly index: number };

/** Keeps every stored number a safe integer (a ledger of `n` stores fewer than `2n` hashes). */
export const MAX_SIZE = 2 ** 52;

export function isLedgerSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0 && size <= MAX_SIZE;
}

export const half = (count: number): number => Math.floor(count / 2);

/** The highest level of a complete subtree over at most `count` leaves, which is at least 1. */
export function levelWithin(count: number): number {
  invariant(count >= 1, 'no subtree is within nothing');
  let level = 0;
  while (2 ** (level + 1) <= count) level++;
  return level;
}

/** The largest power of two that is not above `count`, which is at least 1. */
export const powerWithin = (count: number): number => 2 ** levelWithin(count);

/** How many subtrees the leaf number `index` completes above itself: its trailing one bits. */
export function completedAbove(index: number): number {
  let levels = 0;
  for (let rest = index; rest % 2 === 1; rest = half(rest)) levels++;
  return levels;
}

/** How many hashes a ledger of `size` entries stores: `2 * size` less the one bits of `size`. */
export function storedHashCount(size: number): number {
  invariant(isLedgerSize(size), 'a ledger size is a whole number up to 2^52');
  let ones = 0;
  for (let rest = size; rest > 0; rest = half(rest)) ones += rest % 2;
  return 2 * size - ones;
}

/** Inverse of `splitStoredHashIndex`. */
export function storedHashIndex({ level, index }: Subtree): number {
  const lastLeaf = (index + 1) * 2 ** level - 1;
  return storedHashCount(lastLeaf) + level;
}

/** Inverse of `storedHashIndex`. */
export function splitStoredHashIndex(stored: number): Subtree {
  invariant(Number.isSafeInteger(stored) && stored >= 0, 'a stored hash has a whole number');
  // `storedHashCount(n)` lies a little under `2n`: the leaf is at `stored / 2` or soon after.
  let leaf = half(stored);
  while (storedHashCount(leaf + 1) <= stored) leaf++;
  const level = stored - storedHashCount(leaf);
  return { level, index: Math.floor(leaf / 2 ** level) };
}
