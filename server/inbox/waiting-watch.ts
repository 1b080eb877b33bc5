/** Matches without a verdict and open incidents, for those whose duty they are. */
import type { InboxItem } from '../../contract/inbox.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import { MOST_OF_A_KIND, type Waiting, waitingItem } from './waiting.ts';

/** Says nothing of the document: the queue itself knows who may see it. */
export async function openMatches(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'confirm-match', subject, at: now }).ok) return [];
  const limit = MOST_OF_A_KIND + 1;
  const matches = await readers.watch.listMatches({ state: 'open', limit });
  return matches.map(({ id, score, foundAt }) =>
    waitingItem('match-open', waiting, { matchId: id, facts: { score, foundAt } }),
  );
}

export async function openIncidents(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'see-incidents', subject, at: now }).ok) return [];
  const incidents = await readers.incidents.listIncidents();
  return incidents
    .filter(({ state }) => state === 'open')
    .slice(0, MOST_OF_A_KIND + 1)
    .map(({ id, kind, openedAt }) =>
      waitingItem('incident-open', waiting, { incidentId: id, facts: { kind, openedAt } }),
    );
}
