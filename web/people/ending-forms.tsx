/** What ends: a duty, a clearance, a delegation, the person's service, an old password. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  changeStatus,
  endClearance,
  endDuty,
  resetPassword,
  revokeDelegation,
} from '../../contract/people.ts';
import { addDays } from '../../core/common/calendar-date.ts';
import { PERSON_STATUSES } from '../../core/person/person.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { DateField } from '../ui/field/date-field.tsx';
import { problemsOf } from '../ui/field/field-refusals.ts';
import { suggestPassword } from '../ui/field/password-suggestion.ts';
import { FormDialog } from './form-dialog.tsx';
import { formOf, type PersonFormProps } from './paper-forms.tsx';
import { peopleText } from './people-text.ts';

type EndDutyProps = PersonFormProps & { readonly assignmentId: string };

export function EndDutyForm({ personId, assignmentId, onClose, onDone }: EndDutyProps) {
  const { act } = useText(peopleText);
  const [untilOn, setUntilOn] = useState<string | null>(todayInHanoi());
  const end = useAct(endDuty, onDone);
  const send = () =>
    untilOn && end.mutate({ params: { personId, assignmentId }, body: { untilOn } });
  return (
    <FormDialog {...formOf(end, act.end)} onSend={send} onClose={onClose}>
      <LastDay untilOn={untilOn} onChange={setUntilOn} error={end.error} />
    </FormDialog>
  );
}

type EndClearanceProps = PersonFormProps & { readonly clearanceId: string };

export function EndClearanceForm({ personId, clearanceId, onClose, onDone }: EndClearanceProps) {
  const { act } = useText(peopleText);
  const [untilOn, setUntilOn] = useState<string | null>(todayInHanoi());
  const end = useAct(endClearance, onDone);
  const send = () =>
    untilOn && end.mutate({ params: { personId, clearanceId }, body: { untilOn } });
  return (
    <FormDialog {...formOf(end, act.end)} onSend={send} onClose={onClose}>
      <LastDay untilOn={untilOn} onChange={setUntilOn} error={end.error} />
    </FormDialog>
  );
}

type LastDayProps = {
  readonly untilOn: string | null;
  readonly onChange: (date: string | null) => void;
  readonly error: unknown;
};

function LastDay({ untilOn, onChange, error }: LastDayProps) {
  const { field, endHint } = useText(peopleText);
  return (
    <DateField
      label={field.lastDay}
      description={endHint}
      value={untilOn}
      onChange={onChange}
      min={addDays(todayInHanoi(), -1)}
      error={problemsOf(error).untilOn}
      required
    />
  );
}

type RevokeProps = PersonFormProps & { readonly delegationId: string };

export function RevokeDelegationForm({ personId, delegationId, onClose, onDone }: RevokeProps) {
  const text = useText(peopleText);
  const revoke = useAct(revokeDelegation, onDone);
  return (
    <Confirm
      opened
      title={text.revokeTitle}
      confirmLabel={text.act.revoke}
      onConfirm={() => revoke.mutate({ params: { personId, delegationId } })}
      onClose={onClose}
      busy={revoke.isPending}
      error={revoke.error}
    >
      <p>{text.revokeHint}</p>
    </Confirm>
  );
}

const LEAVING = PERSON_STATUSES.filter((status) => status !== 'active');

export function LeaveForm({ personId, onClose, onDone }: PersonFormProps) {
  const text = useText(peopleText);
  const [status, setStatus] = useState<(typeof LEAVING)[number] | null>(null);
  const leave = useAct(changeStatus, onDone);
  const send = () => status && leave.mutate({ params: { personId }, body: { status } });
  return (
    <FormDialog
      {...formOf(leave, text.act.leave)}
      hint={text.leaveHint}
      onSend={send}
      onClose={onClose}
    >
      <Select
        label={text.field.status}
        data={LEAVING.map((value) => ({ value, label: text.status[value] }))}
        value={status}
        onChange={(value) => setStatus(LEAVING.find((each) => each === value) ?? null)}
        data-autofocus
        required
      />
    </FormDialog>
  );
}

export function ResetPasswordForm({ personId, onClose, onDone }: PersonFormProps) {
  const text = useText(peopleText);
  const [password, setPassword] = useState(suggestPassword);
  const reset = useAct(resetPassword, onDone);
  return (
    <FormDialog
      {...formOf(reset, text.act.reset)}
      hint={text.resetHint}
      onSend={() => reset.mutate({ params: { personId }, body: { password } })}
      onClose={onClose}
    >
      <TextInput
        label={text.field.password}
        description={text.field.passwordHint}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={problemsOf(reset.error).password}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        required
      />
    </FormDialog>
  );
}
