/** A moment typed as a day and a time of day in Hà Nội. */
import { TextInput } from '@mantine/core';
import {
  addMs,
  type CalendarDate,
  type Instant,
  startOfDayInHanoi,
} from '../../core/common/calendar-date.ts';
import { DateField } from '../ui/field/date-field.tsx';

export type Moment = { readonly day: CalendarDate | null; readonly time: string };
export const NO_MOMENT: Moment = { day: null, time: '' };

const TIME = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/i;

/** Null while day and time make no moment; without a time the first moment of the day. */
export function momentOf({ day, time }: Moment): Instant | null {
  if (day === null) return null;
  const [, hours, minutes] = TIME.exec(time.trim() === '' ? '0:00' : time.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return addMs(startOfDayInHanoi(day), ms);
}

export type MomentFieldsProps = {
  readonly labels: { readonly day: string; readonly time: string };
  readonly moment: Moment;
  readonly onChange: (moment: Moment) => void;
};

export function MomentFields({ labels, moment, onChange }: MomentFieldsProps) {
  return (
    <>
      <DateField
        label={labels.day}
        required
        value={moment.day}
        onChange={(day) => onChange({ ...moment, day })}
      />
      <TextInput
        label={labels.time}
        placeholder="08:30"
        autoComplete="off"
        value={moment.time}
        onChange={(event) => onChange({ ...moment, time: event.currentTarget.value })}
      />
    </>
  );
}
