/**
 * First-run wizard: agency, units, first people, vault key, review, then the shares. The whole plan
 * stands in one place, so going back loses nothing; it is sent once, at the end.
 */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { setUp } from '../../contract/admin.ts';
import { SHORTEST_PASSWORD } from '../../core/person/account.ts';
import { api } from '../api/api.ts';
import { BarePage } from '../shell/bare-page.tsx';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { type FieldProblems, problemsOf } from '../ui/field/field-refusals.ts';
import { FormError } from '../ui/field/form-error.tsx';
import { AgencyStep, UnitsStep } from './agency-steps.tsx';
import { HandOutShares } from './hand-out-shares.tsx';
import { PeopleStep } from './people-step.tsx';
import { emptyPlan, gapsIn, gapsOf, type Plan, STEPS, type Step, stepOf } from './plan.ts';
import { ReviewStep } from './review-step.tsx';
import classes from './setup.module.css';
import { setupText } from './setup-text.ts';
import { StepList } from './step-list.tsx';
import { VaultStep } from './vault-step.tsx';

export type StepProps = {
  readonly plan: Plan;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<Plan>) => void;
};

export function SetupScreen() {
  const text = useText(setupText);
  const wizard = useWizard();
  const { plan, step, problems, send } = wizard;
  const top = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step begins at its top
  useEffect(() => {
    void top.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  if (send.data) return <HandOutShares done={send.data} agencyName={plan.agency.name} />;
  return (
    <BarePage title={text.title} lead={text.lead}>
      <div ref={top}>
        <StepList at={step} problems={problems} onMove={wizard.go} />
      </div>
      {/* Our own sentences stand at the fields, in the reader's language. */}
      <form noValidate autoComplete="off" onSubmit={(event) => forward(event, wizard)}>
        <StepBody {...wizard} />
        {wizard.shownGaps > 0 && (
          <p className={classes.gaps} role="alert">
            {text.gaps(wizard.shownGaps)}
          </p>
        )}
        <FormError error={send.error} />
        <Buttons {...wizard} />
      </form>
    </BarePage>
  );
}

type Wizard = ReturnType<typeof useWizard>;

function forward(event: FormEvent, { step, go, send }: Wizard): void {
  event.preventDefault();
  const after = STEPS[STEPS.indexOf(step) + 1];
  if (after) go(after);
  else if (!send.isPending) send.mutate();
}

function useWizard() {
  const text = useText(setupText);
  const [plan, setPlan] = useState<Plan>(() => emptyPlan(todayInHanoi()));
  const [step, setStep] = useState<Step>('agency');
  /** Steps whose gaps may be shown: those that somebody has tried to leave forwards. */
  const [tried, setTried] = useState<readonly Step[]>([]);
  // No cache: the shares must not outlive the screen, and the wizard must not be swept away.
  const send = useMutation({ mutationFn: () => api(setUp, { body: plan }) });
  const gaps = gapsOf(plan, {
    missing: text.missing,
    login: text.loginWrong,
    loginTwice: text.loginTwice,
    password: text.passwordShort(SHORTEST_PASSWORD),
  });
  const shown = Object.fromEntries(
    Object.entries(gaps).filter(([path]) => tried.includes(stepOf(path))),
  );
  const problems: FieldProblems = { ...problemsOf(send.error), ...shown };
  const go = (to: Step) => {
    const passed = STEPS.slice(0, STEPS.indexOf(to));
    setTried([...new Set([...tried, ...passed])]);
    const firstWrong = passed.find((each) => gapsIn(gaps, each).length > 0);
    setStep(firstWrong ?? to);
  };
  const change = (part: Partial<Plan>) => {
    setPlan({ ...plan, ...part });
    if (send.error) send.reset();
  };
  const shownGaps = gapsIn(problems, step).length;
  return { plan, step, problems, shownGaps, go, change, back: setStep, send };
}

function StepBody({ plan, step, problems, change, back }: Wizard) {
  const props: StepProps = { plan, problems, onChange: change };
  switch (step) {
    case 'agency':
      return <AgencyStep {...props} />;
    case 'units':
      return <UnitsStep {...props} />;
    case 'people':
      return <PeopleStep {...props} />;
    case 'vault':
      return <VaultStep {...props} />;
    case 'review':
      return <ReviewStep plan={plan} onEdit={back} />;
  }
}

function Buttons({ step, back, send }: Wizard) {
  const text = useText(setupText);
  const index = STEPS.indexOf(step);
  const before = STEPS[index - 1];
  const forwards = step === 'vault' ? text.toReview : text.next;
  return (
    <div className={classes.buttons}>
      {before ? (
        <Button variant="default" onClick={() => back(before)}>
          {text.back}
        </Button>
      ) : (
        <span />
      )}
      <Button type="submit" loading={send.isPending}>
        {step === 'review' ? text.review.send : forwards}
      </Button>
    </div>
  );
}
