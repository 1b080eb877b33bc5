/** The steps of the check with their results; a wrong one is an alarm, never a detail. */
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { EntryProof } from '../../contract/ledger.ts';
import { useText } from '../text/catalogue.ts';
import { printNumber } from '../text/moment.ts';
import { Section } from '../ui/page/section.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { Warning } from '../ui/state/warning.tsx';
import { CHECK_STEPS, type CheckedEntry, isWrong, type StepResult } from './check-proof.ts';
import classes from './ledger.module.css';
import { ledgerText } from './ledger-text.ts';

export type ProofCheckProps = {
  readonly served: EntryProof;
  readonly checked: CheckedEntry | undefined;
};

const ICONS = { right: IconCheck, wrong: IconX, unchecked: IconMinus } as const satisfies Record<
  StepResult,
  unknown
>;

export function ProofCheck({ served, checked }: ProofCheckProps) {
  const text = useText(ledgerText);
  if (!checked) return <p>{text.checking}</p>;
  return (
    <Section title={text.proof}>
      <Verdict served={served} checked={checked} />
      <ol className={classes.steps}>
        {CHECK_STEPS.map((step) => {
          const result = checked.steps[step];
          const Icon = ICONS[result];
          return (
            <li key={step} className={classes[result]}>
              <Icon size={18} aria-hidden />
              <span>
                {text.step[step]}: <strong>{text.result[result]}</strong>
              </span>
            </li>
          );
        })}
      </ol>
      <details className={classes.details}>
        <summary>{text.details}</summary>
        <dl className={classes.codes}>
          <dt>{text.leaf}</dt>
          <dd>
            <code>{checked.leaf}</code>
          </dd>
          <dt>{text.path(served.proof.length)}</dt>
          {served.proof.map((hash, level) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a path is its order
            <dd key={level}>
              <code>{hash}</code>
            </dd>
          ))}
          <dt>{text.root}</dt>
          <dd>
            <code>{served.root}</code>
          </dd>
        </dl>
      </details>
    </Section>
  );
}

function Verdict({ served, checked }: { served: EntryProof; checked: CheckedEntry }) {
  const text = useText(ledgerText);
  const size = printNumber(served.size);
  if (isWrong(checked))
    return (
      <div role="alert">
        <Warning title={text.wrong} loud>
          <p>{text.wrongWhy}</p>
        </Warning>
      </div>
    );
  if (checked.steps.signature === 'unchecked')
    return (
      <Warning>
        <p>{text.rightUnsigned(size)}</p>
      </Warning>
    );
  return <Notice>{text.right(size)}</Notice>;
}
