/**
 * Since when an article was public at the latest, as far as it tells: what the outlet states, or
 * the capture, whichever is earlier. By this moment the watch judges whether publishing was lawful,
 * not by the moment at which the article came into the house: a medium may be days on its way.
 *
 * Nothing that an outlet states can make a publication look later than its capture, and an earlier
 * moment never makes lawful what was not.
 */
import { addDays, dateInHanoi, type Instant, startOfDayInHanoi } from '../common/calendar-date.ts';

export type ArticleMoments = {
  /** As the outlet states it. */
  readonly publishedAt: Instant | null;
  readonly capturedAt: Instant;
};

/** A date without a time arrives as the first instant of its day and means the whole day. */
function latestOf(stated: Instant): Instant {
  const day = dateInHanoi(stated);
  const start = startOfDayInHanoi(day);
  return stated === start ? startOfDayInHanoi(addDays(day, 1)) : stated;
}

export function publicSince({ publishedAt, capturedAt }: ArticleMoments): Instant {
  const stated = publishedAt === null ? capturedAt : latestOf(publishedAt);
  return stated < capturedAt ? stated : capturedAt;
}

/** When an article was captured: as a signed parcel tells, and never after it came. */
export function captureMoment(told: Instant | null, cameAt: Instant): Instant {
  return told !== null && told < cameAt ? told : cameAt;
}
