/** The inbox by urgency. An item without a deadline waits at the end, unless it blocks everyone. */
import type { InboxItem } from '../../contract/inbox.ts';
import { addDays, type CalendarDate } from '../../core/common/calendar-date.ts';

export const URGENCIES = ['overdue', 'today', 'week', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

const WEEK_DAYS = 7;

export function urgencyOf(item: InboxItem, today: CalendarDate): Urgency {
  // While the vault is sealed nobody can work.
  if (item.kind === 'vault-sealed') return 'today';
  if (item.overdue) return 'overdue';
  if (item.dueOn === null) return 'later';
  if (item.dueOn <= today) return 'today';
  return item.dueOn <= addDays(today, WEEK_DAYS) ? 'week' : 'later';
}

export const groupItems = (
  items: readonly InboxItem[],
  today: CalendarDate,
): ReadonlyMap<Urgency, readonly InboxItem[]> =>
  Map.groupBy(items, (item) => urgencyOf(item, today));
