/** The first officer gives the suspect picture. */
import { Button, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { requestMarkReading } from '../../../contract/copying/copy-marks.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { type Dialog, useDialog } from '../../ui/dialog/use-dialog.ts';
import { FileDrop } from '../../ui/field/file-drop.tsx';
import { markText } from './mark-text.ts';

export function AskReading({ incidentId }: { readonly incidentId: string }) {
  const text = useText(markText);
  const dialog = useDialog();
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {text.ask}
      </Button>
      <AskDialog key={dialog.round} incidentId={incidentId} dialog={dialog} />
    </>
  );
}

type AskDialogProps = { readonly incidentId: string; readonly dialog: Dialog };

function AskDialog({ incidentId, dialog }: AskDialogProps) {
  const text = useText(markText);
  const [file, setFile] = useState<File | null>(null);
  const [page, setPage] = useState(1);
  const [reason, setReason] = useState('');
  const act = useAct(requestMarkReading, dialog.finish);
  const send = () => {
    if (file) act.mutate({ params: { incidentId }, query: { page, reason }, file });
  };
  return (
    <Confirm
      opened={dialog.opened}
      title={text.ask}
      confirmLabel={text.ask}
      onConfirm={send}
      onClose={dialog.close}
      busy={act.isPending}
      disabled={file === null || reason.trim() === ''}
      error={act.error}
    >
      <p>{text.askDoes}</p>
      <FileDrop
        label={text.file}
        file={file}
        onFile={setFile}
        accept="image/png,image/jpeg,image/webp,image/tiff,application/pdf"
        maxBytes={requestMarkReading.upload.maxBytes}
      />
      <NumberInput
        label={text.page}
        value={page}
        onChange={(value) => setPage(Math.max(1, Math.trunc(Number(value)) || 1))}
        min={1}
        max={5_000}
        required
        mt="sm"
      />
      <Textarea
        label={text.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={1_000}
        mt="sm"
      />
    </Confirm>
  );
}
