/** The papers of a person, newest first, each with how it stands today. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PersonView } from '../../contract/people.ts';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { dutyText } from '../text/duty-text.ts';
import { showDate } from '../text/moment.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { Section } from '../ui/page/section.tsx';
import { Badge } from '../ui/state/state-badge.tsx';
import { PaperBadge } from './paper-badge.tsx';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import type { OpenForm } from './person-form.tsx';

type Record = NonNullable<PersonView['record']>;

export type PersonRecordProps = {
  readonly view: PersonView;
  readonly record: Record;
  readonly onOpen: (form: OpenForm) => void;
};

export function PersonRecord(props: PersonRecordProps) {
  return (
    <>
      <Duties {...props} />
      <Clearances {...props} />
      <Papers {...props} />
      <Delegations {...props} />
    </>
  );
}

type ListProps = {
  readonly title: string;
  /** The button that adds to the list, for whoever may. */
  readonly add?: { readonly label: string; readonly onAdd: () => void } | false;
  readonly children: readonly ReactNode[];
};

function RecordList({ title, add, children }: ListProps) {
  const text = useText(peopleText);
  const action = add && (
    <Button variant="default" size="xs" onClick={add.onAdd}>
      {add.label}
    </Button>
  );
  return (
    <Section title={title} actions={action || undefined}>
      {children.length === 0 ? (
        <p className={classes.none}>{text.paper.none}</p>
      ) : (
        <ul className={classes.records}>{children}</ul>
      )}
    </Section>
  );
}

type LineProps = {
  readonly inForce: boolean;
  readonly end?: (() => void) | false;
  readonly endLabel?: string;
  readonly children: ReactNode;
};

function RecordLine({ inForce, end, endLabel, children }: LineProps) {
  const text = useText(peopleText);
  return (
    <li className={classes.record}>
      <span className={`${classes.recordWords} ${inForce ? '' : classes.over}`}>{children}</span>
      <Badge tone={inForce ? 'done' : 'quiet'}>{inForce ? text.inForce : text.ended}</Badge>
      {inForce && end && (
        <Button variant="default" size="compact-xs" onClick={end}>
          {endLabel ?? text.act.end}
        </Button>
      )}
    </li>
  );
}

type TermProps = { readonly fromOn: string; readonly untilOn: string | null };

function Term({ fromOn, untilOn }: TermProps) {
  const text = useText(peopleText);
  const until = untilOn === null ? text.noLimit : showDate(untilOn);
  return <span className={classes.soft}>{text.span(showDate(fromOn), until)}</span>;
}

function Duties({ view, record, onOpen }: PersonRecordProps) {
  const text = useText(peopleText);
  const duties = useText(dutyText);
  const { manage } = view.may;
  const add = { label: text.act.assign, onAdd: () => onOpen({ name: 'assign' }) };
  return (
    <RecordList title={text.section.duties} add={manage && add}>
      {record.assignments.map(({ assignmentId, duty, decisionNo, inForce, ...term }) => (
        <RecordLine
          key={assignmentId}
          inForce={inForce}
          end={manage && (() => onOpen({ name: 'end-duty', assignmentId }))}
        >
          <strong>{duties[duty]}</strong>
          <span>{text.decision(decisionNo)}</span>
          <Term {...term} />
        </RecordLine>
      ))}
    </RecordList>
  );
}

function Clearances({ view, record, onOpen }: PersonRecordProps) {
  const text = useText(peopleText);
  const { manage } = view.may;
  const add = { label: text.act.clear, onAdd: () => onOpen({ name: 'clear' }) };
  return (
    <RecordList title={text.section.clearances} add={manage && add}>
      {record.clearances.map(({ clearanceId, level, decisionNo, inForce, ...term }) => (
        <RecordLine
          key={clearanceId}
          inForce={inForce}
          end={manage && (() => onOpen({ name: 'end-clearance', clearanceId }))}
        >
          <LevelMark level={level} />
          <span>{text.decision(decisionNo)}</span>
          <Term {...term} />
        </RecordLine>
      ))}
    </RecordList>
  );
}

function Papers({ view, record, onOpen }: PersonRecordProps) {
  const text = useText(peopleText);
  const { manage } = view.may;
  const commit = { label: text.act.commit, onAdd: () => onOpen({ name: 'commit' }) };
  const train = { label: text.act.train, onAdd: () => onOpen({ name: 'train' }) };
  return (
    <>
      <RecordList title={text.section.commitments} add={manage && commit}>
        {record.commitments.map(({ signedOn, untilOn }) => (
          <li key={`${signedOn} ${untilOn}`} className={classes.record}>
            <Term fromOn={signedOn} untilOn={untilOn} />
            <PaperBadge until={untilOn} />
          </li>
        ))}
      </RecordList>
      <RecordList title={text.section.trainings} add={manage && train}>
        {record.trainings.map(({ course, passedOn, untilOn }) => (
          <li key={`${course} ${passedOn}`} className={classes.record}>
            <span className={classes.recordWords}>
              <strong>{course}</strong>
              <Term fromOn={passedOn} untilOn={untilOn} />
            </span>
            <PaperBadge until={untilOn} />
          </li>
        ))}
      </RecordList>
    </>
  );
}

function Delegations({ view, record, onOpen }: PersonRecordProps) {
  const text = useText(peopleText);
  const { level: levels } = useText(commonText);
  const { may, line } = view;
  if (record.delegations.length === 0 && !may.delegate) return null;
  const add = { label: text.act.delegate, onAdd: () => onOpen({ name: 'delegate' }) };
  return (
    <RecordList title={text.section.delegations} add={may.delegate && add}>
      {record.delegations.map((each) => (
        <RecordLine
          key={each.delegationId}
          inForce={each.inForce}
          end={
            each.from.personId === line.personId &&
            may.delegate &&
            (() => onOpen({ name: 'revoke', delegationId: each.delegationId }))
          }
          endLabel={text.act.revoke}
        >
          <strong>{text.delegation(each.from.name, each.to.name)}</strong>
          <span>
            {text.power[each.power]}, {text.upTo(levels[each.level])}
          </span>
          <span>{each.documentNo}</span>
          <Term fromOn={each.fromOn} untilOn={each.untilOn} />
          {each.revokedOn && (
            <span className={classes.soft}>{text.revoked(showDate(each.revokedOn))}</span>
          )}
          <span className={classes.soft}>{each.scope}</span>
        </RecordLine>
      ))}
    </RecordList>
  );
}
