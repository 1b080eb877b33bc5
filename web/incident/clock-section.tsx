/** The statutory clock: what the law asks, by when, each with its article, and how it stands. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ClockView, IncidentView } from '../../contract/incident.ts';
import type { NoteKind } from '../../core/incident/incident.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { showMoment } from '../text/moment.ts';
import { CitationChip } from '../ui/law/citation-chip.tsx';
import { Section } from '../ui/page/section.tsx';
import { clockText, passedTime } from './clock-text.ts';
import classes from './incident.module.css';

export type ClockSectionProps = {
  readonly incident: IncidentView;
  readonly onNote: (kind: NoteKind) => void;
};

export function ClockSection({ incident, onNote }: ClockSectionProps) {
  const text = useText(clockText);
  return (
    <Section title={text.title}>
      <p className={classes.soft}>{text.lead}</p>
      <ul className={classes.duties}>
        {incident.clock.map((line) => (
          <ClockLine key={line.code} line={line} incident={incident} onNote={onNote} />
        ))}
      </ul>
    </Section>
  );
}

const ICONS = {
  done: { Icon: IconCircleCheck, tone: classes.done },
  'done-late': { Icon: IconCircleCheck, tone: classes.undone },
  due: { Icon: IconCircleDashed, tone: classes.undone },
  overdue: { Icon: IconAlertTriangle, tone: classes.overdue },
} as const;

function ClockLine({ line, incident, onNote }: ClockSectionProps & { readonly line: ClockView }) {
  const text = useText(clockText);
  const language = useLanguage();
  const { Icon, tone } = ICONS[line.state];
  const isOpen = incident.state === 'open';
  const name = line[language];
  return (
    <li className={classes.duty}>
      <Icon className={tone} size={22} aria-hidden />
      <div className={classes.dutyWords}>
        <p className={classes.line}>{name}</p>
        <p className={classes.chips}>
          <span className={classes.soft}>
            {line.limitHours === null ? text.atOnce : text.within(line.limitHours)}
            {!line.required && `, ${text.optional}`}
          </span>
          {line.citations.map((citation) => (
            <CitationChip key={citation.article} citation={citation} />
          ))}
        </p>
      </div>
      <p className={classes.dutyState}>
        <StateWords line={line} isOpen={isOpen} />
      </p>
      {!line.doneAt && isOpen && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onNote(line.code)}
          aria-label={`${text.note}: ${name}`}
        >
          {text.note}
        </Button>
      )}
    </li>
  );
}

function StateWords({ line, isOpen }: { readonly line: ClockView; readonly isOpen: boolean }) {
  const text = useText(clockText);
  const passed = passedTime(line.minutes, text);
  if (line.doneAt) return text.states[line.state](showMoment(line.doneAt), passed);
  return isOpen ? text.states[line.state](passed, passed) : text.neverNoted;
}
