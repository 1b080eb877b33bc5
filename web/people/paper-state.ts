/** How a paper with an end stands on a day: clearance, commitment, training. */
import { type CalendarDate, calendarDate, daysBetween } from '../../core/common/calendar-date.ts';
import type { Mirror } from '../text/catalogue.ts';
import { showDate } from '../text/moment.ts';
import type { Tone } from '../ui/state/state-badge.tsx';
import type { peopleText } from './people-text.ts';

export type PaperState =
  | { readonly state: 'none' }
  | { readonly state: 'expired' | 'soon' | 'valid'; readonly until: string; readonly days: number };

export const PAPER_TONES = {
  none: 'waiting',
  expired: 'waiting',
  soon: 'active',
  valid: 'quiet',
} as const satisfies Record<PaperState['state'], Tone>;

const SOON_DAYS = 30;

/** `until` is the last day in force. */
export function paperState(until: string | null, today: CalendarDate): PaperState {
  if (until === null) return { state: 'none' };
  const days = daysBetween({ from: today, to: calendarDate(until) });
  const state = days < 0 ? 'expired' : days <= SOON_DAYS ? 'soon' : 'valid';
  return { state, until, days };
}

export function sayPaper(
  paper: PaperState,
  words: Mirror<(typeof peopleText)['vi']>['paper'],
): string {
  if (paper.state === 'none') return words.none;
  const date = showDate(paper.until);
  return paper.state === 'soon' ? words.soon(date, paper.days) : words[paper.state](date);
}
