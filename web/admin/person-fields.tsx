/** Name, position, unit and account of one new person. */
import { Button, Select, TextInput } from '@mantine/core';
import { useText } from '../text/catalogue.ts';
import type { FieldProblems } from '../ui/field/field-refusals.ts';
import { suggestPassword } from '../ui/field/password-suggestion.ts';
import type { NewPerson } from './plan.ts';
import classes from './setup.module.css';
import { setupText } from './setup-text.ts';

export type PersonFieldsProps = {
  /** Path of the person in the plan. */
  readonly at: string;
  readonly person: NewPerson;
  readonly units: readonly string[];
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<NewPerson>) => void;
};

export function PersonFields({ at, person, units, problems, onChange }: PersonFieldsProps) {
  const text = useText(setupText).person;
  const field = (name: 'fullName' | 'positionTitle' | 'login' | 'password') => ({
    label: text[name],
    value: person[name],
    error: problems[`${at}.${name}`],
    required: true,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes.fields}>
      <TextInput {...field('fullName')} />
      <TextInput {...field('positionTitle')} />
      <Select
        label={text.unit}
        data={units.map((name, index) => ({ value: String(index), label: name || `${index + 1}` }))}
        value={String(person.unit)}
        onChange={(value) => onChange({ unit: Number(value ?? 0) })}
        allowDeselect={false}
        error={problems[`${at}.unit`]}
        required
      />
      <TextInput {...field('login')} autoCapitalize="none" spellCheck={false} />
      <div className={classes.password}>
        <TextInput
          {...field('password')}
          description={text.passwordHint}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <Button variant="default" onClick={() => onChange({ password: suggestPassword() })}>
          {text.suggest}
        </Button>
      </div>
    </div>
  );
}
