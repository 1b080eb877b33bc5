import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkConsistency, hashIndexesForConsistency, proveConsistency } from './consistency.ts';
import { append, emptyFrontier } from './frontier.ts';
import { emptyRoot, leafHash, nodeHash } from './hash.ts';
import { checkInclusion, hashIndexesForInclusion, proveInclusion } from './inclusion.ts';
import { fromHex, naiveTree, type Rfc6962Vectors, readVectors, toHex } from './reference.test.ts';
import { type ReadHashes, rootOf } from './tree.ts';

const SIZE = 300;
const entries = Array.from({ length: SIZE }, (_, index) =>
  new TextEncoder().encode(`entry ${index}`),
);
const leaves = entries.map(leafHash);
const naive = naiveTree(entries);

function storedHashes(): Uint8Array[] {
  const stored: Uint8Array[] = [];
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    const appended = append(frontier, leaf);
    stored.push(...appended.stored.map(({ hash }) => hash));
    frontier = appended.frontier;
  }
  return stored;
}
const stored = storedHashes();
const read: ReadHashes = (indexes) => indexes.map((index) => stored[index] ?? assert.fail());
const roots = Array.from({ length: SIZE + 1 }, (_, size) => rootOf(size, read));
const rootAt = (size: number): Uint8Array => roots[size] ?? assert.fail();
const leafAt = (index: number): Uint8Array => leaves[index] ?? assert.fail();

const inclusion = (index: number, size: number) => ({
  index,
  size,
  leaf: leafAt(index),
  root: rootAt(size),
  proof: proveInclusion({ index, size }, read),
});

const consistency = (olderSize: number, newerSize: number) => ({
  olderSize,
  newerSize,
  olderRoot: rootAt(olderSize),
  newerRoot: rootAt(newerSize),
  proof: proveConsistency({ olderSize, newerSize }, read),
});

/** Every way to damage a proof that keeps it a list of byte strings. */
function damaged(proof: readonly Uint8Array[]): Uint8Array[][] {
  const stranger = leafHash(Uint8Array.of(1, 2, 3));
  const variants = [
    [...proof, stranger],
    [stranger, ...proof],
    [...proof, new Uint8Array(0)],
  ];
  for (const [position, hash] of proof.entries()) {
    const flipped = Uint8Array.from(hash);
    flipped[position % 32] = (flipped[position % 32] ?? 0) ^ (1 << (position % 8));
    variants.push(proof.toSpliced(position, 1, flipped));
    variants.push(proof.toSpliced(position, 1, hash.subarray(0, 31)));
    variants.push(proof.toSpliced(position, 1));
    variants.push(proof.toSpliced(position, 0, hash));
    if (position > 0)
      variants.push(proof.toSpliced(position - 1, 2, hash, proof[position - 1] ?? hash));
  }
  return variants;
}

test('every entry of every tree up to 300 has the RFC path, and it checks', () => {
  for (let size = 1; size <= SIZE; size++) {
    for (let index = 0; index < size; index++) {
      const claim = inclusion(index, size);
      assert.deepEqual(claim.proof.map(toHex), naive.path(index, size));
      assert.ok(checkInclusion(claim), `${index} in ${size}`);
    }
  }
});

test('every tree up to 300 provably continues every tree before it', () => {
  for (let newer = 0; newer <= SIZE; newer++) {
    for (let older = 0; older <= newer; older++) {
      const claim = consistency(older, newer);
      assert.deepEqual(claim.proof.map(toHex), naive.proof(older, newer));
      assert.ok(checkConsistency(claim), `${older} to ${newer}`);
    }
  }
});

test('proofs ask storage for exactly the hashes they announce', () => {
  const announcing = (announced: readonly number[]): ReadHashes => {
    return (indexes) => {
      assert.deepEqual(indexes, announced);
      return read(indexes);
    };
  };
  for (let size = 1; size <= 70; size++) {
    for (let index = 0; index < size; index++) {
      const position = { index, size };
      proveInclusion(position, announcing(hashIndexesForInclusion(position)));
      const sizes = { olderSize: index, newerSize: size };
      proveConsistency(sizes, announcing(hashIndexesForConsistency(sizes)));
    }
  }
});

test('the published RFC 6962 proofs check', () => {
  const vectors = readVectors<Rfc6962Vectors>('rfc6962.json');
  const root = (size: number) => fromHex(vectors.roots[size] ?? assert.fail());
  for (const { index, size, proof } of vectors.inclusion) {
    const leaf = leafHash(fromHex(vectors.leaves[index] ?? assert.fail()));
    assert.ok(checkInclusion({ index, size, leaf, root: root(size), proof: proof.map(fromHex) }));
  }
  for (const { older, newer, proof } of vectors.consistency) {
    const claim = { olderSize: older, newerSize: newer, proof: proof.map(fromHex) };
    assert.ok(checkConsistency({ ...claim, olderRoot: root(older), newerRoot: root(newer) }));
  }
});

