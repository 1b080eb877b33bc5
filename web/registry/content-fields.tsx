/** What stands in an envelope that the clerk opens. */
import { Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { todayInHanoi } from '../text/moment.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { DateField } from '../ui/field/date-field.tsx';
import type { FieldsProps } from './envelope-fields.tsx';
import { receiveText } from './receive-text.ts';
import classes from './registry.module.css';

export function ContentFields({ values, onChange, problem }: FieldsProps) {
  const text = useText(receiveText);
  const language = useLanguage();
  const types = useFormOptions().data?.documentTypes ?? [];
  return (
    <Stack gap="md">
      <NativeSelect
        label={text.field.documentType}
        data={[
          { value: '', label: text.chooseType },
          ...types.map((type) => ({ value: type.code, label: type[language] })),
        ]}
        value={values.documentType}
        onChange={(event) => onChange({ documentType: event.currentTarget.value })}
        error={problem('documentType')}
        required
      />
      <TextInput
        label={text.field.symbol}
        value={values.symbol}
        onChange={(event) => onChange({ symbol: event.currentTarget.value })}
        error={problem('symbol')}
        maxLength={60}
        required
      />
      <DateField
        label={text.field.datedOn}
        value={values.datedOn}
        onChange={(datedOn) => onChange({ datedOn })}
        max={todayInHanoi()}
        error={problem('datedOn')}
        required
      />
      {values.level === 'tuyet-mat' ? (
        <p className={classes.explained} role="status">
          {text.summaryGone}
        </p>
      ) : (
        <Textarea
          label={text.field.summary}
          value={values.summary}
          onChange={(event) => onChange({ summary: event.currentTarget.value })}
          error={problem('summary')}
          maxLength={2000}
          autosize
          minRows={2}
          required
        />
      )}
      <Checkbox
        label={text.field.copyingAllowed}
        checked={values.copyingAllowed}
        onChange={(event) => onChange({ copyingAllowed: event.currentTarget.checked })}
      />
    </Stack>
  );
}
