/**
 * The compare index over any number of matcher processes, each with a shard of the documents in
 * its memory. To the rest of the house it is the compare index.
 */
import type { CompareIndex } from '../../server/ports/compare-index.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import type { MemberHouse } from './membership.ts';
import { type ShardedParts, ShardOpening } from './shard-opening.ts';

export type ShardedIndex = CompareIndex &
  MemberHouse & {
    /** By shard, how many matchers take questions; null while sealed. */
    held(): readonly number[] | null;
    /** When it resolves after `close`, nothing is left open. */
    ended(): Promise<void>;
  };

/** Enough that no matcher waits for the house; each is an article in memory. */
const AT_ONCE = 256;

export function createShardedIndex(parts: ShardedParts): ShardedIndex {
  let opening: ShardOpening | null = null;
  let ended: Promise<void> = Promise.resolve();
  const opened = (): ShardOpening => {
    if (!opening) throw new VaultSealed();
    return opening;
  };
  const close = (): void => {
    opening?.close();
    if (opening) ended = Promise.all([ended, opening.ended]).then(() => undefined);
    opening = null;
  };
  return {
    atOnce: AT_ONCE,
    isOpen: () => opening !== null,
    fill: async (source, anew) => opened().fill(source, anew),
    put: (documentId, text, objectName = '') => opened().change(documentId, text, objectName),
    remove: (documentId) => opened().change(documentId, null, ''),
    find: async (text, among) => opened().find(text, among),
    close,
    open: () => {
      close();
      opening = new ShardOpening(parts, ended);
    },
    join: async (wish, reach) => opening?.join(wish, reach) ?? 'sealed',
    held: () => opening?.held ?? null,
    ended: () => ended,
  };
}
