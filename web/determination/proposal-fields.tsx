/** The fields of a proposal, each with what was refused about it. */
import {
  Checkbox,
  NativeSelect,
  NumberInput,
  Radio,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { MAX_COPIES } from '../../core/document/proposal.ts';
import { LEVELS, type Level } from '../../core/level/level.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { guideText } from '../ui/document/guide-text.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { GuidePicker } from './guide-picker.tsx';
import classes from './proposal.module.css';
import type { ProposalField, ProposalValues } from './proposal-values.ts';
import { proposeText } from './propose-text.ts';

export type FieldsProps = {
  readonly values: ProposalValues;
  readonly onChange: (change: Partial<ProposalValues>) => void;
  readonly problem: (field: ProposalField) => string | undefined;
};

export function WordingFields({ values, onChange, problem }: FieldsProps) {
  const text = useText(proposeText);
  const language = useLanguage();
  const types = useFormOptions().data?.documentTypes ?? [];
  const items = useFormOptions().data?.guideItems ?? [];
  const changeLevel = (level: Level) => {
    const fits = items.find(({ ref }) => ref === values.guideItem)?.level === level;
    onChange({ level, ...(fits ? {} : { guideItem: null, conditionAttested: false }) });
  };
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
      <Radio.Group
        label={text.field.level}
        value={values.level}
        onChange={(value) => changeLevel(LEVELS.find((level) => level === value) ?? values.level)}
        error={problem('level')}
        required
      >
        <div className={classes.levels}>
          {LEVELS.map((level) => (
            <Radio key={level} value={level} label={<LevelMark level={level} />} />
          ))}
        </div>
      </Radio.Group>
      {values.level === 'tuyet-mat' ? (
        <p className={classes.explained} role="status">
          {text.summaryGone}
        </p>
      ) : (
        <Textarea
          label={text.field.summary}
          description={text.summaryHint}
          value={values.summary}
          onChange={(event) => onChange({ summary: event.currentTarget.value })}
          error={problem('summary')}
          maxLength={2000}
          autosize
          minRows={2}
          required
        />
      )}
      <GuideFields {...{ values, onChange, problem }} />
    </Stack>
  );
}

function GuideFields({ values, onChange, problem }: FieldsProps) {
  const text = useText(guideText);
  const items = useFormOptions().data?.guideItems ?? [];
  const condition = items.find(({ ref }) => ref === values.guideItem)?.condition ?? 'none';
  return (
    <>
      <GuidePicker
        level={values.level}
        value={values.guideItem}
        onChange={(guideItem) => onChange({ guideItem, conditionAttested: false })}
        error={problem('guideItem')}
      />
      {condition !== 'none' && (
        <Checkbox
          label={text.attest[condition]}
          checked={values.conditionAttested}
          onChange={(event) => onChange({ conditionAttested: event.currentTarget.checked })}
          error={problem('conditionAttested')}
        />
      )}
    </>
  );
}

export function CirculationFields({ values, onChange, problem }: FieldsProps) {
  const text = useText(proposeText);
  return (
    <Stack gap="md">
      <TextInput
        label={text.field.circulation}
        description={text.circulationHint}
        value={values.circulation}
        onChange={(event) => onChange({ circulation: event.currentTarget.value })}
        error={problem('circulation')}
        maxLength={2000}
        required
      />
      <Textarea
        label={text.field.recipients}
        description={text.recipientsHint}
        value={values.recipients}
        onChange={(event) => onChange({ recipients: event.currentTarget.value })}
        error={problem('recipients')}
        autosize
        minRows={3}
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
        className={classes.short ?? ''}
        required
      />
      <Checkbox
        label={text.field.copyingAllowed}
        checked={values.copyingAllowed}
        onChange={(event) => onChange({ copyingAllowed: event.currentTarget.checked })}
      />
    </Stack>
  );
}
