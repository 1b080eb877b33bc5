/** A date typed as dd/MM/yyyy; zeros and slashes may be left out. `null` while it is no date. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type CalendarDate, parseCalendarDate } from '../../../core/common/calendar-date.ts';
import { useText } from '../../text/catalogue.ts';
import { isoFromTyped, showDate } from '../../text/moment.ts';
import { fieldText } from './field-text.ts';

export type DateFieldProps = {
  readonly label: string;
  /** `yyyy-MM-dd`. */
  readonly value: string | null;
  readonly onChange: (date: CalendarDate | null) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean;
  readonly description?: string;
  /** A refusal of the server about this field. */
  readonly error?: string | undefined;
};

export function DateField(props: DateFieldProps) {
  const { label, value, onChange, required = false, description, error } = props;
  const text = useText(fieldText);
  const [typed, setTyped] = useState(value ? showDate(value) : '');
  const [left, setLeft] = useState(false);
  const problem = useProblem(props, typed);
  const shown = parseCalendarDate(isoFromTyped(typed));
  const current = value !== shown && value !== null ? showDate(value) : typed;
  const type = (next: string) => {
    setTyped(next);
    onChange(parseCalendarDate(isoFromTyped(next)));
  };
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={text.dateForm}
      inputMode="numeric"
      autoComplete="off"
      required={required}
      value={current}
      error={error ?? (left ? problem : undefined)}
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        if (shown) setTyped(showDate(shown));
      }}
    />
  );
}

function useProblem({ min, max }: DateFieldProps, typed: string): string | undefined {
  const text = useText(fieldText);
  if (typed.trim() === '') return undefined;
  const date = parseCalendarDate(isoFromTyped(typed));
  if (!date) return text.dateWrong;
  if (min && date < min) return text.dateEarly(showDate(min));
  if (max && date > max) return text.dateLate(showDate(max));
  return undefined;
}
