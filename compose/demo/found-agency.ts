/** The first act of the demo: agency, units, people with their papers, all from the console. */
import { addDays, type CalendarDate, dateInHanoi } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { permit } from '../../core/common/refusal.ts';
import { DEMO_PASSWORD } from '../../server/identity/front-door.ts';
import type { Parts } from '../../server/ports/parts.ts';
import { put, type RowChange } from '../../server/ports/rows.ts';
import { AGENCY, type DemoPerson, type Login, PEOPLE, UNITS } from './agency.ts';
import { granted } from './stage.ts';

const DECISION = '03/QĐ-UBBC';

type Founding = {
  readonly ids: ReadonlyMap<Login, PersonId>;
  readonly unitIds: readonly string[];
  readonly passwordHash: string;
  readonly newId: () => string;
  readonly today: CalendarDate;
};

function dutyRows(person: DemoPerson, personId: PersonId, founding: Founding): RowChange[] {
  const { newId, today } = founding;
  const fromOn = addDays(today, -20);
  return person.duties.map((duty) =>
    put('assignment', {
      id: newId(),
      personId,
      duty,
      decisionNo: DECISION,
      fromOn,
      untilOn: null,
    }),
  );
}

function paperRows(person: DemoPerson, personId: PersonId, founding: Founding): RowChange[] {
  const { newId, today } = founding;
  const rows: RowChange[] = [];
  if (person.level) {
    rows.push(
      put('clearance', {
        id: newId(),
        personId,
        level: person.level,
        decisionNo: '05/QĐ-UBBC',
        fromOn: addDays(today, -20),
        untilOn: addDays(today, 700),
      }),
    );
  }
  if (person.flaw !== 'no-commitment' && person.level) {
    const signedOn = addDays(today, -18);
    rows.push(put('commitment', { id: newId(), personId, signedOn, untilOn: addDays(today, 700) }));
  }
  if (person.level) {
    const expired = person.flaw === 'training-expired';
    rows.push(
      put('training', {
        id: newId(),
        personId,
        course: 'Bảo vệ bí mật nhà nước, khóa cơ bản',
        passedOn: addDays(today, expired ? -300 : -15),
        untilOn: addDays(today, expired ? 65 : 350),
      }),
    );
  }
  return rows;
}

function personRows(person: DemoPerson, founding: Founding): readonly RowChange[] {
  const { ids, unitIds, passwordHash } = founding;
  const id = ids.get(person.login as Login) as PersonId; // Every person of the list has one.
  return [
    put('person', {
      id,
      login: person.login,
      fullName: person.fullName,
      positionTitle: person.positionTitle,
      unitId: unitIds[person.unit] ?? '',
      legalPost: person.legalPost ?? null,
      status: person.flaw === 'moved' ? 'moved' : 'active',
    }),
    put('credential', { id, passwordHash, mustChange: false }),
    ...dutyRows(person, id, founding),
    ...paperRows(person, id, founding),
  ];
}

function delegationRow({ ids, newId, today }: Founding): RowChange {
  return put('delegation', {
    id: newId(),
    fromPersonId: ids.get('thieu.ld') ?? '',
    toPersonId: ids.get('bach.th') ?? '',
    power: 'determine',
    level: 'toi-mat',
    documentNo: '07/VB-UQ',
    scope: 'Tài liệu của các tiểu ban trong thời gian chuẩn bị bầu cử',
    fromOn: addDays(today, -10),
    untilOn: addDays(today, 340),
    revokedOn: null,
  });
}

export async function foundAgency(parts: Parts): Promise<ReadonlyMap<Login, PersonId>> {
  const { acts, clock, passwords, randomness } = parts;
  const ids = new Map(PEOPLE.map(({ login }) => [login, randomness.id() as PersonId] as const));
  const founding: Founding = {
    ids,
    unitIds: UNITS.map(() => randomness.id()),
    // One hash for all: the password is printed on the sign-in page anyway.
    passwordHash: await passwords.hash(DEMO_PASSWORD),
    newId: () => randomness.id(),
    today: dateInHanoi(clock.now()),
  };
  const [root = null] = founding.unitIds;
  const rows = [
    put('agency', { id: randomness.id(), ...AGENCY }),
    ...UNITS.map((name, index) =>
      put('unit', {
        id: founding.unitIds[index] ?? '',
        name,
        parentId: index === 0 ? null : root,
      }),
    ),
    ...PEOPLE.flatMap((person) => personRows(person, founding)),
    delegationRow(founding),
  ];
  const facts = { people: PEOPLE.length, units: UNITS.length, demo: true };
  await granted(
    acts.perform({ kind: 'console' }, { verb: 'admin.set-up' }, async () =>
      permit({ facts, rows, value: null }),
    ),
  );
  return ids;
}
