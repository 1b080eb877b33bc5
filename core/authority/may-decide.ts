/**
 * Who may decide: by the legal post held, or by a written delegation in force (law art. 11). A
 * delegation goes from a holder of 11.1 or 11.2 power to a deputy, for one power up to a level,
 * with a term; the deputy cannot pass it on. Whoever proposed never decides.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';
import type { PersonId } from '../common/id.ts';
import { type Outcome, permit, type Refusal, refuse } from '../common/refusal.ts';
import { dominates, type Level } from '../level/level.ts';
import type { LegalPostCode, PersonStatus } from '../person/person.ts';
import { type AuthorityLaw, findPost, type Power, powerOfPost } from './legal-post.ts';

export type Delegation = {
  readonly documentNo: string;
  readonly fromPerson: PersonId;
  /** The post that the delegating person holds in their own right. */
  readonly fromPost: LegalPostCode | null;
  readonly toPerson: PersonId;
  readonly power: Power;
  readonly upToLevel: Level;
  readonly from: CalendarDate;
  /** The last day of the term. */
  readonly until: CalendarDate;
  readonly revokedOn: CalendarDate | null;
};

/** A person as authority is concerned; every wider subject fits. */
export type Authorised = {
  readonly personId: PersonId;
  readonly status: PersonStatus;
  readonly legalPost: LegalPostCode | null;
  readonly delegations: readonly Delegation[];
};

/** The ground on which somebody decided, kept with the decision. */
export type Authority =
  | { readonly by: 'post'; readonly post: LegalPostCode; readonly article: Citation }
  | {
      readonly by: 'delegation';
      readonly post: LegalPostCode;
      readonly documentNo: string;
      readonly fromPerson: PersonId;
      readonly article: Citation;
    };

export type AuthorityQuestion = {
  readonly law: AuthorityLaw;
  readonly person: Authorised;
  readonly power: Power;
  readonly level: Level;
  readonly on: CalendarDate;
  /** Who put the matter forward; null where nobody proposes. */
  readonly proposedBy: PersonId | null;
};

const ART_11: Citation = { instrument: '117/2025/QH15', article: '11', certainty: 'confirmed-2' };
const ART_11_DELEGATION: Citation = {
  instrument: '117/2025/QH15',
  article: '11',
  certainty: '2018-text',
};

function isInForce(delegation: Delegation, on: CalendarDate): boolean {
  if (delegation.revokedOn !== null && delegation.revokedOn <= on) return false;
  return delegation.from <= on && on <= delegation.until;
}

/** Judges one delegation made to this person for this power; the first fault is named. */
function tryDelegation(question: AuthorityQuestion, delegation: Delegation): Outcome<Authority> {
  const { law, person, power, level, on } = question;
  const { documentNo, from, until } = delegation;
  const facts = { documentNo, level, from, until };
  const article = ART_11_DELEGATION;
  if (!isInForce(delegation, on))
    return refuse({ code: 'delegation-not-in-force', article, facts });
  if (!dominates(delegation.upToLevel, level)) {
    return refuse({ code: 'delegation-out-of-scope', article, facts });
  }
  const source = powerOfPost(law, { post: delegation.fromPost, power, level });
  const isDeputy =
    delegation.fromPost !== null &&
    findPost(law, person.legalPost)?.deputyOf.includes(delegation.fromPost);
  // A second-step delegate fails here: the post of the first delegate gives no power of its own.
  if (!source?.delegable || !isDeputy || delegation.fromPost === null) {
    return refuse({ code: 'delegation-not-lawful', article, facts });
  }
  return permit({
    by: 'delegation',
    post: delegation.fromPost,
    documentNo: delegation.documentNo,
    fromPerson: delegation.fromPerson,
    article: source.citation,
  });
}

function findAuthority(question: AuthorityQuestion): Outcome<Authority> {
  const { law, person, power, level } = question;
  const post = person.legalPost === null ? {} : { post: person.legalPost };
  const noAuthority: Refusal = {
    code: 'no-authority',
    article: ART_11,
    facts: { power, level, ...post },
  };
  if (person.status !== 'active') return refuse(noAuthority);
  const own = powerOfPost(law, { post: person.legalPost, power, level });
  if (own && person.legalPost !== null) {
    return permit({ by: 'post', post: person.legalPost, article: own.citation });
  }
  const refusals: Refusal[] = [];
  for (const delegation of person.delegations) {
    if (delegation.toPerson !== person.personId || delegation.power !== power) continue;
    const tried = tryDelegation(question, delegation);
    if (tried.ok) return tried;
    refusals.push(...tried.refusals);
  }
  return { ok: false, refusals: refusals.length > 0 ? refusals : [noAuthority] };
}

/** Permits with the authority used, or refuses with every reason. */
export function mayDecide(question: AuthorityQuestion): Outcome<Authority> {
  const found = findAuthority(question);
  if (question.proposedBy !== question.person.personId) return found;
  const selfDecided: Refusal = { code: 'proposer-decides', article: ART_11 };
  return found.ok ? refuse(selfDecided) : { ok: false, refusals: [selfDecided, ...found.refusals] };
}
