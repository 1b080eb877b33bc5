/**
 * Documents that wait: for a decision, for their drafter, for a number (decree 30/2020 art. 15),
 * for an extension before their protection ends (law art. 20).
 */
import type { InboxItem } from '../../contract/inbox.ts';
import { addDays } from '../../core/common/calendar-date.ts';
import { extensionDeadline } from '../../core/period/protection.ts';
import { nextWorkingDay } from '../../core/period/working-day.ts';
import { namesOf } from '../ports/document-line.ts';
import { MOST_OF_A_KIND, type Waiting, waitingItem } from './waiting.ts';

const ENDS_WITHIN_DAYS = 90;
/** One more than shown tells that there are more. */
const limit = MOST_OF_A_KIND + 1;

export async function proposalsToDecide(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject } = waiting;
  const states = ['proposed'];
  const filter = { states, deciderId: subject.personId, limit };
  const files = await readers.documents.listDocuments(filter);
  const nameOf = files.length > 0 ? await namesOf(readers) : String;
  return files.flatMap((file) => {
    if (file.protection.state !== 'proposed') return [];
    const { proposedOn } = file.protection;
    const drafter = file.drafterId === null ? '' : nameOf(file.drafterId);
    return [waitingItem('decide-proposal', waiting, { file, facts: { proposedOn, drafter } })];
  });
}

export async function ownDrafts(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject } = waiting;
  const mine = async (state: 'draft' | 'returned') =>
    readers.documents.listDocuments({ states: [state], drafterId: subject.personId, limit });
  const returned = (await mine('returned')).map((file) => {
    const { protection } = file;
    const facts = protection.state === 'returned' ? { returnedOn: protection.returnedOn } : {};
    return waitingItem('draft-returned', waiting, { file, facts });
  });
  const inWork = (await mine('draft')).map((file) =>
    waitingItem('draft-in-work', waiting, { file }),
  );
  return [...returned, ...inWork];
}

export async function documentsToNumber(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject } = waiting;
  if (!subject.duties.includes('registry-clerk')) return [];
  const filter = { states: ['determined'], registered: false, limit };
  const files = await readers.documents.listDocuments(filter);
  return files.flatMap((file) => {
    if (file.protection.state !== 'determined') return [];
    const { decidedOn } = file.protection;
    const dueOn = nextWorkingDay(decidedOn);
    return [waitingItem('number-needed', waiting, { file, dueOn, facts: { decidedOn } })];
  });
}

/** For the registrar, who sees to all, and for the decider, who extends. */
export async function protectionsEnding(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, law, today } = waiting;
  const isRegistrar = subject.duties.includes('registrar');
  const files = await readers.documents.listDocuments({
    states: ['determined'],
    protectionEnds: { from: today, until: addDays(today, ENDS_WITHIN_DAYS) },
    ...(isRegistrar ? {} : { deciderId: subject.personId }),
    limit,
  });
  return files.flatMap((file) => {
    if (file.protection.state !== 'determined') return [];
    const { protectedUntil } = file.protection;
    const dueOn = extensionDeadline(law, protectedUntil);
    return [waitingItem('protection-ends', waiting, { file, dueOn, facts: { protectedUntil } })];
  });
}
