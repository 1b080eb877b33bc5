/** Whether parcels stopped coming: learnt from how they came, as a source's silence is. */
import { epochMs, type Instant } from '../common/calendar-date.ts';

const LONGER_THAN_USUAL = 2;
const SHORTEST_QUIET_MS = 48 * 3_600_000;

/** `madeAt`: of the last parcels of one collector, any order. */
export function isQuiet(madeAt: readonly Instant[], now: Instant): boolean {
  const moments = madeAt.map(epochMs).toSorted((one, other) => one - other);
  const last = moments.at(-1);
  if (last === undefined) return false;
  const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? at));
  return (
    epochMs(now) - last > Math.max(SHORTEST_QUIET_MS, LONGER_THAN_USUAL * Math.max(0, ...gaps))
  );
}
