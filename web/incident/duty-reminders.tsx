/** What the law asks at once, each with its article and, once noted, when it was done. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { IncidentView, NoteKind } from '../../contract/incident.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { CitationChip } from '../ui/law/citation-chip.tsx';
import { Section } from '../ui/page/section.tsx';
import classes from './incident.module.css';
import { incidentText } from './incident-text.ts';
import { firstDone, STATUTORY_DUTIES } from './statutory-duties.ts';

export type DutyRemindersProps = {
  readonly incident: IncidentView;
  readonly onNote: (kind: NoteKind) => void;
};

export function DutyReminders({ incident, onNote }: DutyRemindersProps) {
  const text = useText(incidentText);
  return (
    <Section title={text.duties}>
      <p className={classes.soft}>{text.dutiesLead}</p>
      <ul className={classes.duties}>
        {STATUTORY_DUTIES.map((duty) => (
          <Duty key={duty.kind} duty={duty} incident={incident} onNote={onNote} />
        ))}
      </ul>
    </Section>
  );
}

type DutyProps = DutyRemindersProps & { readonly duty: (typeof STATUTORY_DUTIES)[number] };

function Duty({ duty: { kind, citations }, incident, onNote }: DutyProps) {
  const text = useText(incidentText);
  const done = firstDone(incident.notes, kind);
  const isOpen = incident.state === 'open';
  const Icon = done ? IconCircleCheck : IconCircleDashed;
  return (
    <li className={classes.duty}>
      <Icon className={done ? classes.done : classes.undone} size={22} aria-hidden />
      <div className={classes.dutyWords}>
        <p className={classes.line}>{text.duty[kind]}</p>
        <p className={classes.chips}>
          {citations.map((citation) => (
            <CitationChip key={citation.article} citation={citation} />
          ))}
        </p>
      </div>
      <p className={classes.dutyState}>
        {done && text.doneAt(showMoment(done))}
        {!done && (isOpen ? text.notYet : text.notYetClosed)}
      </p>
      {!done && isOpen && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onNote(kind)}
          aria-label={`${text.note}: ${text.duty[kind]}`}
        >
          {text.note}
        </Button>
      )}
    </li>
  );
}
