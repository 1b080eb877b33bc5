/** The registrar's short forms: from a signed paper into the record of one person. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  assignDuty,
  clearPerson,
  recordCommitment,
  recordTraining,
} from '../../contract/people.ts';
import { addYears } from '../../core/common/calendar-date.ts';
import { LEVELS, type Level } from '../../core/level/level.ts';
import { DUTIES, type Duty } from '../../core/person/duty.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { dutyText } from '../text/duty-text.ts';
import { todayInHanoi } from '../text/moment.ts';
import { DateField } from '../ui/field/date-field.tsx';
import { problemsOf } from '../ui/field/field-refusals.ts';
import { FormDialog } from './form-dialog.tsx';
import { peopleText } from './people-text.ts';

export type PersonFormProps = {
  readonly personId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

export function AssignDutyForm({ personId, onClose, onDone }: PersonFormProps) {
  const { act, field } = useText(peopleText);
  const duties = useText(dutyText);
  const [duty, setDuty] = useState<Duty | null>(null);
  const decision = useDecision();
  const assign = useAct(assignDuty, onDone);
  const send = () =>
    duty && assign.mutate({ params: { personId }, body: { duty, ...decision.value } });
  return (
    <FormDialog {...formOf(assign, act.assign)} onSend={send} onClose={onClose}>
      <Select
        label={field.duty}
        data={DUTIES.map((value) => ({ value, label: duties[value] }))}
        value={duty}
        onChange={(value) => setDuty(DUTIES.find((each) => each === value) ?? null)}
        data-autofocus
        required
      />
      <DecisionFields {...decision} error={assign.error} />
    </FormDialog>
  );
}

export function ClearPersonForm({ personId, onClose, onDone }: PersonFormProps) {
  const { act, field, clearHint } = useText(peopleText);
  const levels = useText(commonText).level;
  const [level, setLevel] = useState<Level>('mat');
  const decision = useDecision();
  const clear = useAct(clearPerson, onDone);
  const send = () => clear.mutate({ params: { personId }, body: { level, ...decision.value } });
  return (
    <FormDialog {...formOf(clear, act.clear)} hint={clearHint} onSend={send} onClose={onClose}>
      <Select
        label={field.level}
        data={LEVELS.map((value) => ({ value, label: levels[value] }))}
        value={level}
        onChange={(value) => setLevel(LEVELS.find((each) => each === value) ?? level)}
        allowDeselect={false}
        data-autofocus
        required
      />
      <DecisionFields {...decision} error={clear.error} />
    </FormDialog>
  );
}

export function CommitmentForm({ personId, onClose, onDone }: PersonFormProps) {
  const { act, field } = useText(peopleText);
  const [signedOn, setSignedOn] = useState<string | null>(todayInHanoi());
  const [untilOn, setUntilOn] = useState<string | null>(addYears(todayInHanoi(), 1));
  const commit = useAct(recordCommitment, onDone);
  const problems = problemsOf(commit.error);
  const send = () =>
    signedOn && untilOn && commit.mutate({ params: { personId }, body: { signedOn, untilOn } });
  return (
    <FormDialog {...formOf(commit, act.commit)} onSend={send} onClose={onClose}>
      <DateField
        label={field.signedOn}
        value={signedOn}
        onChange={setSignedOn}
        error={problems.signedOn}
        required
      />
      <DateField
        label={field.validUntil}
        value={untilOn}
        onChange={setUntilOn}
        error={problems.untilOn}
        required
      />
    </FormDialog>
  );
}

export function TrainingForm({ personId, onClose, onDone }: PersonFormProps) {
  const { act, field } = useText(peopleText);
  const [course, setCourse] = useState('');
  const [passedOn, setPassedOn] = useState<string | null>(todayInHanoi());
  const [untilOn, setUntilOn] = useState<string | null>(addYears(todayInHanoi(), 1));
  const train = useAct(recordTraining, onDone);
  const problems = problemsOf(train.error);
  const send = () =>
    passedOn &&
    untilOn &&
    train.mutate({ params: { personId }, body: { course, passedOn, untilOn } });
  return (
    <FormDialog {...formOf(train, act.train)} onSend={send} onClose={onClose}>
      <TextInput
        label={field.course}
        value={course}
        onChange={(event) => setCourse(event.currentTarget.value)}
        error={problems.course}
        data-autofocus
        required
      />
      <DateField
        label={field.passedOn}
        value={passedOn}
        onChange={setPassedOn}
        error={problems.passedOn}
        required
      />
      <DateField
        label={field.validUntil}
        value={untilOn}
        onChange={setUntilOn}
        error={problems.untilOn}
        required
      />
    </FormDialog>
  );
}

type Act = { readonly isPending: boolean; readonly error: unknown };
export const formOf = ({ isPending, error }: Act, title: string) => ({
  title,
  busy: isPending,
  error,
});

/** A written decision: its number, its first day and, where it has one, its last. */
export type Decision = {
  readonly decisionNo: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
};

function useDecision() {
  const [value, onChange] = useState<Decision>({
    decisionNo: '',
    fromOn: todayInHanoi(),
    untilOn: null,
  });
  return { value, onChange };
}

type DecisionProps = ReturnType<typeof useDecision> & { readonly error: unknown };

function DecisionFields({ value, onChange, error }: DecisionProps) {
  const { field } = useText(peopleText);
  const problems = problemsOf(error);
  return (
    <>
      <TextInput
        label={field.decisionNo}
        value={value.decisionNo}
        onChange={(event) => onChange({ ...value, decisionNo: event.currentTarget.value })}
        error={problems.decisionNo}
        required
      />
      <DateField
        label={field.fromOn}
        value={value.fromOn}
        onChange={(date) => onChange({ ...value, fromOn: date ?? '' })}
        error={problems.fromOn}
        required
      />
      <DateField
        label={field.untilOptional}
        value={value.untilOn}
        onChange={(untilOn) => onChange({ ...value, untilOn })}
        error={problems.untilOn}
      />
    </>
  );
}
