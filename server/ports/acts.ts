/**
 * The one way to change anything. A verb loads from the `World`, decides with core, and returns
 * either refusals or an act: facts for the ledger, rows to write, and the answer. The adapter
 * writes rows and entry in one transaction; no entry, no act. A refused attempt leaves an entry
 * of its own and no rows.
 */
import type { EntrySubject } from '../../core/act/entry.ts';
import type { Verb } from '../../core/act/verb.ts';
import type { CalendarDate, Instant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { PersonId } from '../../core/common/id.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import type { Readers } from './readers.ts';
import type { RowChange } from './rows.ts';

export type Actor =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'console' }
  | { readonly kind: 'clock' };

export type World = {
  readonly now: Instant;
  readonly today: CalendarDate;
  /** What this actor may see. */
  readonly mine: Readers;
  /** Everything, for rules that must not depend on the actor's sight; never for an answer. */
  readonly all: Readers;
  newId<Id extends string>(): Id;
};

export type Act<Value> = {
  readonly subject?: EntrySubject;
  /** For the ledger: enumerated words, counts, ids. Never a text that a person typed. */
  readonly facts?: { readonly [name: string]: Json };
  readonly rows?: readonly RowChange[];
  readonly value: Value;
};

export type Work<Value> = (world: World) => Promise<Outcome<Act<Value>>>;

export interface Acts {
  /** Runs `work` alone, in order; resolves only when its entry is on disk. Throws a Fault. */
  perform<Value>(
    actor: Actor,
    attempt: { readonly verb: Verb; readonly subject?: EntrySubject },
    work: Work<Value>,
  ): Promise<Outcome<Value>>;
  /** Reads what the actor may see, in one snapshot; changes nothing. */
  read<Value>(actor: Actor, work: (readers: Readers) => Promise<Value>): Promise<Value>;
}
