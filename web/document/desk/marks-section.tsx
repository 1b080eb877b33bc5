/** Whether the copies of a document bear marks of their own; turned on by who decided on it. */
import { Button } from '@mantine/core';
import type { DocumentView } from '../../../contract/access.ts';
import { turnMarksOff, turnMarksOn, viewMarks } from '../../../contract/copying/copy-marks.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber } from '../../text/moment.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { against } from '../../ui/document/may.ts';
import { Section } from '../../ui/page/section.tsx';
import { marksText } from './marks-text.ts';

export function MarksSection({ view }: { readonly view: DocumentView }) {
  const text = useText(marksText);
  const { documentId, state } = view.line;
  const marks = useRead(viewMarks, { params: { documentId } });
  const mayTurn =
    against(view, 'grant').length === 0 && (state === 'determined' || state === 'received');
  if (!marks.data || (!marks.data.on && !mayTurn)) return null;
  const { on, markedCopies } = marks.data;
  return (
    <Section title={text.title}>
      <p>{on ? text.on(printNumber(markedCopies)) : text.off}</p>
      {mayTurn && <Turn key={String(on)} documentId={documentId} on={on} />}
    </Section>
  );
}

function Turn({ documentId, on }: { readonly documentId: string; readonly on: boolean }) {
  const text = useText(marksText);
  const dialog = useDialog();
  const act = useAct(on ? turnMarksOff : turnMarksOn, dialog.finish);
  const label = on ? text.turnOff : text.turnOn;
  return (
    <>
      <Button variant="default" size="xs" onClick={dialog.open}>
        {label}
      </Button>
      <Confirm
        opened={dialog.opened}
        title={label}
        confirmLabel={label}
        onConfirm={() => act.mutate({ params: { documentId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{on ? text.turnOffDoes : text.turnOnDoes}</p>
      </Confirm>
    </>
  );
}
