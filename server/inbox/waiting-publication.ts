/** Requests to publish and releases that wait for this person. */
import type { InboxItem } from '../../contract/inbox.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import { addMs, dateInHanoi } from '../../core/common/calendar-date.ts';
import { isReleased } from '../../core/publication/release.ts';
import type { RequestState } from '../../core/publication/request.ts';
import { namesOf } from '../ports/document-line.ts';
import { releaseOf } from '../ports/find-protected.ts';
import type { PublicationRequestRow } from '../ports/rows.ts';
import { MOST_OF_A_KIND, type Waiting, waitingItem } from './waiting.ts';

const LIMIT = MOST_OF_A_KIND + 1;
const RELEASE_WITHIN_MS = 2 * 86_400_000;

const stateOf = ({ progress }: PublicationRequestRow): RequestState =>
  progress as unknown as RequestState; // Written by the verbs of publication alone.

export async function publicationsToDecide(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'clear-publication', subject, at: now }).ok) return [];
  const rows = await readers.publication.listRequests({
    states: ['submitted', 'appealed'],
    limit: LIMIT,
  });
  const nameOf = await namesOf(readers);
  return rows.flatMap((row) => {
    const state = stateOf(row);
    if (row.submitterId === subject.personId) return [];
    const about = {
      requestId: row.id,
      dueOn: row.wantedOn,
      facts: { title: row.title, submitter: nameOf(row.submitterId), createdAt: row.createdAt },
    };
    if (state.state === 'submitted') return [waitingItem('decide-publication', waiting, about)];
    const isObjector = state.state === 'appealed' && state.objection.decidedBy === subject.personId;
    if (isObjector || !subject.duties.includes('head')) return [];
    return [waitingItem('review-publication', waiting, about)];
  });
}

export async function ownPublications(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'submit-publication', subject, at: now }).ok) return [];
  const rows = await readers.publication.listRequests({
    submitterId: subject.personId,
    states: ['objected', 'cleared', 'cleared-amended'],
    unrecorded: true,
    limit: LIMIT,
  });
  return rows.map((row) => {
    const about = { requestId: row.id, dueOn: row.wantedOn, facts: { title: row.title } };
    const isObjected = stateOf(row).state === 'objected';
    return waitingItem(isObjected ? 'publication-objected' : 'record-publication', waiting, about);
  });
}

/** Told to the releaser alone, in the two days before the moment. */
export async function releasesDue(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  const soon = addMs(now, RELEASE_WITHIN_MS);
  const rows = await readers.releases.listReleases();
  return rows.flatMap((row) => {
    const item = releaseOf(row.progress);
    const isMine = row.releaserId === subject.personId && item.state === 'planned';
    if (!isMine || isReleased(item, now) || item.releaseAt > soon) return [];
    const { releaseAt } = item;
    const about = { releaseId: row.id, dueOn: dateInHanoi(releaseAt) };
    return [
      waitingItem('release-due', waiting, { ...about, facts: { title: row.title, releaseAt } }),
    ];
  });
}
