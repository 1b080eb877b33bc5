/** The order in which matches are looked at: what is most secret first, then the clearest sign. */
import type { MatchLine } from '../../contract/watch.ts';
import { compareLevels } from '../../core/level/level.ts';

/** Those whose level the officer may not know come last, so that their place does not tell it. */
export const orderMatches = (matches: readonly MatchLine[]): readonly MatchLine[] =>
  matches.toSorted((one, other) => byLevel(one, other) || other.score - one.score);

function byLevel(one: MatchLine, other: MatchLine): number {
  const [mine, theirs] = [one.document?.level ?? null, other.document?.level ?? null];
  if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null);
  return compareLevels(theirs, mine);
}
