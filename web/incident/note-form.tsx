/** Notes who was told or what was done, and when it happened. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { noteProgress } from '../../contract/incident.ts';
import type { CalendarDate } from '../../core/common/calendar-date.ts';
import {
  INCIDENT_KINDS,
  type IncidentKind,
  NOTE_KINDS,
  type NoteKind,
} from '../../core/incident/incident.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { DateField } from '../ui/field/date-field.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import { happenedAt } from './happened-at.ts';
import classes from './incident.module.css';
import { incidentText } from './incident-text.ts';
import { incidentsText } from './incidents-text.ts';

const LONGEST_NOTE = 4_000;
const NEEDS_WORDS: readonly NoteKind[] = ['measure', 'qualified', 'result', 'reopened'];

export type NoteFormProps = {
  readonly incidentId: string;
  readonly kind: NoteKind;
  /** The kinds that can be noted in the state of the incident. */
  readonly kinds: readonly NoteKind[];
  readonly onKind: (kind: NoteKind) => void;
};

type Typed = {
  readonly day: CalendarDate | null;
  readonly time: string;
  readonly words: string;
  readonly found: IncidentKind;
};
const NOTHING: Typed = { day: null, time: '', words: '', found: 'exposure' };

export function NoteForm({ incidentId, kind, kinds, onKind }: NoteFormProps) {
  const text = useText(incidentText);
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const act = useAct(noteProgress, () => setTyped(NOTHING));
  const at = happenedAt(typed);
  const isReady = at !== null && (typed.words.trim() !== '' || !NEEDS_WORDS.includes(kind));
  const save = () => {
    const moment = at === 'now' || at === null ? {} : { at };
    const found = kind === 'qualified' ? { found: typed.found } : {};
    act.mutate({ params: { incidentId }, body: { kind, text: typed.words, ...moment, ...found } });
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
    >
      <NoteFields {...{ kind, kinds, onKind, typed, setTyped }} key={act.submittedAt} />
      {kind === 'result' && <p className={classes.line}>{text.closes}</p>}
      {act.error && <ErrorState error={act.error} />}
      {act.isSuccess && <Notice>{text.saved}</Notice>}
      <Button
        type="submit"
        disabled={!isReady}
        loading={act.isPending}
        color={kind === 'result' ? 'alarm' : 'ink'}
      >
        {text.save}
      </Button>
    </form>
  );
}

type NoteFieldsProps = Omit<NoteFormProps, 'incidentId'> & {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
};

function NoteFields({ kind, kinds, onKind, typed, setTyped }: NoteFieldsProps) {
  const text = useText(incidentText);
  const { kinds: foundKinds } = useText(incidentsText);
  return (
    <>
      <div className={classes.fields}>
        <NativeSelect
          label={text.kind}
          value={kind}
          data={kinds.map((value) => ({ value, label: text.kinds[value] }))}
          onChange={({ currentTarget }) =>
            onKind(NOTE_KINDS.find((each) => each === currentTarget.value) ?? kind)
          }
        />
        <DateField
          label={text.when}
          description={text.whenHint}
          value={typed.day}
          max={todayInHanoi()}
          onChange={(day) => setTyped({ ...typed, day })}
        />
        <TextInput
          label={text.time}
          description={text.whenHint}
          placeholder="08:30"
          autoComplete="off"
          value={typed.time}
          onChange={(event) => setTyped({ ...typed, time: event.currentTarget.value })}
        />
      </div>
      {kind === 'qualified' && (
        <NativeSelect
          label={text.found}
          value={typed.found}
          data={INCIDENT_KINDS.map((value) => ({ value, label: foundKinds[value] }))}
          onChange={({ currentTarget }) => {
            const found = INCIDENT_KINDS.find((each) => each === currentTarget.value);
            if (found) setTyped({ ...typed, found });
          }}
        />
      )}
      <Textarea
        id="note-words"
        label={text.words}
        description={text.wordsHint}
        required={NEEDS_WORDS.includes(kind)}
        autosize
        minRows={3}
        maxLength={LONGEST_NOTE}
        value={typed.words}
        onChange={(event) => setTyped({ ...typed, words: event.currentTarget.value })}
      />
    </>
  );
}
