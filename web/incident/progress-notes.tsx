/** What was done about an incident, as noted by people, and the form to note more. */
import type { IncidentView } from '../../contract/incident.ts';
import { NOTE_KINDS, type NoteKind } from '../../core/incident/incident.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { Section } from '../ui/page/section.tsx';
import classes from './incident.module.css';
import { incidentText } from './incident-text.ts';
import { NoteForm } from './note-form.tsx';

export type ProgressNotesProps = {
  readonly incident: IncidentView;
  /** The kind chosen in the form: a reminder above may choose it. */
  readonly kind: NoteKind;
  readonly onKind: (kind: NoteKind) => void;
};

const WHEN_CLOSED: readonly NoteKind[] = ['reopened'];
const WHILE_OPEN = NOTE_KINDS.filter((kind) => !WHEN_CLOSED.includes(kind));

export function ProgressNotes({ incident, kind, onKind }: ProgressNotesProps) {
  const text = useText(incidentText);
  const isOpen = incident.state === 'open';
  const notes = incident.notes.toSorted((one, other) => one.at.localeCompare(other.at));
  return (
    <Section title={text.notes}>
      {notes.length === 0 && <p className={classes.soft}>{text.noNotes}</p>}
      <ol className={classes.notes}>
        {notes.map((note) => (
          <Note key={`${note.notedAt} ${note.kind} ${note.at}`} note={note} />
        ))}
      </ol>
      {!isOpen && <p className={classes.soft}>{text.closed}</p>}
      <NoteForm
        incidentId={incident.incidentId}
        kind={isOpen ? kind : 'reopened'}
        kinds={isOpen ? WHILE_OPEN : WHEN_CLOSED}
        onKind={onKind}
      />
    </Section>
  );
}

function Note({ note }: { readonly note: IncidentView['notes'][number] }) {
  const text = useText(incidentText);
  return (
    <li className={classes.note}>
      <p className={classes.line}>
        <strong>{text.kinds[note.kind]}</strong>,{' '}
        <time dateTime={note.at}>{showMoment(note.at)}</time>
      </p>
      {note.text && <p className={classes.words}>{note.text}</p>}
      <p className={classes.soft}>{text.notedBy(note.by.name, showMoment(note.notedAt))}</p>
    </li>
  );
}
