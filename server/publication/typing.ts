/**
 * The tip while typing: does this paragraph touch something? One sitting of a person is one entry
 * at its first check, one more at the first touch, and one whenever fifty more were made: the
 * ledger tells who probed how often without an entry for every pause of a hand. Sittings and rates
 * are in memory; after a restart a new sitting begins, with its entry.
 */
import { epochMs, type Instant } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { findProtected } from '../ports/find-protected.ts';
import { admitChecking, type CheckParts } from './check.ts';

const SITTING_MS = 30 * 60_000;
const MINUTE_MS = 60_000;
const MOST_A_MINUTE = 40;
const ENTRY_EACH = 50;
const MOST_SITTINGS = 10_000;

type Sitting = {
  readonly beganAt: Instant;
  checks: number;
  /** As the last entry tells: how many checks, and whether one touched. */
  enteredChecks: number;
  enteredTouch: boolean;
  /** Moments of the checks of the last minute. */
  recent: number[];
};

export type CheckWhileTyping = (
  actor: Actor,
  input: { readonly text: string },
) => Promise<Outcome<{ touches: boolean }>>;

export function createTyping(parts: CheckParts): CheckWhileTyping {
  const { acts, clock, compareIndex } = parts;
  const sittings = new Map<string, Sitting>();

  function sittingOf(personId: string, now: Instant): Sitting {
    const known = sittings.get(personId);
    if (known && epochMs(now) - epochMs(known.beganAt) < SITTING_MS) return known;
    if (sittings.size >= MOST_SITTINGS) sittings.clear();
    const entered = { enteredChecks: 0, enteredTouch: false };
    const fresh = { beganAt: now, checks: 0, ...entered, recent: known?.recent ?? [] };
    sittings.set(personId, fresh);
    return fresh;
  }

  /** Counted before the comparison: a burst is refused however many run at once. */
  function isTooFast(sitting: Sitting, now: number): boolean {
    sitting.recent = sitting.recent.filter((at) => now - at < MINUTE_MS);
    if (sitting.recent.length >= MOST_A_MINUTE) return true;
    sitting.recent.push(now);
    return false;
  }

  return async (actor, { text }) => {
    const now = clock.now();
    const admitted = await acts.read(actor, (readers) => admitChecking({ readers, now }, actor));
    if (!admitted.ok) return admitted;
    if (!compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
    const sitting = sittingOf(actor.kind === 'person' ? actor.personId : actor.kind, now);
    if (isTooFast(sitting, epochMs(now))) {
      return refuse({ code: 'checks-too-fast', facts: { most: MOST_A_MINUTE } });
    }
    const touches = (await findProtected(parts, text)).length > 0;
    sitting.checks += 1;
    const { checks, enteredChecks, enteredTouch } = sitting;
    const isDue = enteredChecks === 0 || checks - enteredChecks >= ENTRY_EACH;
    if (!isDue && (enteredTouch || !touches)) return permit({ touches });
    const facts = { checks, touches: enteredTouch || touches };
    const entered = await acts.perform(actor, { verb: 'publication.type' }, async () =>
      permit({ facts, value: null }),
    );
    if (!entered.ok) return entered;
    sitting.enteredChecks = checks;
    sitting.enteredTouch ||= touches;
    return permit({ touches });
  };
}
