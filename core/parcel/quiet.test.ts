import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMs, type Instant } from '../common/calendar-date.ts';
import { isQuiet } from './quiet.ts';

const HOUR_MS = 3_600_000;
const at = (hours: number) => addMs('2026-11-01T00:00:00.000Z' as Instant, hours * HOUR_MS);

test('a collector is quiet after twice its longest interval, and at least two days', () => {
  assert.equal(isQuiet([], at(900)), false, 'registered, and nothing sent yet');
  assert.equal(isQuiet([at(0)], at(48)), false);
  assert.equal(isQuiet([at(0)], at(49)), true);
  const weekly = [at(168), at(0), at(336)];
  assert.equal(isQuiet(weekly, at(336 + 336)), false);
  assert.equal(isQuiet(weekly, at(336 + 337)), true);
});
