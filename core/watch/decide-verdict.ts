/**
 * The one decision on a verdict (law art. 25.3). The caller has already asked whether this person
 * judges matches at all. What the officer may not know is no ground of a refusal: else the refusal
 * would tell it.
 */
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';
import type { Ground } from '../publication/release.ts';
import { VERDICT_RULES, type VerdictRule } from './lifecycle.ts';
import type { MatchState, VerdictKind } from './verdict.ts';

export type VerdictQuestion = {
  readonly verdict: VerdictKind;
  readonly state: MatchState;
  readonly reason: string;
  /** Why the words might not be published then; null: not this officer's to know. */
  readonly ground: Ground | null;
};

export function decideVerdict({
  verdict,
  state,
  reason,
  ground,
}: VerdictQuestion): Outcome<MatchState> {
  const rule: VerdictRule = VERDICT_RULES[verdict];
  const refusals: Refusal[] = [];
  if (!rule.from.includes(state))
    refusals.push({ code: 'verdict-given', facts: { verdict: state } });
  if (reason.trim() === '') refusals.push({ code: 'reason-missing' });
  if (ground === null ? rule.needsSight : !rule.grounds.includes(ground)) {
    refusals.push({ code: 'verdict-unfounded', facts: { verdict } });
  }
  return permitUnless(refusals, rule.to);
}
