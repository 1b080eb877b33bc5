import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupParcels } from './parcel-files.ts';

test('chosen files become parcels in the order of their numbers; others are left out', () => {
  const key = '0123456789abcdef';
  const names = [`${key}-000010.json`, `${key}-000002.0001`, 'autorun.inf', `${key}-000002.json`];
  const parcels = groupParcels(names.map((name) => ({ name })));
  assert.deepEqual(
    parcels.map((files) => files.map(({ name }) => name)),
    [[`${key}-000002.0001`, `${key}-000002.json`], [`${key}-000010.json`]],
  );
  assert.deepEqual(groupParcels([]), []);
});
