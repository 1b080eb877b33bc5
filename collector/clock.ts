/** The time of the connected machine: its own program, its own clock. */
import { type Instant, instantOf } from '../core/common/calendar-date.ts';

export type CollectorClock = { now(): Instant; sleep(ms: number): Promise<void> };

export const machineClock: CollectorClock = {
  now: () => instantOf(Date.now()),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
