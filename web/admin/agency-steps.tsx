/** The first two steps: the agency as its books print it, and its units. */
import { Button, TextInput } from '@mantine/core';
import { useText } from '../text/catalogue.ts';
import { Section } from '../ui/page/section.tsx';
import classes from './setup.module.css';
import type { StepProps } from './setup-screen.tsx';
import { setupText } from './setup-text.ts';

export function AgencyStep({ plan, problems, onChange }: StepProps) {
  const { agency: text, step } = useText(setupText);
  const field = (name: keyof typeof plan.agency) => ({
    label: text[name],
    value: plan.agency[name],
    error: problems[`agency.${name}`],
    required: true,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ agency: { ...plan.agency, [name]: event.currentTarget.value } }),
  });
  return (
    <Section title={step.agency}>
      <p className={classes.lead}>{text.lead}</p>
      <div className={classes.fields}>
        <TextInput {...field('name')} placeholder={text.namePlace} autoFocus />
        <TextInput {...field('superiorName')} placeholder={text.superiorPlace} />
        <TextInput {...field('place')} placeholder={text.placePlace} />
        <TextInput {...field('symbol')} description={text.symbolHint} />
      </div>
    </Section>
  );
}

/** A person's unit is its place in the list: taking one away moves those behind it. */
const without = (unit: number, removed: number): number =>
  unit > removed || unit === removed ? Math.max(0, unit - 1) : unit;

export function UnitsStep({ plan, problems, onChange }: StepProps) {
  const { units: text, step } = useText(setupText);
  const rename = (index: number, name: string) =>
    onChange({ units: plan.units.map((unit, place) => (place === index ? name : unit)) });
  const remove = (index: number) => {
    const moved = <Person extends { unit: number }>(person: Person): Person => ({
      ...person,
      unit: without(person.unit, index),
    });
    onChange({
      units: plan.units.filter((_, place) => place !== index),
      head: moved(plan.head),
      registrar: moved(plan.registrar),
      administrator: moved(plan.administrator),
      custodians: plan.custodians.map((custodian) =>
        custodian.who === 'other' ? { ...custodian, person: moved(custodian.person) } : custodian,
      ),
    });
  };
  return (
    <Section title={step.units}>
      <p className={classes.lead}>{text.lead}</p>
      {plan.units.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place in the list
        <div key={index} className={classes.row}>
          <TextInput
            label={text.name(index + 1)}
            value={name}
            onChange={(event) => rename(index, event.currentTarget.value)}
            error={problems[`units.${index}`]}
            autoFocus={index === plan.units.length - 1}
            required
          />
          {plan.units.length > 1 && (
            <Button
              variant="default"
              aria-label={text.remove(name || String(index + 1))}
              onClick={() => remove(index)}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <Button variant="default" onClick={() => onChange({ units: [...plan.units, ''] })}>
        {text.add}
      </Button>
    </Section>
  );
}
