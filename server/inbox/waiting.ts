/** What every part of the inbox asks of, and how an item is made. */
import type { InboxItem, InboxKind } from '../../contract/inbox.ts';
import type { Subject } from '../../core/access/access-facts.ts';
import type { CalendarDate, Instant } from '../../core/common/calendar-date.ts';
import type { ExtensionLaw } from '../../core/period/protection.ts';
import { documentLine } from '../ports/document-line.ts';
import type { DocumentFile, Readers } from '../ports/readers.ts';

export type Waiting = {
  /** With the eyes of the person whose inbox it is: nothing else gets into an item. */
  readonly readers: Readers;
  readonly subject: Subject;
  readonly law: ExtensionLaw;
  readonly now: Instant;
  readonly today: CalendarDate;
};

/** So many of one kind are shown. */
export const MOST_OF_A_KIND = 100;

type About = {
  readonly file?: DocumentFile | null;
  readonly dueOn?: CalendarDate | null;
  readonly facts?: InboxItem['facts'];
} & Partial<Pick<InboxItem, 'copyId' | 'matchId' | 'incidentId' | 'requestId' | 'releaseId'>>;

export function waitingItem(kind: InboxKind, { now, today }: Waiting, about: About): InboxItem {
  const { file = null, dueOn = null, facts = {} } = about;
  return {
    kind,
    documentId: file?.id ?? null,
    copyId: about.copyId ?? null,
    matchId: about.matchId ?? null,
    incidentId: about.incidentId ?? null,
    requestId: about.requestId ?? null,
    releaseId: about.releaseId ?? null,
    line: file && documentLine(file, now),
    facts,
    dueOn,
    overdue: dueOn !== null && dueOn < today,
  };
}
