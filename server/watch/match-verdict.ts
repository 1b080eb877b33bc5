/** The verdict on a match as its row keeps it, with its evidence; the reason stays in the row. */
import type { DismissalKind, MatchState } from '../../contract/watch.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import { type Outcome, permitUnless, type Refusal } from '../../core/common/refusal.ts';
import type { MatchFile } from '../ports/readers.ts';

type Given = { readonly by: string; readonly at: Instant; readonly reason: string };

export type Verdict =
  | { readonly state: 'open' }
  | (Given & { readonly state: 'confirmed'; readonly incidentId: string })
  | (Given & { readonly state: 'dismissed'; readonly kind: DismissalKind });

export function verdictOf({ verdict }: Pick<MatchFile, 'verdict'>): Verdict {
  return verdict as unknown as Verdict; // Written by the verbs of this folder alone.
}

export const stateOf = (match: Pick<MatchFile, 'verdict'>): MatchState => verdictOf(match).state;

/** A verdict is given once, and says why. */
export function mayJudge(match: MatchFile, reason: string): Outcome<true> {
  const refusals: Refusal[] = [];
  const state = stateOf(match);
  if (state !== 'open') refusals.push({ code: 'verdict-given', facts: { verdict: state } });
  if (reason.trim() === '') refusals.push({ code: 'reason-missing' });
  return permitUnless(refusals, true);
}