test('no damaged path and no other entry, index or root is accepted', () => {
  for (let size = 1; size <= 40; size++) {
    for (let index = 0; index < size; index++) {
      const claim = inclusion(index, size);
      for (const proof of damaged(claim.proof)) {
        assert.ok(!checkInclusion({ ...claim, proof }), `${index} in ${size}`);
      }
      for (let other = -1; other <= size + 1; other++) {
        if (other !== index) assert.ok(!checkInclusion({ ...claim, index: other }));
      }
      assert.ok(!checkInclusion({ ...claim, leaf: leafAt(index + 1) }));
      assert.ok(!checkInclusion({ ...claim, root: rootAt(size + 1) }));
    }
  }
});

test('no damaged consistency proof, and no forked or swapped tree, is accepted', () => {
  for (let newer = 1; newer <= 40; newer++) {
    for (let older = 1; older <= newer; older++) {
      const claim = consistency(older, newer);
      for (const proof of damaged(claim.proof)) {
        assert.ok(!checkConsistency({ ...claim, proof }), `${older} to ${newer}`);
      }
      assert.ok(!checkConsistency({ ...claim, olderRoot: leafHash(claim.olderRoot) }));
      assert.ok(!checkConsistency({ ...claim, newerRoot: leafHash(claim.newerRoot) }));
      assert.ok(!checkConsistency({ ...claim, olderSize: newer + 1 }));
      for (let other = 1; other <= newer; other++) {
        if (other === older) continue;
        assert.ok(!checkConsistency({ ...claim, olderSize: other, olderRoot: rootAt(other) }));
      }
    }
  }
});

test('an empty tree has one root, and only an empty proof continues it', () => {
  const claim = { olderSize: 0, newerSize: 5, olderRoot: emptyRoot, newerRoot: rootAt(5) };
  assert.ok(checkConsistency({ ...claim, proof: [] }));
  assert.ok(!checkConsistency({ ...claim, proof: [rootAt(5)] }));
  assert.ok(!checkConsistency({ ...claim, olderRoot: rootAt(5), proof: [] }));
  const nothing = { olderSize: 0, newerSize: 0, olderRoot: emptyRoot, newerRoot: emptyRoot };
  assert.ok(checkConsistency({ ...nothing, proof: [] }));
  assert.ok(!checkConsistency({ ...nothing, newerRoot: rootAt(1), proof: [] }));
});

test('a proof longer or shorter than its sizes demand is refused, even if the roots fit', () => {
  for (let size = 1; size <= 24; size++) {
    for (let other = 1; other <= 24; other++) {
      for (let index = 0; index < Math.min(size, other); index++) {
        const claim = inclusion(index, other);
        if (claim.proof.length !== inclusion(index, size).proof.length) {
          assert.ok(!checkInclusion({ ...claim, size }), `${index} in ${other} as ${size}`);
        }
        const older = index + 1;
        const growth = consistency(older, other);
        if (growth.proof.length !== consistency(older, size).proof.length) {
          assert.ok(!checkConsistency({ ...growth, newerSize: size }), `${older} to ${size}`);
        }
      }
    }
  }
});

test('a path continued above the root is refused', () => {
  const above = leafAt(200);
  for (let size = 1; size <= 24; size++) {
    const claim = inclusion(size - 1, size);
    const root = nodeHash(above, claim.root);
    assert.ok(!checkInclusion({ ...claim, root, proof: [...claim.proof, above] }));
    const growth = consistency(size, 24);
    const newerRoot = nodeHash(above, growth.newerRoot);
    const olderRoot = nodeHash(above, growth.olderRoot);
    assert.ok(!checkConsistency({ ...growth, newerRoot, proof: [...growth.proof, above] }));
    const both = { ...growth, olderRoot, newerRoot, proof: [...growth.proof, above] };
    assert.ok(!checkConsistency(both));
  }
});

test('hashes of another length are refused, never thrown at', () => {
  const short = leafAt(0).subarray(1);
  const proof: Uint8Array[] = [];
  assert.ok(!checkInclusion({ index: 0, size: 1, leaf: short, root: short, proof }));
  assert.ok(!checkInclusion({ ...inclusion(0, 2), leaf: short }));
  const sizes = { olderSize: 1, newerSize: 1 };
  assert.ok(!checkConsistency({ ...sizes, olderRoot: short, newerRoot: short, proof }));
});

test('an inner node does not pass for an entry', () => {
  const [left, right] = [leafAt(0), leafAt(1)];
  const forged = Buffer.concat([left, right]);
  const claim = { index: 0, size: 1, root: rootAt(2), proof: [] };
  assert.ok(!checkInclusion({ ...claim, leaf: leafHash(forged) }));
});

test('sizes and indexes that are no counts are refused, never thrown at', () => {
  const strange = fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger());
  const proof = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 });
  fc.assert(
    fc.property(strange, strange, proof, (one, two, hashes) => {
      const [leaf, root] = [leafAt(0), rootAt(9)];
      assert.ok(!checkInclusion({ index: one, size: two, leaf, root, proof: hashes }));
      const claim = { olderSize: one, newerSize: two, olderRoot: leaf, newerRoot: root };
      assert.ok(!checkConsistency({ ...claim, proof: hashes }));
    }),
  );
});
