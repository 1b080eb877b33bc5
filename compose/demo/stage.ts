/**
 * What the making of the demo stands on: the parts of a real house, its people by login, a clock
 * that goes through the past months, and acts in the order of their moments.
 */
import { addMs, type Instant, instantOf } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { invariant } from '../../core/common/invariant.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import type { Actor } from '../../server/ports/acts.ts';
import type { Clock } from '../../server/ports/clock.ts';
import type { Parts } from '../../server/ports/parts.ts';
import type { Login } from './agency.ts';

export type StagedClock = Clock & { set(at: Instant): void };

export function stagedClock(start: Instant): StagedClock {
  let now = start;
  return {
    now: () => now,
    set(at) {
      // The ledger's moments only go forward.
      if (at > now) now = at;
    },
  };
}

export type Step = { readonly at: Instant; readonly run: () => Promise<void> };

export type Stage = {
  readonly parts: Parts;
  readonly ids: ReadonlyMap<Login, PersonId>;
  /** The moment of making; every act lies before it. */
  readonly today: Instant;
};

const DAY_MS = 86_400_000;
const HANOI_EIGHT_MS = 3_600_000;

/** Minutes after eight in the morning in Hanoi, so many days ago. */
export function moment({ today }: Pick<Stage, 'today'>, daysAgo: number, minutes = 0): Instant {
  const midnight = Math.floor(Date.parse(today) / DAY_MS) * DAY_MS;
  const start = instantOf(midnight + HANOI_EIGHT_MS);
  return addMs(start, minutes * 60_000 - daysAgo * DAY_MS);
}

export function personOf({ ids }: Stage, login: Login): PersonId {
  const id = ids.get(login);
  invariant(id, `${login} is one of the demo people`);
  return id;
}

export const actorOf = (stage: Stage, login: Login): Actor => ({
  kind: 'person',
  personId: personOf(stage, login),
});

/** The plan of the demo breaks no rule; a refusal is a mistake in it. */
export async function granted<Value>(outcome: Promise<Outcome<Value>>): Promise<Value> {
  const done = await outcome;
  if (!done.ok) throw new TypeError(`the demo is refused: ${JSON.stringify(done.refusals)}`);
  return done.value;
}

/** A try that the house must refuse, for the record. */
export async function refusedTry(outcome: Promise<Outcome<unknown>>): Promise<void> {
  const done = await outcome;
  invariant(!done.ok, 'this try of the demo is to be refused');
}
