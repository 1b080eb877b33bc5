/** The time of the connected machine: its own program, its own clock. */
import { type Instant, instantOf } from '../core/common/calendar-date.ts';

export type CollectorClock = { now(): Instant; sleep(ms: number): Promise<void> };

/** Ends early when `signal` is aborted, and leaves nothing that keeps the program running. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

export const machineClock: CollectorClock = {
  now: () => instantOf(Date.now()),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
