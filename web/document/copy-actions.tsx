/** A copy goes to a person of the house, or out under seal. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DocumentLine } from '../../contract/document.ts';
import { handOverCopy, sendCopy } from '../../contract/transfer.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import { useAct } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { type Dialog, useDialog } from '../ui/dialog/use-dialog.ts';
import { PersonSelect } from '../ui/field/person-select.tsx';
import { GuardedButton } from '../ui/state/guarded-button.tsx';
import { type CopyLine, copyNumber } from './copies-section.tsx';
import { copiesText } from './copies-text.ts';
import { VariantAction } from './desk/variant-action.tsx';
import classes from './document.module.css';

type CopyActionsProps = {
  readonly line: DocumentLine;
  readonly copy: CopyLine;
  readonly refusals: readonly Refusal[];
};

export function CopyActions({ line, copy, refusals }: CopyActionsProps) {
  const text = useText(copiesText);
  const [handing, sending] = [useDialog(), useDialog()];
  const button = { variant: 'default', size: 'compact-sm', refusals } as const;
  const parts = { line, copy };
  return (
    <div className={classes.actions}>
      <GuardedButton {...button} onAct={handing.open}>
        {text.handOver}
      </GuardedButton>
      <GuardedButton {...button} onAct={sending.open}>
        {text.send}
      </GuardedButton>
      <VariantAction
        documentId={line.documentId}
        copyId={copy.copyId}
        copyNumber={text.name[copy.kind](copyNumber(copy))}
        refusals={refusals}
      />
      <HandOverDialog key={`hand ${handing.round}`} {...parts} dialog={handing} />
      <SendDialog key={`send ${sending.round}`} {...parts} dialog={sending} />
    </div>
  );
}

type CopyDialogProps = {
  readonly line: DocumentLine;
  readonly copy: CopyLine;
  readonly dialog: Dialog;
};

function HandOverDialog({ line, copy, dialog }: CopyDialogProps) {
  const text = useText(copiesText);
  const me = useViewer().personId;
  const [to, setTo] = useState<string | null>(null);
  const act = useAct(handOverCopy, dialog.finish);
  const params = { documentId: line.documentId, copyId: copy.copyId };
  return (
    <Confirm
      opened={dialog.opened}
      title={text.handOverTitle(text.name[copy.kind](copyNumber(copy)))}
      confirmLabel={text.handOver}
      onConfirm={() => to && act.mutate({ params, body: { to } })}
      onClose={dialog.close}
      busy={act.isPending}
      disabled={to === null}
      error={act.error}
    >
      <p>{text.handOverFollows}</p>
      <PersonSelect label={text.receiver} value={to} onChange={setTo} without={[me]} required />
      {act.error && <p>{text.aboutReceiver}</p>}
    </Confirm>
  );
}

function SendDialog({ line, copy, dialog }: CopyDialogProps) {
  const text = useText(copiesText);
  const [recipient, setRecipient] = useState('');
  const act = useAct(sendCopy, dialog.finish);
  const params = { documentId: line.documentId, copyId: copy.copyId };
  return (
    <Confirm
      opened={dialog.opened}
      title={text.sendTitle(text.name[copy.kind](copyNumber(copy)))}
      confirmLabel={text.send}
      onConfirm={() => act.mutate({ params, body: { recipient: recipient.trim() } })}
      onClose={dialog.close}
      busy={act.isPending}
      disabled={recipient.trim() === ''}
      error={act.error}
    >
      <p>{text.sendFollows}</p>
      <TextInput
        label={text.recipient}
        value={recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
        maxLength={300}
        required
        data-autofocus
      />
    </Confirm>
  );
}
