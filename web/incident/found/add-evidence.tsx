/** What somebody found is given to the incident: files, where, when and by whom. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addEvidence } from '../../../contract/evidence.ts';
import type { CalendarDate } from '../../../core/common/calendar-date.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { todayInHanoi } from '../../text/moment.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { type Dialog, useDialog } from '../../ui/dialog/use-dialog.ts';
import { DateField } from '../../ui/field/date-field.tsx';
import { FileDrop } from '../../ui/field/file-drop.tsx';
import { PersonSelect } from '../../ui/field/person-select.tsx';
import { Section } from '../../ui/page/section.tsx';
import { happenedAt } from '../happened-at.ts';
import classes from '../incident.module.css';
import { AddedFiles } from './added-files.tsx';
import { foundText } from './found-text.ts';
import { useAdding } from './use-adding.ts';

type AddProps = { readonly incidentId: string };

export function AddEvidence({ incidentId }: AddProps) {
  const text = useText(foundText);
  const dialog = useDialog();
  return (
    <Section title={text.title}>
      <p className={classes.lead}>{text.lead}</p>
      <Button variant="default" onClick={dialog.open}>
        {text.add}
      </Button>
      <AddDialog key={dialog.round} incidentId={incidentId} dialog={dialog} />
    </Section>
  );
}

type Typed = {
  readonly what: string;
  readonly source: string;
  readonly url: string;
  readonly day: CalendarDate | null;
  readonly time: string;
  readonly foundBy: string | null;
};

function AddDialog({ incidentId, dialog }: AddProps & { readonly dialog: Dialog }) {
  const text = useText(foundText);
  const me = useViewer().personId;
  const nothing = { what: '', source: '', url: '', day: null, time: '', foundBy: me };
  const [typed, setTyped] = useState<Typed>(nothing);
  const adding = useAdding(incidentId);
  const at = happenedAt(typed);
  const { source, what, url, foundBy } = typed;
  const left = adding.files.filter((file) => file.at.state !== 'added');
  const isDone = adding.files.length > 0 && left.length === 0;
  const send = () => {
    if (at === null || foundBy === null) return;
    const moment = at === 'now' ? {} : { foundAt: at };
    const address = url.trim() === '' ? {} : { url: url.trim() };
    void adding.send({ source, what, foundBy, ...address, ...moment });
  };
  const isReady = left.length > 0 && source.trim() !== '' && at !== null && foundBy !== null;
  return (
    <Confirm
      opened={dialog.opened}
      title={text.add}
      confirmLabel={isDone ? text.close : text.add}
      onConfirm={isDone ? dialog.finish : send}
      onClose={isDone ? dialog.finish : dialog.close}
      busy={adding.busy}
      disabled={!isDone && !isReady}
    >
      <p>{text.does}</p>
      <FileDrop
        label={text.files}
        file={null}
        onFile={() => {}}
        onSeveral={adding.choose}
        maxBytes={addEvidence.upload.maxBytes}
      />
      <AddedFiles adding={adding} />
      <FindFields typed={typed} setTyped={setTyped} />
    </Confirm>
  );
}

type FieldsProps = { readonly typed: Typed; readonly setTyped: (typed: Typed) => void };

function FindFields({ typed, setTyped }: FieldsProps) {
  const text = useText(foundText);
  return (
    <div className={classes.findFields}>
      <TextInput
        label={text.source}
        description={text.sourceHint}
        required
        maxLength={200}
        value={typed.source}
        onChange={(event) => setTyped({ ...typed, source: event.currentTarget.value })}
      />
      <TextInput
        label={text.url}
        maxLength={2_000}
        autoComplete="off"
        value={typed.url}
        onChange={(event) => setTyped({ ...typed, url: event.currentTarget.value })}
      />
      <DateField
        label={text.day}
        description={text.dayHint}
        value={typed.day}
        max={todayInHanoi()}
        onChange={(day) => setTyped({ ...typed, day })}
      />
      <TextInput
        label={text.time}
        placeholder="08:30"
        autoComplete="off"
        value={typed.time}
        onChange={(event) => setTyped({ ...typed, time: event.currentTarget.value })}
      />
      <PersonSelect
        label={text.foundBy}
        description={text.foundByHint}
        required
        value={typed.foundBy}
        onChange={(foundBy) => setTyped({ ...typed, foundBy })}
      />
      <Textarea
        label={text.what}
        description={text.whatHint}
        autosize
        minRows={2}
        maxLength={500}
        value={typed.what}
        onChange={(event) => setTyped({ ...typed, what: event.currentTarget.value })}
      />
    </div>
  );
}
