/** Who keeps a share of the vault's key, and how many shares open it. */
import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useText } from '../text/catalogue.ts';
import { Section } from '../ui/page/section.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { Warning } from '../ui/state/warning.tsx';
import { PersonFields } from './person-fields.tsx';
import { type Custodian, emptyPerson } from './plan.ts';
import classes from './setup.module.css';
import type { StepProps } from './setup-screen.tsx';
import { setupText } from './setup-text.ts';

type NamedCustodian = Exclude<Custodian['who'], 'other'>;
const NAMED: readonly NamedCustodian[] = ['head', 'registrar'];

export function VaultStep(props: StepProps) {
  const text = useText(setupText).vault;
  const { plan, onChange } = props;
  const { custodians } = plan;
  const put = (next: readonly Custodian[]) => {
    const threshold = Math.max(1, Math.min(plan.threshold, next.length));
    onChange({ custodians: [...next], threshold });
  };
  const toggle = (who: NamedCustodian, kept: boolean) => {
    const rest = custodians.filter((custodian) => custodian.who !== who);
    put(kept ? [{ who }, ...rest] : rest);
  };
  return (
    <Section title={text.who}>
      <p className={classes.lead}>{text.lead}</p>
      <div className={classes.choices}>
        {NAMED.map((who) => (
          <Checkbox
            key={who}
            label={text[who](plan[who].fullName)}
            checked={custodians.some((custodian) => custodian.who === who)}
            onChange={(event) => toggle(who, event.currentTarget.checked)}
          />
        ))}
      </div>
      <OtherCustodians {...props} onPut={put} />
      <Button
        variant="default"
        disabled={custodians.length >= 20}
        onClick={() => put([...custodians, { who: 'other', person: emptyPerson() }])}
      >
        {text.add}
      </Button>
      <NumberInput
        className={classes.threshold ?? ''}
        label={text.threshold}
        min={1}
        max={Math.max(1, custodians.length)}
        clampBehavior="strict"
        allowDecimal={false}
        value={plan.threshold}
        onChange={(value) => onChange({ threshold: Number(value) || 1 })}
        error={props.problems.threshold ?? props.problems.custodians}
        required
      />
      <PlanInWords needed={plan.threshold} of={custodians.length} />
    </Section>
  );
}

type OthersProps = StepProps & { readonly onPut: (next: readonly Custodian[]) => void };

function OtherCustodians({ plan, problems, onPut }: OthersProps) {
  const text = useText(setupText).vault;
  const { custodians } = plan;
  return custodians.map((custodian, index) => {
    if (custodian.who !== 'other') return null;
    const number = custodians.slice(0, index + 1).filter(({ who }) => who === 'other').length;
    const change = (part: Partial<typeof custodian.person>) =>
      onPut(custodians.with(index, { who: 'other', person: { ...custodian.person, ...part } }));
    return (
      <div key={`other-${number}`} className={classes.other}>
        <div className={classes.otherHead}>
          {text.other(number)}
          <Button variant="default" onClick={() => onPut(custodians.toSpliced(index, 1))}>
            {text.remove}
          </Button>
        </div>
        <PersonFields
          at={`custodians.${index}.person`}
          person={custodian.person}
          units={plan.units}
          problems={problems}
          onChange={change}
        />
      </div>
    );
  });
}

type PlanProps = { readonly needed: number; readonly of: number };

/** Also on the review page: what the numbers mean when a share is lost or a person is bad. */
export function PlanInWords({ needed, of }: PlanProps) {
  const text = useText(setupText).vault;
  const isWeak = needed === 1 || needed >= of;
  if (!isWeak)
    return (
      <Notice>
        {text.plan(needed, of)} {text.spare(of - needed)}
      </Notice>
    );
  return (
    <Warning title={text.plan(needed, of)}>
      {needed === 1 && <p>{text.single}</p>}
      {needed >= of && <p>{text.noSpare}</p>}
    </Warning>
  );
}
