/** Ledger entries as a timeline: shared by every screen that shows what happened. */
import type { Timeline } from '../../contract/timeline.ts';
import type { StoredEntry } from './readers.ts';

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
