/**
 * A document's protection state, each state with its evidence, so that an impossible pair cannot
 * be built. Copies (custody) and register lines are axes of their own. "Declassified by expiry" is
 * no state: nobody decides it, it follows from the date (`protectionOn`, law art. 22.1.a).
 */
import type { Authority } from '../authority/may-decide.ts';
import type { CalendarDate } from '../common/calendar-date.ts';
import type { DocumentId, PersonId } from '../common/id.ts';
import type { GuideItemRef } from '../guide/guide-item.ts';
import type { Level } from '../level/level.ts';
import type { DocumentType, Proposal, Wording } from './proposal.ts';

export const DOCUMENT_STATES = [
  'draft',
  'proposed',
  'returned',
  'determined',
  'received',
  'not-secret',
  'embargoed',
  'void',
] as const;
export type DocumentStateName = (typeof DOCUMENT_STATES)[number];

/** `own`: drafted here; `incoming`: determined by another body, whose level only it may change. */
export const ORIGINS = ['own', 'incoming'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The line of the outgoing register under which a determined document left its draft. */
export type Issue = {
  readonly number: number;
  readonly symbol: string;
  readonly issuedOn: CalendarDate;
  readonly signedBy: PersonId;
};

type Decision = {
  readonly decidedBy: PersonId;
  readonly authority: Authority;
  readonly decidedOn: CalendarDate;
};

export type Determined = Proposal &
  Decision & {
    readonly state: 'determined';
    readonly guideItem: GuideItemRef;
    /** The last day of protection. */
    readonly protectedUntil: CalendarDate;
    readonly issue: Issue | null;
  };

/** What is inside an incoming envelope; null while a named envelope stays unopened. */
export type ReceivedContent = {
  readonly documentType: DocumentType;
  readonly symbol: string;
  readonly datedOn: CalendarDate;
  readonly copyingAllowed: boolean;
};

/** Unopened: the level is read from the envelope's mark and there is no summary. */
type Envelope =
  | { readonly opened: false; readonly level: Level; readonly summary?: never }
  | (Wording & { readonly opened: true; readonly content: ReceivedContent });

export type Received = Envelope & {
  readonly state: 'received';
  readonly issuingBody: string;
  readonly receivedOn: CalendarDate;
  readonly protectedUntil: CalendarDate;
};

export type DocumentState =
  | { readonly state: 'draft'; readonly proposal: Proposal }
  | {
      readonly state: 'proposed';
      readonly proposal: Proposal;
      readonly proposedTo: PersonId;
      readonly proposedOn: CalendarDate;
    }
  | {
      readonly state: 'returned';
      readonly proposal: Proposal;
      readonly returnedBy: PersonId;
      readonly returnedOn: CalendarDate;
      readonly reason: string;
    }
  | Determined
  | Received
  | (Decision & { readonly state: 'not-secret'; readonly reason: string })
  | {
      /** No secret, but not to be published before its moment (`core/publication/release.ts`). */
      readonly state: 'embargoed';
      readonly documentType: DocumentType;
      readonly summary: string;
      readonly embargoedOn: CalendarDate;
    }
  | {
      readonly state: 'void';
      /** The text given up stays as secret as it was. */
      readonly level: Level;
      readonly voidedBy: PersonId;
      readonly voidedOn: CalendarDate;
      readonly reason: string;
    };

export type SecretDocument = DocumentState & {
  readonly documentId: DocumentId;
  readonly origin: Origin;
  /** Null for an incoming document. */
  readonly drafterId: PersonId | null;
};

/** The level that guards the document now: a draft is guarded by the level proposed for it. */
export function levelOf(document: DocumentState): Level | null {
  switch (document.state) {
    case 'draft':
    case 'proposed':
    case 'returned':
      return document.proposal.level;
    case 'determined':
    case 'received':
    case 'void':
      return document.level;
    case 'not-secret':
    case 'embargoed':
      return null;
  }
}
