/** Where the wizard stands; passed steps can be gone back to. */
import { useText } from '../text/catalogue.ts';
import type { FieldProblems } from '../ui/field/field-refusals.ts';
import { gapsIn, STEPS, type Step } from './plan.ts';
import classes from './setup.module.css';
import { setupText } from './setup-text.ts';

export type StepListProps = {
  readonly at: Step;
  readonly problems: FieldProblems;
  readonly onMove: (step: Step) => void;
};

export function StepList({ at, problems, onMove }: StepListProps) {
  const text = useText(setupText);
  const here = STEPS.indexOf(at);
  return (
    <ol className={classes.steps} aria-label={text.steps}>
      {STEPS.map((step, index) => {
        const wrong = gapsIn(problems, step).length > 0;
        const look = wrong ? classes.wrong : index < here ? classes.passed : '';
        const name = `${index + 1}. ${text.step[step]}`;
        return (
          <li
            key={step}
            className={`${classes.step} ${look}`}
            aria-current={step === at ? 'step' : undefined}
          >
            {index < here ? (
              <button type="button" onClick={() => onMove(step)}>
                {name}
              </button>
            ) : (
              name
            )}
            {wrong && <span className="np-unseen"> ({text.stepWrong})</span>}
          </li>
        );
      })}
    </ol>
  );
}
