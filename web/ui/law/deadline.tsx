/** A legal deadline in days from today in Hà Nội; red only when it has passed. */
import { calendarDate, daysBetween } from '../../../core/common/calendar-date.ts';
import { useText } from '../../text/catalogue.ts';
import { showDate, todayInHanoi } from '../../text/moment.ts';
import classes from './law.module.css';
import { lawText } from './law-text.ts';

export type DeadlineProps = {
  /** `yyyy-MM-dd`. */
  readonly due: string;
  /** Only for pictures and tests; the browser's day otherwise. */
  readonly today?: string;
};

const SOON_DAYS = 3;

export function Deadline({ due, today = todayInHanoi() }: DeadlineProps) {
  const text = useText(lawText);
  const days = daysBetween({ from: calendarDate(today), to: calendarDate(due) });
  const tone = days < 0 ? classes.late : days <= SOON_DAYS ? classes.soon : '';
  const words = days < 0 ? text.overdue(-days) : days === 0 ? text.dueToday : text.dueIn(days);
  return (
    <time dateTime={due} className={`${classes.deadline} ${tone}`} title={text.due(showDate(due))}>
      {words}
    </time>
  );
}
