/**
 * What the lane remembers from act to act, so that the commonest questions cost no round trip: the
 * files of people and the next number of each register. True because the lane is the only writer
 * of these tables; forgotten whenever a transaction fails.
 */
import { dateInHanoi } from '../../core/common/calendar-date.ts';
import type { PersonFile, Readers } from '../../server/ports/readers.ts';
import type { RowChange, TableName } from '../../server/ports/rows.ts';
import { subjectOf } from './people.ts';
import { readersOf } from './readers.ts';
import type { Queryable } from './scope.ts';

/** What a person's file is made of; a change of any forgets all, for files name other people. */
const OF_FILES: ReadonlySet<TableName> = new Set([
  'person',
  'assignment',
  'clearance',
  'commitment',
  'training',
  'delegation',
]);
const MOST_FILES = 5_000;

export class LaneMemory {
  readonly #files = new Map<string, PersonFile | null>();
  readonly #nextNumbers = new Map<string, number>();

  /** The readers over `db`, answering from memory what is known. */
  readers(db: Queryable): Readers {
    const stored = readersOf(db);
    const loadPerson = async (personId: string): Promise<PersonFile | null> => {
      const known = this.#files.get(personId);
      if (known !== undefined) return known;
      const file = await stored.people.loadPerson(personId);
      if (this.#files.size >= MOST_FILES) this.#files.clear();
      this.#files.set(personId, file);
      return file;
    };
    return {
      ...stored,
      people: {
        ...stored.people,
        loadPerson,
        loadSubject: async (personId) => {
          const file = await loadPerson(personId);
          return file ? subjectOf(file, dateInHanoi(db.now)) : null;
        },
      },
      registry: {
        ...stored.registry,
        nextNumber: async (register, year) => {
          const key = `${register} ${year}`;
          const next =
            this.#nextNumbers.get(key) ?? (await stored.registry.nextNumber(register, year));
          this.#nextNumbers.set(key, next);
          return next;
        },
      },
    };
  }

  /** After an act: what its rows change. */
  note(rows: readonly RowChange[]): void {
    for (const { table, row } of rows) {
      if (OF_FILES.has(table)) this.#files.clear();
      if (table === 'register_line') {
        const key = `${row.register} ${row.year}`;
        const next = this.#nextNumbers.get(key);
        if (next !== undefined) this.#nextNumbers.set(key, Math.max(next, row.number + 1));
      }
    }
  }

  forget(): void {
    this.#files.clear();
    this.#nextNumbers.clear();
  }
}
