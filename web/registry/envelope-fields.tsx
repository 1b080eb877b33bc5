/** What the outside of an envelope tells, and who takes it in. */
import { Checkbox, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { SEAL_CONDITIONS } from '../../contract/registry.ts';
import { MAX_COPIES } from '../../core/document/proposal.ts';
import { LEVELS } from '../../core/level/level.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { todayInHanoi } from '../text/moment.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { DateField } from '../ui/field/date-field.tsx';
import type { ArrivalField, ArrivalValues } from './arrival-values.ts';
import { receiveText } from './receive-text.ts';
import classes from './registry.module.css';

export type FieldsProps = {
  readonly values: ArrivalValues;
  readonly onChange: (change: Partial<ArrivalValues>) => void;
  readonly problem: (field: ArrivalField) => string | undefined;
};

export function EnvelopeFields({ values, onChange, problem }: FieldsProps) {
  const text = useText(receiveText);
  return (
    <Stack gap="md">
      <MarkField {...{ values, onChange, problem }} />
      <TextInput
        label={text.field.issuingBody}
        value={values.issuingBody}
        onChange={(event) => onChange({ issuingBody: event.currentTarget.value })}
        error={problem('issuingBody')}
        maxLength={300}
        required
      />
      <DateField
        label={text.field.receivedOn}
        value={values.receivedOn}
        onChange={(receivedOn) => onChange({ receivedOn })}
        max={todayInHanoi()}
        error={problem('receivedOn')}
        required
      />
      <SealField {...{ values, onChange, problem }} />
      <Checkbox
        label={text.field.urgent}
        checked={values.urgent}
        onChange={(event) => onChange({ urgent: event.currentTarget.checked })}
      />
      <Checkbox
        label={text.field.isNamed}
        description={text.namedHint}
        checked={values.isNamed}
        onChange={(event) => onChange({ isNamed: event.currentTarget.checked })}
      />
      {values.isNamed && (
        <TextInput
          label={text.field.addressee}
          value={values.addressee}
          onChange={(event) => onChange({ addressee: event.currentTarget.value })}
          error={problem('addressee')}
          maxLength={200}
          required
        />
      )}
    </Stack>
  );
}

function MarkField({ values, onChange, problem }: FieldsProps) {
  const text = useText(receiveText);
  const language = useLanguage();
  const levels = useFormOptions().data?.levels ?? [];
  return (
    <Radio.Group
      label={text.field.level}
      value={values.level ?? ''}
      onChange={(value) => onChange({ level: LEVELS.find((level) => level === value) ?? null })}
      error={problem('level')}
      required
    >
      <div className={classes.choices}>
        {levels.map((rule) => (
          <Radio
            key={rule.level}
            value={rule.level}
            label={text.mark(rule.envelopeMark, rule[language])}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function SealField({ values, onChange }: FieldsProps) {
  const text = useText(receiveText);
  return (
    <>
      <Radio.Group
        label={text.field.seal}
        value={values.seal}
        onChange={(value) =>
          onChange({ seal: SEAL_CONDITIONS.find((seal) => seal === value) ?? values.seal })
        }
      >
        <div className={classes.choices}>
          {SEAL_CONDITIONS.map((seal) => (
            <Radio key={seal} value={seal} label={text.seals[seal]} />
          ))}
        </div>
      </Radio.Group>
      {values.seal !== 'intact' && (
        <p className={classes.alarm} role="alert">
          {text.sealAlarm}
        </p>
      )}
    </>
  );
}

export function HandlingFields({ values, onChange, problem }: FieldsProps) {
  const text = useText(receiveText);
  return (
    <Stack gap="md">
      <TextInput
        label={text.field.receiver}
        value={values.receiver}
        onChange={(event) => onChange({ receiver: event.currentTarget.value })}
        error={problem('receiver')}
        maxLength={200}
        required
      />
      <NumberInput
        label={text.field.copies}
        value={values.copies}
        onChange={(copies) => onChange({ copies })}
        error={problem('copies')}
        min={1}
        max={MAX_COPIES}
        allowDecimal={false}
        required
      />
      <TextInput
        label={text.field.note}
        value={values.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
        maxLength={500}
      />
    </Stack>
  );
}
