/**
 * What the passing of time brings about, while a server runs: each job by itself, never two of one
 * at once. A job that fails is reported and tried again at its next turn; each is made to be
 * repeated.
 */
import { setTimeout } from 'node:timers/promises';
import type { Parts } from '../server/ports/parts.ts';
import { VaultSealed } from '../server/ports/vault.ts';
import { forgetDismissed } from '../server/watch/forget-dismissed.ts';
import { destroyReleased } from '../server/watch/intake/destroy-released.ts';
import { forgetRaw } from '../server/watch/intake/forget-raw.ts';
import { searchBack } from '../server/watch/intake/search-back.ts';
import { relistWording } from '../server/watch/wording/common-wording.ts';

export type ClockJob = { readonly everyMs: number; run(): Promise<unknown> };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function clockJobs(parts: Parts): readonly ClockJob[] {
  return [
    { everyMs: MINUTE_MS, run: () => searchBack(parts) },
    { everyMs: HOUR_MS, run: () => forgetRaw(parts) },
    { everyMs: HOUR_MS, run: () => forgetDismissed(parts) },
    { everyMs: HOUR_MS, run: () => relistWording(parts) },
    { everyMs: DAY_MS, run: () => destroyReleased(parts) },
  ];
}

export type RunningJobs = {
  /** Begins nothing more; resolves when what runs has ended. */
  stop(): Promise<void>;
};

export function startClockJobs(
  jobs: readonly ClockJob[],
  report: (thrown: unknown) => void,
): RunningJobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Rejects only when it is told to stop.
  const wait = (ms: number): Promise<void> =>
    setTimeout(ms, undefined, { signal }).catch(() => undefined);
  const keepRunning = async ({ everyMs, run }: ClockJob): Promise<void> => {
    while (!signal.aborted) {
      try {
        await run();
      } catch (reason) {
        // Sealed in the middle, or the house is closing: the next turn finds the rest.
        if (!(reason instanceof VaultSealed) && !signal.aborted) report(reason);
      }
      await wait(everyMs);
    }
  };
  const running = jobs.map(keepRunning);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
