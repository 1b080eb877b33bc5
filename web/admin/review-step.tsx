/** Everything once more before it becomes the agency. */
import { Button } from '@mantine/core';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { showDate } from '../text/moment.ts';
import { type Fact, FactList } from '../ui/page/fact-list.tsx';
import { Section } from '../ui/page/section.tsx';
import type { NewPerson, Plan, Readiness, Step } from './plan.ts';
import classes from './setup.module.css';
import { setupText } from './setup-text.ts';
import { PlanInWords } from './vault-step.tsx';

export type ReviewProps = { readonly plan: Plan; readonly onEdit: (step: Step) => void };

export function ReviewStep({ plan, onEdit }: ReviewProps) {
  const text = useText(setupText);
  const edit = (step: Step) => (
    <Button variant="default" size="xs" onClick={() => onEdit(step)}>
      {text.review.edit}
      <span className="np-unseen"> {text.step[step]}</span>
    </Button>
  );
  const { agency } = plan;
  return (
    <>
      <p className={classes.lead}>{text.review.lead}</p>
      <Section title={text.step.agency} actions={edit('agency')}>
        <FactList
          facts={[
            { name: text.agency.name, value: agency.name },
            { name: text.agency.superiorName, value: agency.superiorName },
            { name: text.agency.place, value: agency.place },
            { name: text.agency.symbol, value: agency.symbol },
          ]}
        />
      </Section>
      <Section title={text.step.units} actions={edit('units')}>
        <p>{plan.units.join(' · ')}</p>
      </Section>
      <PeopleReview plan={plan} action={edit('people')} />
      <Section title={text.step.vault} actions={edit('vault')}>
        <ul>
          {plan.custodians.map((custodian) => (
            <CustodianLine key={JSON.stringify(custodian)} {...{ plan, custodian }} />
          ))}
        </ul>
        <PlanInWords needed={plan.threshold} of={plan.custodians.length} />
      </Section>
    </>
  );
}

type CustodianProps = { readonly plan: Plan; readonly custodian: Plan['custodians'][number] };

function CustodianLine({ plan, custodian }: CustodianProps) {
  const person = custodian.who === 'other' ? custodian.person : plan[custodian.who];
  return (
    <li>
      {person.fullName} ({person.positionTitle})
    </li>
  );
}

type PeopleProps = { readonly plan: Plan; readonly action: React.ReactNode };

function PeopleReview({ plan, action }: PeopleProps) {
  const text = useText(setupText);
  const paperFacts = usePaperFacts();
  const personFacts = (person: NewPerson): readonly Fact[] => [
    { name: text.person.fullName, value: person.fullName },
    { name: text.person.positionTitle, value: person.positionTitle },
    { name: text.person.unit, value: plan.units[person.unit] },
    { name: text.person.login, value: person.login },
    { name: text.person.password, value: text.review.passwordSet },
  ];
  return (
    <>
      <Section title={text.people.head} actions={action}>
        <FactList facts={[...personFacts(plan.head), ...paperFacts(plan.head.ready)]} />
      </Section>
      <Section title={text.people.registrar}>
        <FactList facts={[...personFacts(plan.registrar), ...paperFacts(plan.registrar.ready)]} />
      </Section>
      <Section title={text.people.administrator}>
        <FactList facts={personFacts(plan.administrator)} />
      </Section>
      <Section title={text.people.duties}>
        <p>
          {plan.duties.decisionNo}, {showDate(plan.duties.fromOn)}
        </p>
      </Section>
    </>
  );
}

function usePaperFacts(): (ready: Readiness) => readonly Fact[] {
  const { ready: names, review } = useText(setupText);
  const { level } = useText(commonText);
  return ({ clearance, commitment, training }) => [
    {
      name: names.clearance,
      value: review.clearanceLine(level[clearance.level], clearance.decisionNo),
    },
    {
      name: names.commitment,
      value: review.span(showDate(commitment.signedOn), showDate(commitment.untilOn)),
    },
    {
      name: names.training,
      value: `${training.course}, ${review.span(
        showDate(training.passedOn),
        showDate(training.untilOn),
      )}`,
    },
  ];
}
