/** The invented people of the demonstration, by what they do: one press signs in. */
import type { Duty } from '../../core/person/duty.ts';
import type { FrontDoor } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { dutyText } from '../text/duty-text.ts';
import { Warning } from '../ui/state/warning.tsx';
import classes from './login.module.css';
import { loginText } from './login-text.ts';

type DemoPerson = FrontDoor['demoPeople'][number];
type GroupName = keyof (typeof loginText)['vi']['group'];

/** A person stands in the first group of which a duty is held; without any, among the readers. */
const GROUP_DUTIES: readonly (readonly [GroupName, readonly Duty[]])[] = [
  ['house', ['administrator', 'registrar', 'inspector']],
  ['registry', ['registry-clerk', 'keeper']],
  ['watch', ['watch-officer', 'press-officer']],
  ['draft', ['drafter']],
];
const SHOWN: readonly GroupName[] = ['lead', 'draft', 'registry', 'watch', 'house'];

export const groupOf = ({ duties }: DemoPerson): GroupName =>
  GROUP_DUTIES.find(([, members]) => members.some((duty) => duties.includes(duty)))?.[0] ?? 'lead';

export type DemoPeopleProps = {
  readonly people: readonly DemoPerson[];
  readonly onChoose: (login: string) => void;
  readonly busy: boolean;
};

export function DemoPeople({ people, onChoose, busy }: DemoPeopleProps) {
  const text = useText(loginText);
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people" className="np-unseen">
        {text.demoBanner}
      </h2>
      <Warning title={text.demoBanner}>
        <p>{text.demoLead}</p>
      </Warning>
      {SHOWN.map((group) => {
        const members = people.filter((person) => groupOf(person) === group);
        if (members.length === 0) return null;
        return (
          <div key={group}>
            <h3 className={classes.group}>{text.group[group]}</h3>
            <ul className={classes.people}>
              {members.map((person) => (
                <li key={person.login}>
                  <PersonButton {...{ person, onChoose, busy }} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

type PersonButtonProps = Omit<DemoPeopleProps, 'people'> & { readonly person: DemoPerson };

function PersonButton({ person, onChoose, busy }: PersonButtonProps) {
  const text = useText(loginText);
  const duties = useText(dutyText);
  return (
    <button
      type="button"
      className={classes.person}
      disabled={busy}
      onClick={() => onChoose(person.login)}
    >
      <strong>
        <span className="np-unseen">{text.as} </span>
        {person.fullName}
      </strong>
      <span>{person.positionTitle}</span>
      {person.duties.length > 0 && (
        <span className={classes.duties}>
          {person.duties.map((duty) => duties[duty]).join(' · ')}
        </span>
      )}
    </button>
  );
}
