/** One person: what everybody may know; the papers for the registrar and for oneself. */
import type { PersonView } from '../../contract/people.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import { POWERS, powerOfPost } from '../../core/authority/legal-post.ts';
import { type CalendarDate, dateInHanoi } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { LEVELS } from '../../core/level/level.ts';
import type { Regime } from '../../regimes/vn-2026/regime.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { PersonFile } from '../ports/readers.ts';
import type { DelegationRow } from '../ports/rows.ts';
import { personLine } from './person-line.ts';

type Delegation = NonNullable<PersonView['record']>['delegations'][number];
type NameOf = (personId: string) => string;

const newestFirst = <Row extends { readonly fromOn: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => b.fromOn.localeCompare(a.fromOn));

type Term = { readonly fromOn: CalendarDate; readonly untilOn: CalendarDate | null };
const isInForce = ({ fromOn, untilOn }: Term, today: CalendarDate): boolean =>
  fromOn <= today && (untilOn === null || today <= untilOn);

function delegationView(row: DelegationRow, nameOf: NameOf, today: CalendarDate): Delegation {
  const named = (personId: string) => ({ personId, name: nameOf(personId) });
  const { documentNo, scope, fromOn, untilOn, revokedOn } = row;
  return {
    delegationId: row.id,
    from: named(row.fromPersonId),
    to: named(row.toPersonId),
    // The CHECK lists of the table equal core's tuples.
    power: row.power as Delegation['power'],
    level: row.level as Delegation['level'],
    documentNo,
    scope,
    fromOn,
    untilOn,
    revokedOn,
    inForce: isInForce(row, today) && (revokedOn === null || today < revokedOn),
  };
}

type Assignment = NonNullable<PersonView['record']>['assignments'][number];
type Clearance = NonNullable<PersonView['record']>['clearances'][number];

function recordOf(file: PersonFile, nameOf: NameOf, today: CalendarDate): PersonView['record'] {
  const delegations = newestFirst([...file.delegationsMade, ...file.delegations]);
  return {
    assignments: newestFirst(file.assignments).map((row) => ({
      assignmentId: row.id,
      duty: row.duty as Assignment['duty'],
      decisionNo: row.decisionNo,
      fromOn: row.fromOn,
      untilOn: row.untilOn,
      inForce: isInForce(row, today),
    })),
    clearances: newestFirst(file.clearances).map((row) => ({
      clearanceId: row.id,
      level: row.level as Clearance['level'],
      decisionNo: row.decisionNo,
      fromOn: row.fromOn,
      untilOn: row.untilOn,
      inForce: isInForce(row, today),
    })),
    commitments: file.commitments.map(({ signedOn, untilOn }) => ({ signedOn, untilOn })),
    trainings: file.trainings.map(({ course, passedOn, untilOn }) => ({
      course,
      passedOn,
      untilOn,
    })),
    delegations: delegations.map((row) => delegationView(row, nameOf, today)),
  };
}

/** The post gives some power that may be passed to a deputy. */
function canDelegate(law: Regime, post: string | null): boolean {
  return POWERS.some((power) =>
    LEVELS.some((level) => powerOfPost(law, { post, power, level })?.delegable === true),
  );
}

export async function viewPerson(
  { acts, clock, law }: Pick<Parts, 'acts' | 'clock' | 'law'>,
  actor: Actor,
  personId: string,
): Promise<Outcome<PersonView>> {
  return acts.read(actor, async (readers) => {
    const now = clock.now();
    const today = dateInHanoi(now);
    const admitted = await admitGeneral({ readers, now }, actor, { action: 'see-people' });
    if (!admitted.ok) return admitted;
    const file = await readers.people.loadPerson(personId);
    if (!file) return refuse({ code: 'not-found' });
    const subject = admitted.value;
    const manages = mayPerform({ action: 'manage-people', subject, at: now }).ok;
    const isSelf = subject.personId === personId;
    const withStanding = manages || isSelf;
    const serves = file.person.status === 'active';
    const units = await readers.people.listUnits();
    const nameOf = await namesOf(readers);
    return permit({
      line: personLine(file, { units, today, withStanding }),
      record: withStanding ? recordOf(file, nameOf, today) : null,
      may: {
        manage: manages && serves,
        delegate: withStanding && serves && canDelegate(law, file.person.legalPost),
      },
    });
  });
}
