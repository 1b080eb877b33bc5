/** The words of one copy go into the vault, where it differs lawfully from the document. */
import { useState } from 'react';
import { keepVariant } from '../../../contract/watch/trace.ts';
import type { Refusal } from '../../../core/common/refusal.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { FileDrop } from '../../ui/field/file-drop.tsx';
import { GuardedButton } from '../../ui/state/guarded-button.tsx';
import { deskText } from './desk-text.ts';

type VariantActionProps = {
  readonly documentId: string;
  readonly copyId: string;
  /** As printed on it. */
  readonly copyNumber: string;
  readonly refusals: readonly Refusal[];
};

export function VariantAction({ documentId, copyId, copyNumber, refusals }: VariantActionProps) {
  const text = useText(deskText);
  const dialog = useDialog();
  const [file, setFile] = useState<File | null>(null);
  const act = useAct(keepVariant, () => {
    setFile(null);
    dialog.finish();
  });
  return (
    <>
      <GuardedButton variant="default" size="compact-sm" refusals={refusals} onAct={dialog.open}>
        {text.variant}
      </GuardedButton>
      <Confirm
        opened={dialog.opened}
        title={text.variantTitle(copyNumber)}
        confirmLabel={text.keep}
        onConfirm={() => file && act.mutate({ params: { documentId, copyId }, file })}
        onClose={dialog.close}
        busy={act.isPending}
        disabled={file === null}
        error={act.error}
      >
        <p>{text.variantDoes}</p>
        <FileDrop
          label={text.file}
          file={file}
          onFile={setFile}
          maxBytes={keepVariant.upload.maxBytes}
        />
      </Confirm>
    </>
  );
}
