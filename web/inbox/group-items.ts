/** The inbox by urgency. Without a deadline an item waits at the end, unless it cannot wait. */
import type { InboxItem, InboxKind } from '../../contract/inbox.ts';
import { addDays, type CalendarDate } from '../../core/common/calendar-date.ts';

export const URGENCIES = ['overdue', 'today', 'week', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

const WEEK_DAYS = 7;

/** While the vault is sealed nobody can work; a leak spreads while it waits. */
const WITHOUT_DELAY: readonly InboxKind[] = [
  'vault-sealed',
  'match-open',
  'source-silent',
  'mark-reading-waits',
  'incident-open',
];

export function urgencyOf(item: InboxItem, today: CalendarDate): Urgency {
  if (item.overdue) return 'overdue';
  if (WITHOUT_DELAY.includes(item.kind)) return 'today';
  if (item.dueOn === null) return 'later';
  if (item.dueOn <= today) return 'today';
  return item.dueOn <= addDays(today, WEEK_DAYS) ? 'week' : 'later';
}

export const groupItems = (
  items: readonly InboxItem[],
  today: CalendarDate,
): ReadonlyMap<Urgency, readonly InboxItem[]> =>
  Map.groupBy(items, (item) => urgencyOf(item, today));
