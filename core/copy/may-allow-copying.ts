/**
 * Who may allow copying or photographing (law art. 11): a post or delegation with that power at the
 * document's level, and never against the word of the document itself.
 */
import type { AuthorityLaw } from '../authority/legal-post.ts';
import { type Authorised, type Authority, mayDecide } from '../authority/may-decide.ts';
import type { CalendarDate } from '../common/calendar-date.ts';
import type { PersonId } from '../common/id.ts';
import type { Outcome, Refusal } from '../common/refusal.ts';
import type { Level } from '../level/level.ts';

export type CopyingQuestion = {
  readonly law: AuthorityLaw;
  readonly document: { readonly level: Level; readonly copyingAllowed: boolean };
  readonly person: Authorised;
  readonly requestedBy: PersonId | null;
  readonly on: CalendarDate;
};

export function mayAllowCopying(question: CopyingQuestion): Outcome<Authority> {
  const { law, document, person, requestedBy, on } = question;
  const decision = mayDecide({
    law,
    person,
    power: 'allow-copying',
    level: document.level,
    on,
    proposedBy: requestedBy,
  });
  if (document.copyingAllowed) return decision;
  const forbidden: Refusal = {
    code: 'copying-forbidden',
    article: { instrument: '117/2025/QH15', article: '10', certainty: '2018-text' },
  };
  return { ok: false, refusals: [forbidden, ...(decision.ok ? [] : decision.refusals)] };
}
