/** A power of the post in other hands, from the signed document. The law says who may get it. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { delegatePower } from '../../contract/people.ts';
import { POWERS, type Power } from '../../core/authority/legal-post.ts';
import { addYears } from '../../core/common/calendar-date.ts';
import { LEVELS, type Level } from '../../core/level/level.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { todayInHanoi } from '../text/moment.ts';
import { DateField } from '../ui/field/date-field.tsx';
import { problemsOf } from '../ui/field/field-refusals.ts';
import { PersonSelect } from '../ui/field/person-select.tsx';
import { FormDialog } from './form-dialog.tsx';
import { formOf, type PersonFormProps } from './paper-forms.tsx';
import { peopleText } from './people-text.ts';

type Draft = {
  readonly to: string | null;
  readonly power: Power;
  readonly level: Level;
  readonly documentNo: string;
  readonly scope: string;
  readonly fromOn: string;
  readonly untilOn: string;
};

const emptyDraft = (): Draft => ({
  to: null,
  power: 'determine',
  level: 'mat',
  documentNo: '',
  scope: '',
  fromOn: todayInHanoi(),
  untilOn: addYears(todayInHanoi(), 1),
});

export function DelegationForm({ personId, onClose, onDone }: PersonFormProps) {
  const { act, field } = useText(peopleText);
  const [draft, setDraft] = useState(emptyDraft);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const delegate = useAct(delegatePower, onDone);
  const problems = problemsOf(delegate.error);
  const { to, ...rest } = draft;
  const send = () => to && delegate.mutate({ params: { personId }, body: { to, ...rest } });
  return (
    <FormDialog {...formOf(delegate, act.delegate)} onSend={send} onClose={onClose}>
      <PersonSelect
        label={field.to}
        value={to}
        onChange={(next) => change({ to: next })}
        without={[personId]}
        error={problems.to}
        required
      />
      <PowerFields draft={draft} onChange={change} />
      <TextInput
        label={field.documentNo}
        value={draft.documentNo}
        onChange={(event) => change({ documentNo: event.currentTarget.value })}
        error={problems.documentNo}
        required
      />
      <Textarea
        label={field.scope}
        value={draft.scope}
        onChange={(event) => change({ scope: event.currentTarget.value })}
        error={problems.scope}
        autosize
        required
      />
      <DateField
        label={field.fromOn}
        value={draft.fromOn}
        onChange={(date) => change({ fromOn: date ?? '' })}
        error={problems.fromOn}
        required
      />
      <DateField
        label={field.untilOn}
        value={draft.untilOn}
        onChange={(date) => change({ untilOn: date ?? '' })}
        error={problems.untilOn}
        required
      />
    </FormDialog>
  );
}

type PowerProps = {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
};

function PowerFields({ draft, onChange }: PowerProps) {
  const { field, power } = useText(peopleText);
  const { level } = useText(commonText);
  return (
    <>
      <Select
        label={field.power}
        data={POWERS.map((value) => ({ value, label: power[value] }))}
        value={draft.power}
        onChange={(value) =>
          onChange({ power: POWERS.find((each) => each === value) ?? draft.power })
        }
        allowDeselect={false}
        required
      />
      <Select
        label={field.level}
        data={LEVELS.map((value) => ({ value, label: level[value] }))}
        value={draft.level}
        onChange={(value) =>
          onChange({ level: LEVELS.find((each) => each === value) ?? draft.level })
        }
        allowDeselect={false}
        required
      />
    </>
  );
}
