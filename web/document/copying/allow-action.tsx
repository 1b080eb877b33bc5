/** The competent person says who makes how many copies, and for whom. */
import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { allowCopying } from '../../../contract/copying/copying.ts';
import type { Refusal } from '../../../core/common/refusal.ts';
import { MOST_COPIES_PERMITTED } from '../../../core/copy/copying-permit.ts';
import { useAct } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { type Dialog, useDialog } from '../../ui/dialog/use-dialog.ts';
import { PersonSelect } from '../../ui/field/person-select.tsx';
import { GuardedButton } from '../../ui/state/guarded-button.tsx';
import classes from '../document.module.css';
import { copyingText } from './copying-text.ts';

type AllowProps = { readonly documentId: string; readonly refusals: readonly Refusal[] };

export function AllowAction({ documentId, refusals }: AllowProps) {
  const text = useText(copyingText);
  const dialog = useDialog();
  // To others the section shows what was allowed; the button would only say that it is not theirs.
  if (refusals.some(({ code }) => code !== 'copying-forbidden')) return null;
  return (
    <>
      <GuardedButton variant="default" size="xs" refusals={refusals} onAct={dialog.open}>
        {text.allow}
      </GuardedButton>
      <AllowDialog key={dialog.round} documentId={documentId} dialog={dialog} />
    </>
  );
}

type AllowDialogProps = { readonly documentId: string; readonly dialog: Dialog };

function AllowDialog({ documentId, dialog }: AllowDialogProps) {
  const text = useText(copyingText);
  const me = useViewer().personId;
  const [executorId, setExecutorId] = useState<string | null>(null);
  const [copies, setCopies] = useState(1);
  const [recipient, setRecipient] = useState('');
  const act = useAct(allowCopying, dialog.finish);
  const allow = () => {
    if (executorId === null) return;
    act.mutate({
      params: { documentId },
      body: { executorId, copies, recipient: recipient.trim() },
    });
  };
  return (
    <Confirm
      opened={dialog.opened}
      title={text.allow}
      confirmLabel={text.allow}
      onConfirm={allow}
      onClose={dialog.close}
      busy={act.isPending}
      disabled={executorId === null || recipient.trim() === ''}
      error={act.error}
    >
      <p>{text.allowDoes}</p>
      <div className={classes.fields}>
        <PersonSelect
          label={text.executor}
          description={text.executorMust}
          value={executorId}
          onChange={setExecutorId}
          without={[me]}
          required
        />
        <NumberInput
          label={text.copies}
          value={copies}
          onChange={(value) => setCopies(Math.max(1, Math.trunc(Number(value)) || 1))}
          min={1}
          max={MOST_COPIES_PERMITTED}
          clampBehavior="strict"
          required
        />
        <TextInput
          label={text.recipient}
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
          maxLength={300}
          required
        />
      </div>
      {act.error && <p>{text.aboutExecutor}</p>}
    </Confirm>
  );
}
