/**
 * Who had which copy in hand, and who read the stored content, up to a moment: told from the acts
 * of the ledger in their order. What it cannot say: who looked over a shoulder, copied by hand, or
 * saw a copy after it left the house.
 */
import type { Instant } from '../common/calendar-date.ts';

/** An act on a document, as far as it moves a copy or shows content. */
export type Handling = {
  readonly verb:
    | 'registry.issue'
    | 'registry.receive'
    | 'copying.print'
    | 'transfer.hand-over'
    | 'transfer.send'
    | 'transfer.return'
    | 'vault.attach'
    | 'access.read';
  readonly at: Instant;
  /** Who did it; null: the product itself or the operator. */
  readonly actorId: string | null;
  /** The copies that it moved. */
  readonly copyIds: readonly string[];
  /** Who received. */
  readonly toId: string | null;
};

export type Holding = {
  readonly copyId: string;
  /** Null: outside the house. */
  readonly personId: string | null;
  readonly from: Instant;
  /** Null: still at the moment of the question. */
  readonly until: Instant | null;
};

export type Reading = {
  readonly personId: string;
  readonly times: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
};

/** Who has the copy after the act; undefined when it moves nothing. */
function receiverOf({ verb, actorId, toId }: Handling): string | null | undefined {
  switch (verb) {
    case 'registry.issue':
    case 'registry.receive':
    case 'copying.print':
    case 'transfer.return':
      return actorId;
    case 'transfer.hand-over':
      return toId;
    case 'transfer.send':
      return null;
    case 'vault.attach':
    case 'access.read':
      return undefined;
  }
}

export function holdingsOf(handlings: readonly Handling[]): Holding[] {
  const ended: Holding[] = [];
  const open = new Map<string, Holding>();
  for (const handling of handlings) {
    const personId = receiverOf(handling);
    if (personId === undefined) continue;
    for (const copyId of handling.copyIds) {
      const before = open.get(copyId);
      if (before) ended.push({ ...before, until: handling.at });
      open.set(copyId, { copyId, personId, from: handling.at, until: null });
    }
  }
  return [...ended, ...open.values()];
}

const SHOWS_CONTENT: ReadonlySet<string> = new Set([
  'access.read',
  'vault.attach',
  'copying.print',
]);

/** Whoever brought the file, or printed a copy of it, had its content as well. */
export function readingsOf(handlings: readonly Handling[]): Reading[] {
  const readings = new Map<string, Reading>();
  for (const { verb, actorId, at } of handlings) {
    if (actorId === null || !SHOWS_CONTENT.has(verb)) continue;
    const before = readings.get(actorId);
    const times = (before?.times ?? 0) + 1;
    const firstAt = before?.firstAt ?? at;
    readings.set(actorId, { personId: actorId, times, firstAt, lastAt: at });
  }
  return [...readings.values()];
}
