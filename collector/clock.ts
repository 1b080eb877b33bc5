/** The time of the connected machine: its own program, its own clock. */
import { setTimeout } from 'node:timers/promises';
import { type Instant, instantOf } from '../core/common/calendar-date.ts';

export type CollectorClock = { now(): Instant; sleep(ms: number): Promise<void> };

/** Ends early when `signal` is aborted. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

export const machineClock: CollectorClock = {
  now: () => instantOf(Date.now()),
  sleep: (ms) => setTimeout(ms),
};
