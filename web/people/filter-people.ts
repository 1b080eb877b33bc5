import type { PersonLine } from '../../contract/people.ts';
import type { Duty } from '../../core/person/duty.ts';
import { holdsWords } from '../text/fold-words.ts';

export type PeopleFilter = {
  readonly words: string;
  readonly duty: Duty | null;
  /** Also those who moved, retired or died. */
  readonly withLeft: boolean;
};

export const filterPeople = (
  people: readonly PersonLine[],
  { words, duty, withLeft }: PeopleFilter,
): readonly PersonLine[] =>
  people.filter(
    (person) =>
      (withLeft || person.status === 'active') &&
      (duty === null || person.duties.includes(duty)) &&
      holdsWords(`${person.fullName} ${person.positionTitle} ${person.unit.name}`, words),
  );

export type UnitOfPeople = {
  readonly unitId: string;
  readonly name: string;
  readonly members: readonly PersonLine[];
};

/** Units by name, their people in the order given. */
export function byUnit(people: readonly PersonLine[]): readonly UnitOfPeople[] {
  const groups = Map.groupBy(people, ({ unit }) => unit.unitId);
  return [...groups]
    .map(([unitId, members]) => ({ unitId, name: members[0]?.unit.name ?? '', members }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}
