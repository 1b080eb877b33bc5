import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf } from '../../testkit/copy-mark/chance.ts';
import { codeOf } from './code.ts';
import { LINE_SLOTS, type PageCode, signAt } from './code-signs.ts';
import { decideCopy, type ListedCopy, lnChance, MOST_CHANCE } from './decide-copy.ts';
import type { MarkReading } from './mark-reading.ts';

const SECRET = new Uint8Array(32).fill(9);
const listed = (copyMarkId: string): ListedCopy => ({
  copyMarkId,
  code: codeOf(SECRET, { copyMarkId, page: 1 }),
});
const list = (count: number, name = 'copy') =>
  Array.from({ length: count }, (_, at) => listed(`${name} ${at}`));

type Noise = { readonly count: number; readonly noise: number; readonly seed: number };

function readingsOf(code: PageCode, { count, noise, seed }: Noise): MarkReading[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, at) => {
    const [line, slot] = [Math.trunc(at / 4), at % 4];
    const steps = signAt(code, line, slot) + noise * chance.normal();
    return { line, slot, steps: Math.max(-1.5, Math.min(1.5, steps)) };
  });
}

test('the copy is named from a whole page and from a third of one, with noise', () => {
  const copies = list(50);
  for (const [at, copy] of copies.slice(0, 10).entries()) {
    for (const count of [150, 48]) {
      const readings = readingsOf(copy.code, { count, noise: 0.4, seed: at });
      const finding = decideCopy(readings, copies);
      assert.equal(finding.named, copy.copyMarkId);
      assert.ok((finding.fits[0]?.chanceLog10 ?? 0) <= Math.log10(MOST_CHANCE));
    }
  }
});

test('too few places name no copy, however well they fit', () => {
  const copies = list(2);
  const [copy] = copies;
  assert.ok(copy);
  for (let count = 0; count <= 20; count += 1) {
    const finding = decideCopy(readingsOf(copy.code, { count, noise: 0, seed: 1 }), copies);
    assert.deepEqual([finding.named, finding.why], [null, 'nothing-fits'], `${count} places`);
  }
});

test('where the true copy is not listed, none is named', () => {
  for (let trial = 0; trial < 2_000; trial += 1) {
    const { code } = listed(`true ${trial}`);
    const readings = readingsOf(code, { count: 40 + (trial % 120), noise: 0.2, seed: trial });
    assert.equal(decideCopy(readings, list(10, `other ${trial}`)).named, null);
  }
});

test('the bound holds: wrong copies fit so well no more often than it says', () => {
  const readings = readingsOf(listed('true').code, { count: 60, noise: 0.3, seed: 5 });
  const counts = [0, 0, 0];
  const trials = 20_000;
  for (let trial = 0; trial < trials; trial += 1) {
    const { code } = listed(`wrong ${trial}`);
    const fit = readings.reduce(
      (sum, { line, slot, steps }) => sum + steps * (code[line * LINE_SLOTS + slot] ?? 0),
      0,
    );
    const chance = Math.exp(lnChance(readings, fit));
    [0.1, 0.01, 0.001].forEach((limit, at) => {
      if (chance <= limit) counts[at] = (counts[at] ?? 0) + 1;
    });
  }
  const [tenth = 0, hundredth = 0, thousandth = 0] = counts;
  assert.ok(tenth > 0 && tenth <= trials * 0.1, `${tenth}`);
  assert.ok(hundredth <= trials * 0.01 && thousandth <= trials * 0.001, `${counts}`);
});

test('no fit is more certain than so many even coins', () => {
  const { code } = listed('true');
  const readings = readingsOf(code, { count: 30, noise: 0, seed: 1 });
  // All thirty signs right by chance: 2^-30, and no bound may be below it.
  assert.ok(lnChance(readings, 30) >= -30 * Math.LN2 - 1e-6);
  assert.equal(lnChance(readings, 0), 0);
  assert.equal(lnChance(readings, -5), 0);
});

test('two copies laid over each other are not taken for one of them', () => {
  const copies = list(20);
  const [one, two] = copies;
  assert.ok(one && two);
  const readings = readingsOf(one.code, { count: 200, noise: 0, seed: 2 }).map((reading) => ({
    ...reading,
    steps: (reading.steps + signAt(two.code, reading.line, reading.slot)) / 2,
  }));
  const finding = decideCopy(readings, copies);
  assert.deepEqual([finding.named, finding.why], [null, 'several-fit']);
});
