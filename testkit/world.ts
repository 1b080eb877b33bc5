/** A database with its acts, a clock that the test moves, and people made on demand. */
import { randomUUID } from 'node:crypto';
import { systemRandomness } from '../adapters/clock/system.ts';
import { createActs } from '../adapters/postgres/acts.ts';
import { openPool } from '../adapters/postgres/connect.ts';
import { Lane } from '../adapters/postgres/lane.ts';
import { addMs, type CalendarDate, type Instant } from '../core/common/calendar-date.ts';
import type { PersonId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import { permit } from '../core/common/refusal.ts';
import type { Level } from '../core/level/level.ts';
import type { Duty } from '../core/person/duty.ts';
import type { Actor, Acts } from '../server/ports/acts.ts';
import type { Clock, Randomness } from '../server/ports/clock.ts';
import { put, type RowChange } from '../server/ports/rows.ts';
import { type TestDatabase, type TestDatabaseOptions, testDatabase } from './database.ts';

export type MovableClock = Clock & { move(ms: number): void; set(instant: Instant): void };

/** Noon in Hanoi on 02/11/2026. */
const START = '2026-11-02T05:00:00.000Z' as Instant;

export function movableClock(start: Instant = START): MovableClock {
  let now = start;
  return {
    now: () => now,
    move: (ms) => {
      now = addMs(now, ms);
    },
    set: (instant) => {
      now = instant;
    },
  };
}

export type PersonPlan = {
  readonly duties?: readonly Duty[];
  readonly level?: Level | null;
  readonly legalPost?: string;
  readonly status?: string;
  /** Without commitment and training when false. */
  readonly ready?: boolean;
};

export type TestWorld = {
  readonly acts: Acts;
  readonly clock: MovableClock;
  readonly randomness: Randomness;
  readonly database: TestDatabase;
  addPerson(plan?: PersonPlan): Promise<PersonId>;
};

const from = '2026-01-01' as CalendarDate;
const until = '2027-12-31' as CalendarDate;

export type PersonPlace = {
  readonly id: string;
  readonly unitId: string;
  readonly login?: string;
  /** Of the person's papers; random by default. */
  readonly newId?: () => string;
};

export function personRows(place: PersonPlace, plan: PersonPlan): readonly RowChange[] {
  const { id, unitId, newId = randomUUID } = place;
  const decisionNo = '01/QĐ-UBBC';
  const ready = plan.ready ?? true;
  return [
    put('person', {
      id,
      login: place.login ?? `p-${id.slice(0, 8)}`,
      fullName: `Người ${id.slice(0, 4)}`,
      positionTitle: 'Cán bộ',
      unitId,
      legalPost: plan.legalPost ?? null,
      status: plan.status ?? 'active',
    }),
    ...(plan.duties ?? []).map((duty) =>
      put('assignment', {
        id: newId(),
        personId: id,
        duty,
        decisionNo,
        fromOn: from,
        untilOn: null,
      }),
    ),
    ...(plan.level
      ? [
          put('clearance', {
            id: newId(),
            personId: id,
            level: plan.level,
            decisionNo,
            fromOn: from,
            untilOn: until,
          }),
        ]
      : []),
    ...(ready
      ? [
          put('commitment', { id: newId(), personId: id, signedOn: from, untilOn: until }),
          put('training', {
            id: newId(),
            personId: id,
            course: 'Luật 117/2025/QH15',
            passedOn: from,
            untilOn: until,
          }),
        ]
      : []),
  ];
}

export type TestWorldOptions = TestDatabaseOptions & {
  /** Where all ids come from; random by default. */
  readonly randomness?: Randomness;
};

export async function testWorld(
  life: Parameters<typeof testDatabase>[0],
  options: TestWorldOptions = {},
): Promise<TestWorld> {
  // Registered first, run last: the lane and the pools close before the database is dropped.
  const closing: (() => Promise<void>)[] = [];
  life.after(async () => {
    for (const close of closing) await close();
  });
  const database = await testDatabase(life, options);
  const clock = movableClock();
  const { randomness = systemRandomness } = options;
  const lane = new Lane({
    pool: openPool(database.appConfig, { maxConnections: 1 }),
    clock,
    randomness,
  });
  closing.push(() => lane.close());
  const acts = createActs({ lane, pool: database.app, clock });
  const newId = () => randomness.id();
  const unitId = newId();
  const console: Actor = { kind: 'console' };
  await acts.perform(console, { verb: 'people.register' }, async () =>
    permit({
      rows: [put('unit', { id: unitId, name: 'Văn phòng', parentId: null })],
      value: null,
    }),
  );
  return {
    acts,
    clock,
    randomness,
    database,
    async addPerson(plan = {}) {
      const id = newId();
      const rows = personRows({ id, unitId, newId }, plan);
      const done = await acts.perform(console, { verb: 'people.register' }, async () =>
        permit({ subject: { person: id }, rows, value: null }),
      );
      invariant(done.ok, 'the person was registered');
      return id as PersonId;
    },
  };
}
