/** Whom it is put to, and the two ways out of the form. What stands against proposing is said. */
import { Button, Select } from '@mantine/core';
import type { FormOptions } from '../../contract/people.ts';
import { calendarDate } from '../../core/common/calendar-date.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import { checkGuideItem } from '../../core/guide/check-guide-item.ts';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { guideText } from '../ui/document/guide-text.ts';
import { GuardedButton } from '../ui/state/guarded-button.tsx';
import classes from './proposal.module.css';
import type { ProposalValues } from './proposal-values.ts';
import { proposeText } from './propose-text.ts';

export type SubmitBarProps = {
  readonly values: ProposalValues;
  readonly to: string | null;
  readonly onTo: (personId: string | null) => void;
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly hasContent: boolean;
  readonly onSave: () => void;
  readonly onPropose: () => void;
};

export function SubmitBar(props: SubmitBarProps) {
  const { values, to, onTo, problem, busy, hasContent, onSave, onPropose } = props;
  const text = useText(proposeText);
  const people = useDeciders(values);
  return (
    <section className={classes.submit} aria-label={text.submit}>
      <Select
        label={text.field.to}
        placeholder={people.length > 0 ? text.decider : text.noDecider}
        data={people}
        value={to}
        onChange={onTo}
        error={problem}
        className={classes.decider ?? ''}
        clearable
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onSave} loading={busy}>
          {text.save}
        </Button>
        <GuardedButton refusals={useAgainstProposing(values, to)} onAct={onPropose} loading={busy}>
          {text.propose}
        </GuardedButton>
      </div>
      {!hasContent && <p className={classes.soft}>{text.withoutFile}</p>}
    </section>
  );
}

const decidersOf = (options: FormOptions | undefined, { level }: ProposalValues) =>
  options?.deciders.find((each) => each.level === level)?.people ?? [];

function useDeciders(values: ProposalValues) {
  const text = useText(proposeText);
  return decidersOf(useFormOptions().data, values).map((person) => ({
    value: person.personId,
    label: [
      person.fullName,
      person.positionTitle,
      person.by === 'delegation' && text.byDelegation,
      !person.ready && text.notReady,
    ]
      .filter(Boolean)
      .join(', '),
  }));
}

/** Told before the server is asked; the server decides again by its own tables. */
function useAgainstProposing(values: ProposalValues, to: string | null): readonly Refusal[] {
  const text = useText(proposeText);
  const { attest } = useText(guideText);
  const items = useFormOptions().data?.guideItems ?? [];
  const { guideItem, conditionAttested, level } = values;
  const condition = items.find(({ ref }) => ref === guideItem)?.condition ?? 'none';
  const refusals: Refusal[] = [];
  if (guideItem === null) {
    // Without an item no table is asked, so none is given; core names the article.
    const law = { fields: [], guideItems: [] };
    const on = calendarDate(todayInHanoi());
    const checked = checkGuideItem({ law, ref: null, level, conditionAttested, on });
    if (!checked.ok) refusals.push(...checked.refusals);
  } else if (condition !== 'none' && !conditionAttested) {
    const facts = { item: guideItem, condition: attest[condition] };
    refusals.push({ code: 'guide-condition-unmet', facts });
  }
  if (to === null) refusals.push({ code: 'invalid-input', facts: { field: text.field.to } });
  return refusals;
}
