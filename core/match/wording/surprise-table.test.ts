import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mix } from '../shingle.ts';
import { SurpriseTable } from './surprise-table.ts';

const KEYS = 20_000;

test('values come back within a tenth of a bit, and absent keys are rarely mistaken', () => {
  const table = new SurpriseTable();
  table.reset(KEYS);
  const bits = (key: number): number => (key % 1100) / 100;
  for (let key = 1; key <= KEYS; key++) table.set(mix(key), bits(key));
  let far = 0;
  let mistaken = 0;
  for (let key = 1; key <= KEYS; key++) {
    if (Math.abs(table.get(mix(key)) - bits(key)) > 0.1) far++;
    if (table.get(mix(key + KEYS)) >= 0) mistaken++;
  }
  assert.ok(far < KEYS / 200, `${far} of ${KEYS} are far off`);
  assert.ok(mistaken < KEYS / 200, `${mistaken} of ${KEYS} are mistaken`);
});

test('an empty table knows nothing', () => {
  assert.equal(new SurpriseTable().get(12_345), -1);
});
