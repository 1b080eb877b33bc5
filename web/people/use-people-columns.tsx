import type { PersonLine } from '../../contract/people.ts';
import { useText } from '../text/catalogue.ts';
import { dutyText } from '../text/duty-text.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { Badge } from '../ui/state/state-badge.tsx';
import type { Column } from '../ui/table/data-table.tsx';
import { PaperBadge } from './paper-badge.tsx';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';

/** The columns about papers appear only when somebody's papers may be seen at all. */
export function usePeopleColumns(people: readonly PersonLine[]): readonly Column<PersonLine>[] {
  const text = useText(peopleText);
  const duties = useText(dutyText);
  const seen = people.filter(({ standing }) => standing !== null).length > 1;
  const main: readonly Column<PersonLine>[] = [
    {
      key: 'name',
      header: text.column.name,
      width: '13rem',
      names: true,
      cell: ({ fullName, status }) => (
        <span className={classes.name}>
          {fullName}
          {status !== 'active' && <Badge tone="void">{text.status[status]}</Badge>}
        </span>
      ),
    },
    {
      key: 'position',
      header: text.column.position,
      width: '13rem',
      cell: ({ positionTitle }) => positionTitle,
    },
    {
      key: 'duties',
      header: text.column.duties,
      cell: (line) => line.duties.map((duty) => duties[duty]).join(' · ') || '–',
    },
  ];
  return seen ? [...main, ...paperColumns(text)] : main;
}

function paperColumns(text: ReturnType<typeof useText<(typeof peopleText)['vi']>>) {
  const { column } = text;
  const papers: readonly Column<PersonLine>[] = [
    {
      key: 'clearance',
      header: column.clearance,
      width: '8rem',
      cell: ({ standing }) =>
        standing?.clearance ? <LevelMark level={standing.clearance} /> : '–',
    },
    {
      key: 'commitment',
      header: column.commitment,
      width: '11rem',
      cell: ({ standing }) => standing && <PaperOrDash standing={standing} of="commitmentUntil" />,
    },
    {
      key: 'training',
      header: column.training,
      width: '11rem',
      cell: ({ standing }) => standing && <PaperOrDash standing={standing} of="trainingUntil" />,
    },
  ];
  return papers;
}

type PaperProps = {
  readonly standing: NonNullable<PersonLine['standing']>;
  readonly of: 'commitmentUntil' | 'trainingUntil';
};

/** Whoever may read nothing needs no papers for reading. */
function PaperOrDash({ standing, of }: PaperProps) {
  if (standing.clearance === null && standing[of] === null) return '–';
  return <PaperBadge until={standing[of]} />;
}
