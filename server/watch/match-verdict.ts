/** The verdict on a match as its row keeps it, with its evidence; the reason stays in the row. */
import type { GivenVerdict } from '../../contract/watch/watch.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideVerdict } from '../../core/watch/decide-verdict.ts';
import type { MatchState, VerdictKind } from '../../core/watch/verdict.ts';
import type { Actor } from '../ports/acts.ts';
import { admit, admitGeneral, type Eyes } from '../ports/gate.ts';
import type { MatchFile } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { groundOf } from '../ports/spans.ts';

type Given = {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly kind?: VerdictKind;
  readonly incidentId?: string | null;
};

/** `earlier`: what was said of the match before, oldest first. */
export type Verdict =
  | { readonly state: 'open' }
  | (Given & {
      readonly state: Exclude<MatchState, 'open'>;
      readonly earlier?: readonly (Given & { readonly state: MatchState })[];
    });

export function verdictOf({ verdict }: Pick<MatchFile, 'verdict'>): Verdict {
  return verdict as unknown as Verdict; // Written by the verbs of this folder alone.
}

export const stateOf = (match: Pick<MatchFile, 'verdict'>): MatchState => verdictOf(match).state;

/** Rows of the first months name no kind: what was confirmed then was a leak. */
const kindOf = ({ kind }: Given): VerdictKind => kind ?? 'leak';

type Reader = {
  readonly me: string;
  /** May read the document of the match. */
  readonly mayRead: boolean;
  readonly nameOf: (personId: string) => string;
};

/** What others found is told without its reason to who may not read what they read. */
function givenView(given: Given, { me, mayRead, nameOf }: Reader): GivenVerdict {
  const { by, at, reason, incidentId } = given;
  const isTold = mayRead || by === me;
  return {
    by: { personId: by, name: nameOf(by) },
    at,
    reason: isTold ? reason : null,
    kind: isTold ? kindOf(given) : null,
    incidentId: incidentId ?? null,
  };
}

export function verdictViews(match: MatchFile, reader: Reader) {
  const verdict = verdictOf(match);
  if (verdict.state === 'open') return { verdict: null, earlier: [] };
  const earlier = (verdict.earlier ?? []).map((given) => givenView(given, reader));
  return { verdict: givenView(verdict, reader), earlier };
}

export type Judging = {
  readonly match: MatchFile;
  readonly officerId: string;
  readonly to: MatchState;
};
export type VerdictInput = {
  readonly matchId: string;
  readonly reason: string;
  readonly verdict: VerdictKind;
};

/** Whether this officer may say so of the match now. */
export async function admitVerdict(
  eyes: Eyes,
  actor: Actor,
  { matchId, reason, verdict }: VerdictInput,
): Promise<Outcome<Judging>> {
  const officer = await admitGeneral(eyes, actor, { action: 'confirm-match' });
  if (!officer.ok) return officer;
  const match = await eyes.readers.watch.loadMatch(matchId);
  if (!match) return refuse({ code: 'not-found' });
  const reading = await admit(eyes, actor, { action: 'read', documentId: match.documentId });
  const ground = reading.ok ? groundOf(match) : null;
  const decided = decideVerdict({ verdict, state: stateOf(match), reason, ground });
  if (!decided.ok) return decided;
  return permit({ match, officerId: officer.value.personId, to: decided.value });
}

/** The row of the match with its new verdict; what was said before stays in it. */
export function judgedRow(
  { match, officerId, to }: Judging,
  given: Pick<Given, 'at' | 'reason' | 'kind' | 'incidentId'>,
): RowChange {
  const { article: _, ...row } = match;
  const before = verdictOf(match);
  const { earlier: [...earlier] = [], ...last } =
    before.state === 'open' ? { earlier: [], state: before.state } : before;
  if ('by' in last) earlier.push(last);
  const verdict = {
    ...given,
    state: to,
    by: officerId,
    reason: given.reason.trim(),
    ...(earlier.length > 0 ? { earlier } : {}),
  };
  return put('match', { ...row, verdict: verdict as unknown as Json });
}
