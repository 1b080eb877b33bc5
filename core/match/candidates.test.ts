import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Candidates } from './candidates.ts';
import { Seeds } from './seeds.ts';
import { spotOf } from './spot.ts';

/** Where a seed of the article stands, and where in the documents; whether it leads by itself. */
type Sight = { readonly at: number; readonly place: number; readonly leads?: boolean };

function keptOf(sights: readonly Sight[]): number[] {
  const seeds = new Seeds();
  const candidates = new Candidates(64);
  for (const [seed, { at, place, leads = false }] of sights.entries()) {
    seeds.places[seed] = at;
    candidates.add(seed, spotOf(place, leads));
  }
  candidates.leaveChance(seeds);
  return [...candidates.seeds.subarray(0, candidates.count)];
}

test('a single seed is followed only where it leads by itself', () => {
  assert.deepEqual(keptOf([{ at: 10, place: 5000 }]), []);
  assert.deepEqual(keptOf([{ at: 10, place: 5000, leads: true }]), [0]);
});

test('seeds near one diagonal are followed together, wherever bands begin', () => {
  for (let place = 5000; place < 5300; place += 7) {
    const pair = [
      { at: 10, place },
      { at: 40, place: place + 30 },
    ];
    assert.deepEqual(keptOf(pair), [0, 1], `at ${place}`);
  }
});

test('a seed of another document, or far off, is no company', () => {
  const far = [
    { at: 10, place: 5000 },
    { at: 20, place: 5600 },
    { at: 30, place: 90_000 },
  ];
  assert.deepEqual(keptOf(far), []);
});

test('what is kept stays in its order', () => {
  const sights = [
    { at: 5, place: 900, leads: true },
    { at: 10, place: 5000 },
    { at: 11, place: 70_000 },
    { at: 40, place: 5030 },
  ];
  assert.deepEqual(keptOf(sights), [0, 1, 3]);
});
