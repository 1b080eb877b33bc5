/** The machine's own clock and randomness: the only place that asks for either. */
import { randomBytes, randomUUID } from 'node:crypto';
import { instantOf } from '../../core/common/calendar-date.ts';
import type { Clock, Randomness } from '../../server/ports/clock.ts';

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

export const systemRandomness: Randomness = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  id: () => randomUUID(),
};
