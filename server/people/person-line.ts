/** A person as lists show them: name, place and duties to everybody, the papers to a few. */
import type { PersonLine } from '../../contract/people.ts';
import type { CalendarDate } from '../../core/common/calendar-date.ts';
import { corruption } from '../../core/common/fault.ts';
import { isCleared } from '../../core/level/clearance.ts';
import { compareLevels, type Level, parseLevel } from '../../core/level/level.ts';
import { dutiesOn } from '../../core/person/duty.ts';
import { parsePersonStatus } from '../../core/person/person.ts';
import type { PersonFile } from '../ports/readers.ts';
import type { UnitRow } from '../ports/rows.ts';
import { heldBy } from './managed.ts';

export type LineContext = {
  readonly units: readonly UnitRow[];
  readonly today: CalendarDate;
  /** May know login, clearance and papers. */
  readonly withStanding: boolean;
};

type Latest = { readonly untilOn: CalendarDate };

const latest = (papers: readonly Latest[]): CalendarDate | null =>
  papers
    .map(({ untilOn }) => untilOn)
    .sort()
    .at(-1) ?? null;

export type ClearanceToday = { readonly level: Level; readonly until: CalendarDate | null };

/** The highest in force; of two alike, the one that lasts longer. */
export function clearanceToday(file: PersonFile, today: CalendarDate): ClearanceToday | null {
  const held = file.clearances.flatMap(({ level: stored, fromOn, untilOn }) => {
    const level = parseLevel(stored);
    if (level === null) return [];
    const clearance = { level, from: fromOn, until: untilOn };
    return isCleared(clearance, { level, on: today }) ? [clearance] : [];
  });
  const lasts = ({ until }: ClearanceToday) => until ?? '9999-12-31';
  held.sort((a, b) => compareLevels(b.level, a.level) || lasts(b).localeCompare(lasts(a)));
  return held[0] ?? null;
}

function standingOf(file: PersonFile, today: CalendarDate): PersonLine['standing'] {
  const clearance = clearanceToday(file, today);
  return {
    login: file.person.login,
    clearance: clearance?.level ?? null,
    clearanceUntil: clearance?.until ?? null,
    commitmentUntil: latest(file.commitments),
    trainingUntil: latest(file.trainings),
  };
}

export function personLine(file: PersonFile, context: LineContext): PersonLine {
  const { person } = file;
  const { units, today, withStanding } = context;
  const status = parsePersonStatus(person.status);
  if (status === null) throw corruption(`person ${person.id}`, 'no status of that name');
  const unit = units.find(({ id }) => id === person.unitId);
  const held = heldBy(file).duties;
  return {
    personId: person.id,
    fullName: person.fullName,
    positionTitle: person.positionTitle,
    unit: { unitId: person.unitId, name: unit?.name ?? '' },
    legalPost: person.legalPost,
    status,
    duties: [
      ...dutiesOn(
        held.map((duty) => ({ ...duty, decisionNo: '' })),
        today,
      ),
    ],
    standing: withStanding ? standingOf(file, today) : null,
  };
}
