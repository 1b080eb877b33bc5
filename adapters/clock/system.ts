/** The machine's own clock and randomness: the only place that asks for either. */
import { randomBytes, randomUUID } from 'node:crypto';
import { instantOf } from '../../core/common/calendar-date.ts';
import type { Clock, Randomness } from '../../server/ports/clock.ts';

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

/** Salts are small and many: one call to the system serves a few hundred. */
const POOL_BYTES = 8_192;
let pool = new Uint8Array(0);

function bytes(length: number): Uint8Array {
  if (length > POOL_BYTES) return new Uint8Array(randomBytes(length));
  if (pool.length < length) pool = new Uint8Array(randomBytes(POOL_BYTES));
  const taken = pool.slice(0, length);
  // What was given away stands nowhere else.
  pool.fill(0, 0, length);
  pool = pool.subarray(length);
  return taken;
}

export const systemRandomness: Randomness = {
  bytes,
  id: () => randomUUID(),
};
