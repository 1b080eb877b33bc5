import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeedIndex } from './seed-index.ts';
import { Seeds } from './seeds.ts';

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

type Entered = Map<number, readonly number[]>;

/** Enough seeds that they are merged several times; a tenth of the keys stand in many documents. */
function filled(index: SeedIndex): Entered {
  const next = numbers(7);
  const shared = Array.from({ length: 200 }, () => next());
  const entered: Entered = new Map();
  for (let document = 0; document < DOCUMENTS; document++) {
    const first = document * GRANULES_EACH;
    for (let seed = 0; seed < SEEDS; seed++) {
      const key = seed % 10 === 0 ? (shared[seed % shared.length] as number) : next();
      const granule = first + Math.floor((seed * GRANULES_EACH) / SEEDS);
      index.add(key, granule);
      entered.set(key, [...(entered.get(key) ?? []), granule]);
    }
    index.settleWhenMany(DOCUMENTS * GRANULES_EACH);
  }
  return entered;
}

const into = new Uint32Array(4096);
function spotsOf(index: SeedIndex, key: number): number[] {
  return [...into.subarray(0, index.spotsOf(key, into))];
}

test('every seed is found where it was entered, merged or waiting', () => {
  const index = new SeedIndex();
  const entered = filled(index);
  for (const waits of [false, true]) {
    if (waits) {
      const newest = DOCUMENTS * GRANULES_EACH + 1;
      for (const [key, granules] of [...entered].slice(0, 3000)) {
        index.add(key, newest);
        entered.set(key, [...granules, newest]);
      }
    }
    index.settleAtRest(DOCUMENTS * GRANULES_EACH + 2);
    for (const [key, granules] of entered) {
      const found = spotsOf(index, key);
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
    const seeds = new Seeds();
    [seeds.keys, seeds.count] = [Uint32Array.from(keys), keys.length];
    return index.mayHave(seeds, new Int32Array(keys.length));
  };
  index.settleAtRest(DOCUMENTS * GRANULES_EACH);
  assert.equal(ask([...entered.keys()]), entered.size);
  const absent = Array.from({ length: 20_000 }, next).filter((key) => !entered.has(key));
  assert.ok(ask(absent) < absent.length * 0.12, `${ask(absent)} of ${absent.length}`);
});

test('few seeds in many granules keep fewer bits of their keys, and are all found', () => {
  const index = new SeedIndex();
  const next = numbers(3);
  const granules = 2 ** 31;
  const entered = Array.from({ length: 150_000 }, () => [next(), next() % granules] as const);
  for (const [at, [key, granule]] of entered.entries()) {
    index.add(key, granule);
    if (at % 1000 === 0) index.settleWhenMany(granules);
  }
  index.settleAtRest(granules);
  for (const [key, granule] of entered) assert.ok(spotsOf(index, key).includes(granule));
});
