/** Ledger entries as a timeline: shared by every screen that shows what happened. */
import type { Verb } from '../../core/act/verb.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { RefusalCode } from '../../core/common/refusal-code.ts';
import type { StoredEntry } from './readers.ts';

export type Timeline = {
  readonly index: number;
  readonly at: Instant;
  readonly verb: Verb;
  /** Null for the console and for the passing of time. */
  readonly actor: { readonly personId: string; readonly name: string } | null;
  readonly refused: RefusalCode[] | null;
}[];

export function timelineOf(
  entries: readonly StoredEntry[],
  nameOf: (personId: string) => string,
): Timeline {
  return entries.map(({ index, entry }) => ({
    index,
    at: entry.at,
    verb: entry.verb,
    actor:
      entry.actor === 'console' || entry.actor === 'clock'
        ? null
        : { personId: entry.actor, name: nameOf(entry.actor) },
    refused: entry.refused ? [...entry.refused] : null,
  }));
}
