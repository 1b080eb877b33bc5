/**
 * Whether a source is well. Nobody can tell the collector how often a site has news; it learns the
 * usual interval of each by watching, and a silence much longer than that is an alarm: the address
 * moved, the site keeps robots out, or somebody made it fall silent.
 */
import { epochMs, type Instant } from '../../core/common/calendar-date.ts';
import type { SourceState } from '../../core/parcel/manifest.ts';

export type Visits = {
  /** When a visit brought something new, oldest first, the last `GAPS_KEPT + 1`. */
  readonly newsAt: readonly Instant[];
  readonly firstVisitAt: Instant | null;
  readonly lastSuccessAt: Instant | null;
  /** The code of the last failure; null when the last visit succeeded. */
  readonly problem: string | null;
};

export const GAPS_KEPT = 20;
const GAPS_NEEDED = 4;
const LONGER_THAN_USUAL = 2;
const SHORTEST_SILENCE_MS = 6 * 3_600_000;
/** Before the usual interval is known. */
const SILENT_FROM_THE_START_MS = 7 * 24 * 3_600_000;

export type Health = { readonly state: SourceState; readonly usualMinutes: number | null };

function gapsOf(newsAt: readonly Instant[]): number[] {
  const moments = newsAt.map(epochMs);
  return moments.slice(1).map((at, index) => at - (moments[index] ?? at));
}

function patienceMs(gaps: readonly number[], silentAfterMs: number | null): number {
  if (silentAfterMs !== null) return silentAfterMs;
  if (gaps.length < GAPS_NEEDED) return SILENT_FROM_THE_START_MS;
  return Math.max(SHORTEST_SILENCE_MS, LONGER_THAN_USUAL * Math.max(...gaps));
}

/** `silentAfterMs`: the operator's own word, which goes before what was learnt. */
export function judgeHealth(
  visits: Visits,
  now: Instant,
  silentAfterMs: number | null = null,
): Health {
  const gaps = gapsOf(visits.newsAt);
  const isKnown = gaps.length >= GAPS_NEEDED;
  const sorted = gaps.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const usualMinutes = isKnown ? Math.round(median / 60_000) : null;
  const since = visits.newsAt.at(-1) ?? visits.firstVisitAt ?? now;
  const isSilent = epochMs(now) - epochMs(since) > patienceMs(gaps, silentAfterMs);
  if (isSilent) return { state: 'silent', usualMinutes };
  if (visits.problem !== null) return { state: 'failing', usualMinutes };
  return { state: isKnown ? 'good' : 'new', usualMinutes };
}
