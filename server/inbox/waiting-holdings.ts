/** What the person holds: copies to answer for (law art. 26.2), grants that end, own papers. */
import type { InboxItem, InboxKind } from '../../contract/inbox.ts';
import type { CalendarDate } from '../../core/common/calendar-date.ts';
import { addDays, addMs, dateInHanoi } from '../../core/common/calendar-date.ts';
import type { Custody } from '../../core/copy/copy.ts';
import type { AccessGrantRow } from '../ports/rows.ts';
import { MOST_OF_A_KIND, type Waiting, waitingItem } from './waiting.ts';

const PAPER_ENDS_WITHIN_DAYS = 30;
const GRANT_ENDS_WITHIN_MS = 7 * 86_400_000;

export async function copiesInHand(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject } = waiting;
  const copies = await readers.documents.listCopiesHeldBy(subject.personId);
  const items: InboxItem[] = [];
  for (const { id, documentId, number, ofTotal, kind, custody } of copies.slice(
    0,
    MOST_OF_A_KIND + 1,
  )) {
    const file = await readers.documents.loadDocument(documentId);
    const where = custody as unknown as Custody;
    const since = where.state === 'held' ? { since: where.since } : {};
    const made = kind === 'original' ? {} : { kind };
    const facts = { number, of: ofTotal, ...made, ...since };
    if (file) items.push(waitingItem('copy-held', waiting, { file, copyId: id, facts }));
  }
  return items;
}

/** Copies that this person was allowed to make and has not made yet. */
export async function copiesToPrint(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, today } = waiting;
  const permits = await readers.permits.listOpenPermits(subject.personId, today);
  const items: InboxItem[] = [];
  for (const { documentId, copies, made, untilOn } of permits.slice(0, MOST_OF_A_KIND + 1)) {
    const file = await readers.documents.loadDocument(documentId);
    const left = copies - (made as readonly unknown[]).length;
    const about = { file, dueOn: untilOn, facts: { left } };
    if (file) items.push(waitingItem('copy-to-print', waiting, about));
  }
  return items;
}

/** Ends soon and nothing later takes its place. */
function endsSoon(grants: readonly AccessGrantRow[], { now }: Waiting): readonly AccessGrantRow[] {
  const soon = addMs(now, GRANT_ENDS_WITHIN_MS);
  const inForce = grants.filter(
    ({ fromAt, untilAt, revokedAt }) => fromAt <= now && now < untilAt && revokedAt === null,
  );
  const isLongest = (grant: AccessGrantRow) =>
    !inForce.some(
      (other) =>
        other.documentId === grant.documentId &&
        (other.untilAt > grant.untilAt || (other.untilAt === grant.untilAt && other.id < grant.id)),
    );
  return inForce.filter((grant) => grant.untilAt <= soon && isLongest(grant));
}

export async function grantsEnding(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject } = waiting;
  const ending = endsSoon(await readers.access.listGrantsOf(subject.personId), waiting);
  const items: InboxItem[] = [];
  for (const { documentId, untilAt } of ending.slice(0, MOST_OF_A_KIND + 1)) {
    const file = await readers.documents.loadDocument(documentId);
    const dueOn = dateInHanoi(untilAt);
    if (file) items.push(waitingItem('grant-ends', waiting, { file, dueOn, facts: { untilAt } }));
  }
  return items;
}

export async function ownPapers(waiting: Waiting): Promise<InboxItem[]> {
  const { subject, today } = waiting;
  const { clearance } = subject;
  // Who may read nothing needs none of the papers for reading.
  if (!clearance) return [];
  const soon = addDays(today, PAPER_ENDS_WITHIN_DAYS);
  const paper = (kind: InboxKind, until: CalendarDate | null): InboxItem[] => {
    if (until === null) return [waitingItem(kind, waiting, { dueOn: today })];
    if (until > soon) return [];
    return [waitingItem(kind, waiting, { dueOn: until, facts: { until } })];
  };
  return [
    ...paper('commitment-ends', subject.commitmentUntil),
    ...paper('training-ends', subject.trainingUntil),
    ...(clearance.until === null ? [] : paper('clearance-ends', clearance.until)),
  ];
}
