/** Which verdicts are open for a match, and the digit that asks for each. */
import type { MatchView } from '../../contract/watch/watch.ts';
import { decideVerdict } from '../../core/watch/decide-verdict.ts';
import { VERDICTS, type VerdictKind } from '../../core/watch/verdict.ts';

/** The order of the list, so that a digit means the same on every match. */
export const keyOf = (verdict: VerdictKind): string => String(VERDICTS.indexOf(verdict) + 1);

/** What the server will decide by, asked of the same rule; the reason is still to be written. */
export const mayGive = (
  { state, ground }: Pick<MatchView, 'state' | 'ground'>,
  verdict: VerdictKind,
): boolean => decideVerdict({ verdict, state, ground, reason: '-' }).ok;
