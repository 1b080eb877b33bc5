/** One permitted copy as a PDF to print; it is given once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type PermitView, printCopy } from '../../../contract/copying/copying.ts';
import { apiBytes } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { asRefusals } from '../../ui/document/may.ts';
import { saveFile } from '../../ui/page/save-file.ts';
import { GuardedButton } from '../../ui/state/guarded-button.tsx';
import { copyingText } from './copying-text.ts';

type PrintProps = {
  readonly documentId: string;
  readonly permit: PermitView;
  readonly onGiven: (fileName: string) => void;
};

export function PrintAction({ documentId, permit, onGiven }: PrintProps) {
  const text = useText(copyingText);
  const client = useQueryClient();
  const dialog = useDialog();
  const { permitId, againstPrinting, made } = permit;
  const fileName = `ban-sao-${made.length + 1}.pdf`;
  const print = useMutation({
    mutationFn: () => apiBytes(printCopy, { params: { documentId, permitId } }),
    onSuccess: async (pdf) => {
      saveFile(pdf, fileName);
      await client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
      dialog.finish();
      onGiven(fileName);
    },
  });
  return (
    <>
      <GuardedButton size="compact-sm" refusals={asRefusals(againstPrinting)} onAct={dialog.open}>
        {text.print}
      </GuardedButton>
      <Confirm
        opened={dialog.opened}
        title={text.print}
        confirmLabel={text.print}
        onConfirm={() => print.mutate()}
        onClose={dialog.close}
        busy={print.isPending}
        error={print.error}
      >
        <p>{text.printDoes}</p>
        {print.isPending && <p role="status">{text.printing}</p>}
      </Confirm>
    </>
  );
}
