/** A number given by mistake is voided, with its reason. */
import { Button } from '@mantine/core';
import { type RegisterLine, voidNumber } from '../../contract/registry.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { ReasonDialog } from '../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../ui/dialog/use-dialog.ts';
import { registerText } from './register-text.ts';

export function VoidAction({ line }: { readonly line: RegisterLine }) {
  const text = useText(registerText);
  const dialog = useDialog();
  const { lineId } = line;
  const act = useAct(voidNumber, dialog.finish);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {text.void}
      </Button>
      <ReasonDialog
        key={dialog.round}
        opened={dialog.opened}
        title={text.voidTitle(line.cells.symbol ?? String(line.number))}
        confirmLabel={text.void}
        tone="alarm"
        onConfirm={(reason) => act.mutate({ params: { lineId }, body: { reason } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{text.voidFollows}</p>
      </ReasonDialog>
    </>
  );
}
