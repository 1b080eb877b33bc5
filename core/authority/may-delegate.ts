/**
 * Whether a written delegation may be made at all (law art. 11: from a holder of 11.1 or 11.2 power
 * to their own deputy, in writing, with a term, never passed on). `mayDecide` judges it again each
 * time it is used, because posts and people change.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';
import type { Level } from '../level/level.ts';
import { type AuthorityLaw, findPost, type Power, powerOfPost } from './legal-post.ts';
import type { Authorised } from './may-decide.ts';

export type DelegationQuestion = {
  readonly law: AuthorityLaw;
  readonly from: Pick<Authorised, 'personId' | 'status' | 'legalPost'>;
  readonly to: Pick<Authorised, 'personId' | 'status' | 'legalPost'>;
  readonly power: Power;
  readonly upToLevel: Level;
  readonly term: { readonly from: CalendarDate; readonly until: CalendarDate };
  readonly on: CalendarDate;
};

const ART_11: Citation = { instrument: '117/2025/QH15', article: '11', certainty: '2018-text' };

/** Permits, or refuses with every reason. */
export function mayDelegate(question: DelegationQuestion): Outcome<true> {
  const { law, from, to, power, upToLevel, term, on } = question;
  const refusals: Refusal[] = [];
  // A delegate's post gives no power of its own: passing a delegation on fails here.
  const source = powerOfPost(law, { post: from.legalPost, power, level: upToLevel });
  if (from.status !== 'active' || !source) {
    refusals.push({ code: 'no-authority', article: ART_11, facts: { level: upToLevel } });
  }
  const isDeputy =
    from.legalPost !== null &&
    findPost(law, to.legalPost)?.deputyOf.includes(from.legalPost) === true;
  const toOther = to.status === 'active' && to.personId !== from.personId;
  if (!isDeputy || !toOther || source?.delegable === false) {
    refusals.push({ code: 'delegation-not-lawful', article: ART_11 });
  }
  if (term.until < term.from || term.until < on) {
    refusals.push({ code: 'invalid-input', facts: { field: 'untilOn' } });
  }
  return permitUnless(refusals, true);
}
