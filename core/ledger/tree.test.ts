import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { append, emptyFrontier, type Frontier, frontierOf, frontierRoot } from './frontier.ts';
import { leafHash, nodeHash } from './hash.ts';
import { fromHex, naiveTree, type Rfc6962Vectors, readVectors, toHex } from './reference.test.ts';
import { MAX_SIZE, splitStoredHashIndex, storedHashCount, storedHashIndex } from './stored-hash.ts';
import {
  hashesToStore,
  hashIndexesForAppend,
  hashIndexesForRoot,
  type ReadHashes,
  rootOf,
} from './tree.ts';

const entry = (index: number): Uint8Array => new TextEncoder().encode(`entry ${index}`);

/** Storage that answers only what was announced: the contract of the prefetching callers. */
function reading(stored: readonly Uint8Array[], announced: readonly number[]): ReadHashes {
  return (indexes) => {
    assert.deepEqual(indexes, announced);
    return indexes.map((index) => stored[index] ?? assert.fail(`hash ${index} is not stored yet`));
  };
}

test('the published RFC 6962 roots come out at every size', () => {
  const { leaves, roots } = readVectors<Rfc6962Vectors>('rfc6962.json');
  let frontier = emptyFrontier;
  assert.equal(toHex(frontierRoot(frontier)), roots[0]);
  for (const [index, leaf] of leaves.entries()) {
    frontier = append(frontier, leafHash(fromHex(leaf))).frontier;
    assert.equal(toHex(frontierRoot(frontier)), roots[index + 1]);
  }
});

test('frontier, storage and naive tree agree at every size from 0 to 600', () => {
  const naive = naiveTree(Array.from({ length: 600 }, (_, index) => entry(index)));
  const stored: Uint8Array[] = [];
  let frontier: Frontier = emptyFrontier;
  for (let size = 0; size <= 600; size++) {
    const read = reading(stored, hashIndexesForRoot(size));
    assert.equal(stored.length, storedHashCount(size));
    assert.equal(toHex(frontierRoot(frontier)), naive.root(0, size));
    assert.equal(toHex(rootOf(size, read)), naive.root(0, size));
    assert.deepEqual(frontierOf(size, read), frontier);

    const leaf = leafHash(entry(size % 600));
    const toStore = hashesToStore(size, leaf, reading(stored, hashIndexesForAppend(size)));
    const appended = append(frontier, leaf);
    assert.deepEqual(appended.stored, toStore);
    for (const { hash, ...subtree } of toStore) {
      assert.equal(storedHashIndex(subtree), stored.length);
      stored.push(hash);
    }
    frontier = appended.frontier;
  }
});

test('each stored hash is the root of exactly the leaves its number says', () => {
  const naive = naiveTree(Array.from({ length: 130 }, (_, index) => entry(index)));
  let frontier: Frontier = emptyFrontier;
  for (let size = 0; size < 130; size++) {
    const appended = append(frontier, leafHash(entry(size)));
    for (const { level, index, hash } of appended.stored) {
      const width = 2 ** level;
      assert.equal(toHex(hash), naive.root(index * width, (index + 1) * width));
    }
    frontier = appended.frontier;
  }
});

test('a failed append leaves the frontier as it was', () => {
  const before = append(emptyFrontier, leafHash(entry(0))).frontier;
  const root = toHex(frontierRoot(before));
  append(before, leafHash(entry(1)));
  assert.equal(before.size, 1);
  assert.equal(toHex(frontierRoot(before)), root);
});

test('stored numbers run without gap through the first 100,000 hashes', () => {
  let expected = 0;
  for (let leaf = 0; expected < 100_000; leaf++) {
    for (let level = 0, index = leaf; ; level++) {
      assert.equal(storedHashIndex({ level, index }), expected);
      assert.deepEqual(splitStoredHashIndex(expected), { level, index });
      expected++;
      if (index % 2 === 0) break;
      index = (index - 1) / 2;
    }
  }
});

test('numbering a subtree and splitting the number are inverse up to 2^52 leaves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 51 }), fc.maxSafeNat(), (level, anyIndex) => {
      const subtree = { level, index: anyIndex % 2 ** (52 - level) };
      assert.deepEqual(splitStoredHashIndex(storedHashIndex(subtree)), subtree);
    }),
  );
  assert.throws(() => storedHashCount(MAX_SIZE + 2));
  assert.throws(() => storedHashCount(0.5));
});

test('storage that answers too little, and a hash of another length, are bugs', () => {
  const leaf = leafHash(entry(1));
  assert.throws(() => hashesToStore(1, leaf, () => []));
  assert.throws(() => frontierOf(3, () => [leaf]));
  assert.throws(() => nodeHash(leaf, leaf.subarray(1)));
  assert.throws(() => append(emptyFrontier, leaf.subarray(1)));
});
