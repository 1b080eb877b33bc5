/** Marks a document as bait, and tells who knows. Others are shown nothing here. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { DocumentView } from '../../../contract/access.ts';
import { listBaits, markBait, tellBait } from '../../../contract/watch/bait.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { type Dialog, useDialog } from '../../ui/dialog/use-dialog.ts';
import { against } from '../../ui/document/may.ts';
import { PersonSelect } from '../../ui/field/person-select.tsx';
import { Section } from '../../ui/page/section.tsx';
import { deskText } from './desk-text.ts';

export function BaitSection({ view }: { readonly view: DocumentView }) {
  const text = useText(deskText);
  const [marking, telling] = [useDialog(), useDialog()];
  const known = useRead(listBaits, {});
  const { documentId } = view.line;
  const bait = known.data?.baits.find(({ document }) => document.documentId === documentId);
  const mayMark = against(view, 'grant').length === 0;
  if (!known.data || (!bait && !mayMark)) return null;
  return (
    <Section title={text.bait}>
      {bait && <p>{text.isBait}</p>}
      <Group>
        {!bait && (
          <Button variant="default" size="xs" onClick={marking.open}>
            {text.mark}
          </Button>
        )}
        {bait?.mayTell && (
          <Button variant="default" size="xs" onClick={telling.open}>
            {text.tell}
          </Button>
        )}
      </Group>
      <MarkDialog key={`mark ${marking.round}`} documentId={documentId} dialog={marking} />
      <TellDialog key={`tell ${telling.round}`} documentId={documentId} dialog={telling} />
    </Section>
  );
}

type DialogProps = { readonly documentId: string; readonly dialog: Dialog };

function MarkDialog({ documentId, dialog }: DialogProps) {
  const text = useText(deskText);
  const act = useAct(markBait, dialog.finish);
  return (
    <Confirm
      opened={dialog.opened}
      title={text.mark}
      confirmLabel={text.mark}
      onConfirm={() => act.mutate({ params: { documentId } })}
      onClose={dialog.close}
      busy={act.isPending}
      error={act.error}
    >
      <p>{text.markDoes}</p>
    </Confirm>
  );
}

function TellDialog({ documentId, dialog }: DialogProps) {
  const text = useText(deskText);
  const me = useViewer().personId;
  const [personId, setPersonId] = useState<string | null>(null);
  const act = useAct(tellBait, dialog.finish);
  return (
    <Confirm
      opened={dialog.opened}
      title={text.tell}
      confirmLabel={text.tell}
      onConfirm={() => personId && act.mutate({ params: { documentId }, body: { personId } })}
      onClose={dialog.close}
      busy={act.isPending}
      disabled={personId === null}
      error={act.error}
    >
      <p>{text.tellDoes}</p>
      <PersonSelect
        label={text.person}
        value={personId}
        onChange={setPersonId}
        without={[me]}
        required
      />
    </Confirm>
  );
}
