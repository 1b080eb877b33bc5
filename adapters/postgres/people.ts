/** People and what they hold, from PostgreSQL. */
import type { QueryResultRow } from 'pg';
import type { Subject } from '../../core/access/access-facts.ts';
import type { Delegation } from '../../core/authority/may-decide.ts';
import { type CalendarDate, dateInHanoi } from '../../core/common/calendar-date.ts';
import { corruption } from '../../core/common/fault.ts';
import type { PersonId } from '../../core/common/id.ts';
import { isCleared } from '../../core/level/clearance.ts';
import { compareLevels, parseLevel } from '../../core/level/level.ts';
import { DUTIES } from '../../core/person/duty.ts';
import { parsePersonStatus } from '../../core/person/person.ts';
import type { NameReader, PeopleReader, PersonFile } from '../../server/ports/readers.ts';
import type { AgencyRow, ClearanceRow, CredentialRow, UnitRow } from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

const listOf = (table: string, on = 'person_id') =>
  `coalesce((SELECT jsonb_agg(to_jsonb(x) - 'entry_index' - 'row_salt' ORDER BY x.id)
             FROM ${table} x WHERE x.${on} = p.id), '[]')`;

const SELECT_PEOPLE = `
  SELECT p.*, ${listOf('assignment')} AS assignments, ${listOf('clearance')} AS clearances,
    ${listOf('commitment')} AS commitments, ${listOf('training')} AS trainings,
    coalesce((SELECT jsonb_agg(to_jsonb(d) - 'entry_index' - 'row_salt'
        || jsonb_build_object('from_post', f.legal_post) ORDER BY d.id)
      FROM delegation d JOIN person f ON f.id = d.from_person_id
      WHERE d.to_person_id = p.id), '[]') AS delegations,
    ${listOf('delegation', 'from_person_id')} AS delegations_made
  FROM person p`;

type Listed = readonly Readonly<Record<string, unknown>>[];

function personFile(stored: QueryResultRow): PersonFile {
  const { assignments, clearances, commitments, trainings, ...rest } = stored;
  const { delegations, delegations_made, ...person } = rest;
  const rows = <Row>(list: unknown): readonly Row[] =>
    (list as Listed).map((item) => fromColumns<Row>(item));
  return {
    person: fromColumns(person),
    assignments: rows(assignments),
    clearances: rows(clearances),
    commitments: rows(commitments),
    trainings: rows(trainings),
    delegations: rows(delegations),
    delegationsMade: rows(delegations_made),
  };
}

const latest = (days: readonly CalendarDate[]): CalendarDate | null =>
  days.reduce<CalendarDate | null>((last, day) => (last === null || day > last ? day : last), null);

/** The highest in force on the day, the longest of equals; no other counts. */
function clearanceOn(rows: readonly ClearanceRow[], on: CalendarDate): Subject['clearance'] {
  const held = rows.flatMap((row) => {
    const level = parseLevel(row.level);
    if (level === null) throw corruption(`clearance ${row.id}`, 'no level of that name');
    const clearance = { level, from: row.fromOn, until: row.untilOn };
    return isCleared(clearance, { level, on }) ? [clearance] : [];
  });
  const lasts = ({ until }: { until: string | null }): string => until ?? '9999-12-31';
  held.sort((a, b) => compareLevels(b.level, a.level) || (lasts(a) < lasts(b) ? 1 : -1));
  return held[0] ?? null;
}

export function subjectOf(file: PersonFile, on: CalendarDate): Subject {
  const status = parsePersonStatus(file.person.status);
  if (status === null) throw corruption(`person ${file.person.id}`, 'no status of that name');
  const inForce = file.assignments.filter(
    ({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on <= untilOn),
  );
  return {
    personId: file.person.id as PersonId,
    status,
    legalPost: file.person.legalPost,
    duties: DUTIES.filter((duty) => inForce.some((assignment) => assignment.duty === duty)),
    clearance: clearanceOn(file.clearances, on),
    commitmentUntil: latest(file.commitments.map(({ untilOn }) => untilOn)),
    trainingUntil: latest(file.trainings.map(({ untilOn }) => untilOn)),
    delegations: file.delegations.map(
      (row): Delegation => ({
        documentNo: row.documentNo,
        fromPerson: row.fromPersonId as PersonId,
        fromPost: row.fromPost,
        toPerson: row.toPersonId as PersonId,
        // The CHECK lists of the table equal core's tuples.
        power: row.power as Delegation['power'],
        upToLevel: row.level as Delegation['upToLevel'],
        from: row.fromOn,
        until: row.untilOn,
        revokedOn: row.revokedOn,
      }),
    ),
  };
}

async function loadFile(db: Queryable, personId: string): Promise<PersonFile | null> {
  const [stored] = await db.query(`${SELECT_PEOPLE} WHERE p.id = $1`, [personId]);
  return stored ? personFile(stored) : null;
}

export function peopleReader(db: Queryable): PeopleReader {
  return {
    async loadAgency() {
      const [stored] = await db.query('SELECT * FROM agency');
      return stored ? fromColumns<AgencyRow>(stored) : null;
    },
    async listUnits() {
      const stored = await db.query('SELECT * FROM unit ORDER BY name COLLATE "vi-x-icu", id');
      return stored.map((row) => fromColumns<UnitRow>(row));
    },
    async listPeople() {
      const order = 'ORDER BY p.full_name COLLATE "vi-x-icu", p.id';
      return (await db.query(`${SELECT_PEOPLE} ${order}`)).map(personFile);
    },
    loadPerson: (personId) => loadFile(db, personId),
    async loadSubject(personId) {
      const file = await loadFile(db, personId);
      return file ? subjectOf(file, dateInHanoi(db.now)) : null;
    },
    async findLogin(login) {
      const [stored] = await db.query<{ id: string }>('SELECT id FROM person WHERE login = $1', [
        login,
      ]);
      return stored ? { personId: stored.id } : null;
    },
    async loadCredential(personId) {
      const [stored] = await db.query('SELECT * FROM credential WHERE id = $1', [personId]);
      return stored ? fromColumns<CredentialRow>(stored) : null;
    },
  };
}

export function nameReader(db: Queryable): NameReader {
  return {
    async listNames() {
      const stored = await db.query('SELECT id, full_name FROM person');
      return stored.map((row) => ({ personId: row.id, fullName: row.full_name }));
    },
    async listOnDuty(duties) {
      const stored = await db.query(
        `SELECT p.id, p.full_name, p.position_title, array_agg(a.duty) AS duties
         FROM person p JOIN assignment a ON a.person_id = p.id
         WHERE p.status = 'active' AND a.duty = ANY ($1)
           AND a.from_on <= $2 AND (a.until_on IS NULL OR $2 <= a.until_on)
         GROUP BY p.id ORDER BY p.full_name COLLATE "vi-x-icu", p.id`,
        [duties, dateInHanoi(db.now)],
      );
      return stored.map((row) => ({
        personId: row.id,
        fullName: row.full_name,
        positionTitle: row.position_title,
        duties: DUTIES.filter((duty) => row.duties.includes(duty)),
      }));
    },
  };
}
