/** Clearance, commitment and training of a first person, as the signed papers say. */
import { Select, TextInput } from '@mantine/core';
import { LEVELS, type Level } from '../../core/level/level.ts';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { DateField } from '../ui/field/date-field.tsx';
import type { FieldProblems } from '../ui/field/field-refusals.ts';
import type { Readiness } from './plan.ts';
import classes from './setup.module.css';
import { setupText } from './setup-text.ts';

export type ReadinessProps = {
  /** Path of the papers in the plan. */
  readonly at: string;
  readonly ready: Readiness;
  readonly problems: FieldProblems;
  readonly onChange: (ready: Readiness) => void;
};

export function ReadinessFields(props: ReadinessProps) {
  const text = useText(setupText).ready;
  return (
    <fieldset className={classes.papers}>
      <legend>{text.title}</legend>
      <ClearanceFields {...props} />
      <PaperFields {...props} />
    </fieldset>
  );
}

function ClearanceFields({ at, ready, problems, onChange }: ReadinessProps) {
  const text = useText(setupText).ready;
  const { level } = useText(commonText);
  const { clearance } = ready;
  const change = (part: Partial<Readiness['clearance']>) =>
    onChange({ ...ready, clearance: { ...clearance, ...part } });
  const path = `${at}.clearance`;
  return (
    <div className={classes.fields}>
      <Select
        label={text.clearance}
        data={LEVELS.map((value) => ({ value, label: level[value] }))}
        value={clearance.level}
        onChange={(value) => change({ level: (value as Level | null) ?? clearance.level })}
        allowDeselect={false}
        required
      />
      <TextInput
        label={text.decisionNo}
        value={clearance.decisionNo}
        onChange={(event) => change({ decisionNo: event.currentTarget.value })}
        error={problems[`${path}.decisionNo`]}
        required
      />
      <DateField
        label={text.fromOn}
        value={clearance.fromOn}
        onChange={(date) => change({ fromOn: date ?? '' })}
        error={problems[`${path}.fromOn`]}
        required
      />
      <DateField
        label={text.untilOn}
        value={clearance.untilOn}
        onChange={(untilOn) => change({ untilOn })}
        error={problems[`${path}.untilOn`]}
      />
    </div>
  );
}

function PaperFields({ at, ready, problems, onChange }: ReadinessProps) {
  const text = useText(setupText).ready;
  const { commitment, training } = ready;
  const commit = (part: Partial<Readiness['commitment']>) =>
    onChange({ ...ready, commitment: { ...commitment, ...part } });
  const train = (part: Partial<Readiness['training']>) =>
    onChange({ ...ready, training: { ...training, ...part } });
  return (
    <>
      <p className={classes.paperName}>{text.commitment}</p>
      <div className={classes.fields}>
        <DateField
          label={text.signedOn}
          value={commitment.signedOn}
          onChange={(date) => commit({ signedOn: date ?? '' })}
          error={problems[`${at}.commitment.signedOn`]}
          required
        />
        <DateField
          label={text.validUntil}
          value={commitment.untilOn}
          onChange={(date) => commit({ untilOn: date ?? '' })}
          error={problems[`${at}.commitment.untilOn`]}
          required
        />
      </div>
      <p className={classes.paperName}>{text.training}</p>
      <div className={classes.fields}>
        <TextInput
          label={text.course}
          value={training.course}
          onChange={(event) => train({ course: event.currentTarget.value })}
          error={problems[`${at}.training.course`]}
          required
        />
        <DateField
          label={text.passedOn}
          value={training.passedOn}
          onChange={(date) => train({ passedOn: date ?? '' })}
          error={problems[`${at}.training.passedOn`]}
          required
        />
        <DateField
          label={text.validUntil}
          value={training.untilOn}
          onChange={(date) => train({ untilOn: date ?? '' })}
          error={problems[`${at}.training.untilOn`]}
          required
        />
      </div>
    </>
  );
}
