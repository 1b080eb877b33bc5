/** Need-to-know for one person, with a last day and its reason. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { type DocumentView, grantAccess } from '../../contract/access.ts';
import { LONGEST_GRANT_DAYS } from '../../core/access/may-grant.ts';
import { addDays, type CalendarDate } from '../../core/common/calendar-date.ts';
import { useAct } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { type Dialog, useDialog } from '../ui/dialog/use-dialog.ts';
import { against } from '../ui/document/may.ts';
import { DateField } from '../ui/field/date-field.tsx';
import { PersonSelect } from '../ui/field/person-select.tsx';
import { GuardedButton } from '../ui/state/guarded-button.tsx';
import classes from './document.module.css';
import { grantText } from './grant-text.ts';

export function GrantAction({ view }: { readonly view: DocumentView }) {
  const text = useText(grantText);
  const dialog = useDialog();
  return (
    <>
      <GuardedButton
        variant="default"
        size="xs"
        refusals={against(view, 'grant')}
        onAct={dialog.open}
      >
        {text.grant}
      </GuardedButton>
      <GrantDialog key={dialog.round} documentId={view.line.documentId} dialog={dialog} />
    </>
  );
}

type GrantDialogProps = { readonly documentId: string; readonly dialog: Dialog };

function GrantDialog({ documentId, dialog }: GrantDialogProps) {
  const text = useText(grantText);
  const me = useViewer().personId;
  const today = todayInHanoi();
  const [personId, setPersonId] = useState<string | null>(null);
  const [untilOn, setUntilOn] = useState<CalendarDate | null>(addDays(today, 30));
  const [reason, setReason] = useState('');
  const act = useAct(grantAccess, dialog.finish);
  const complete = personId !== null && untilOn !== null && reason.trim() !== '';
  const send = () =>
    personId &&
    untilOn &&
    act.mutate({ params: { documentId }, body: { personId, untilOn, reason } });
  return (
    <Confirm
      opened={dialog.opened}
      title={text.title}
      confirmLabel={text.grant}
      onConfirm={send}
      onClose={dialog.close}
      busy={act.isPending}
      disabled={!complete}
      error={act.error}
    >
      <div className={classes.fields}>
        <p>{text.follows}</p>
        <PersonSelect
          label={text.person}
          value={personId}
          onChange={setPersonId}
          without={[me]}
          required
        />
        <DateField
          label={text.until}
          value={untilOn}
          onChange={setUntilOn}
          min={today}
          max={addDays(today, LONGEST_GRANT_DAYS - 1)}
          required
        />
        <Textarea
          label={text.reason}
          description={text.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          required
        />
        {act.error && <p>{text.aboutPerson}</p>}
      </div>
    </Confirm>
  );
}
