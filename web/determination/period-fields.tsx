/** How long it will be protected, and the earlier end that a secret about an activity may have. */
import { Checkbox, Stack } from '@mantine/core';
import { addDays, addYears, calendarDate } from '../../core/common/calendar-date.ts';
import { useText } from '../text/catalogue.ts';
import { showDate } from '../text/moment.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { DateField } from '../ui/field/date-field.tsx';
import classes from './proposal.module.css';
import type { FieldsProps } from './proposal-fields.tsx';
import { proposeText } from './propose-text.ts';

export function PeriodFields({ values, onChange, problem }: FieldsProps) {
  const text = useText(proposeText);
  const options = useFormOptions().data;
  const years = options?.levels.find(({ level }) => level === values.level)?.periodYears;
  if (!options || years === undefined) return null;
  const today = calendarDate(options.today);
  const last = addYears(today, years);
  return (
    <Stack gap="xs">
      <p className={classes.soft}>{text.period(years, showDate(last))}</p>
      <Checkbox
        label={text.field.shorterPeriod}
        description={text.shorterHint}
        checked={values.isShorter}
        onChange={(event) => onChange({ isShorter: event.currentTarget.checked })}
        error={values.isShorter ? undefined : problem('shorterPeriod')}
      />
      {values.isShorter && (
        <div className={classes.inset}>
          <Checkbox
            label={text.aboutActivity}
            checked={values.aboutActivity}
            onChange={(event) => onChange({ aboutActivity: event.currentTarget.checked })}
          />
          <DateField
            label={text.shorterUntil}
            value={values.shorterUntil}
            onChange={(shorterUntil) => onChange({ shorterUntil })}
            min={today}
            max={addDays(last, -1)}
            error={problem('shorterPeriod')}
            required
          />
        </div>
      )}
    </Stack>
  );
}
