import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeedIndex } from './seed-index.ts';

const DOCUMENTS = 400;
const SEEDS = 600;
const GRANULES_EACH = 50;

/** The same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

type Entered = ReadonlyMap<number, readonly number[]>;

/** Enough seeds that they are merged several times; a tenth of the keys stand in many documents. */
function filled(index: SeedIndex): Entered {
  const next = numbers(7);
  const shared = Array.from({ length: 200 }, () => next());
  const entered = new Map<number, number[]>();
  for (let document = 0; document < DOCUMENTS; document++) {
    const first = document * GRANULES_EACH;
    for (let seed = 0; seed < SEEDS; seed++) {
      const key = seed % 10 === 0 ? (shared[seed % shared.length] as number) : next();
      const granule = first + Math.floor((seed * GRANULES_EACH) / SEEDS);
      index.add(key, granule, first);
      entered.set(key, [...(entered.get(key) ?? []), granule]);
    }
    index.settleWhenMany(DOCUMENTS * GRANULES_EACH);
  }
  return entered;
}

function granulesOf(index: SeedIndex, key: number): number[] {
  const into = new Uint32Array(4096);
  return [...into.subarray(0, index.granulesOf(key, into))];
}

test('every seed is found where it was entered, before and after the merge', () => {
  const index = new SeedIndex();
  const entered = filled(index);
  for (const rest of [false, true]) {
    if (rest) index.settleAtRest(DOCUMENTS * GRANULES_EACH);
    for (const [key, granules] of entered) {
      const found = granulesOf(index, key);
      for (const granule of granules) assert.ok(found.includes(granule), `key ${key}`);
      assert.deepEqual(
        found,
        found.toSorted((one, other) => one - other),
      );
    }
  }
});

test('absent keys are mostly known to be absent, present ones always to be present', () => {
  const index = new SeedIndex();
  const entered = filled(index);
  const next = numbers(99);
  const ask = (keys: readonly number[]): number => {
    const row = { keys: Uint32Array.from(keys), lengths: new Uint8Array(keys.length).fill(4) };
    return index.mayHave(row, keys.length, new Int32Array(keys.length));
  };
  assert.equal(ask([...entered.keys()]), entered.size);
  const absent = Array.from({ length: 20_000 }, next).filter((key) => !entered.has(key));
  assert.ok(ask(absent) < absent.length * 0.12, `${ask(absent)} of ${absent.length}`);
});

test('a document that repeats a seed gives few places for it', () => {
  const index = new SeedIndex();
  for (let granule = 10; granule < 90; granule++) index.add(5, granule, 10);
  index.add(5, 90, 90);
  const found = granulesOf(index, 5);
  assert.ok(found.length <= 6 && found.includes(10) && found.includes(90), found.join());
});
