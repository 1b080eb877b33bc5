/** Matches, silent sources, open incidents and their pictures, for those whose duty they are. */
import type { InboxItem } from '../../contract/inbox.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { SourceHealth } from '../../core/parcel/manifest.ts';
import { isQuiet } from '../../core/parcel/quiet.ts';
import { againstConfirming } from '../../core/watch/public-list.ts';
import { namesOf } from '../ports/document-line.ts';
import type { TakenParcelRow } from '../ports/intake/intake.ts';
import { MOST_OF_A_KIND, type Waiting, waitingItem } from './waiting.ts';

/** As the queue has them: of what these eyes may not read, that an article touches something. */
export async function openMatches(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'confirm-match', subject, at: now }).ok) return [];
  const limit = MOST_OF_A_KIND + 1;
  const lines = await readers.desk.pageQueue({ state: 'open', minScore: 0, limit });
  return lines.map(({ hidden, match: { id, score, foundAt, article } }) => {
    const { capturedAt } = article;
    const facts = hidden ? { capturedAt } : { score, foundAt };
    return waitingItem('match-open', waiting, { matchId: id, facts });
  });
}

const PARCELS_LOOKED_AT = 20;

type Silence = { readonly source: string | null; readonly since: Instant | null };

/** A collector from which nothing comes; else its sources that fell silent. */
function silencesOf(parcels: readonly TakenParcelRow[], now: Instant): readonly Silence[] {
  const [last] = parcels;
  if (!last) return [];
  const madeAt = parcels.map((parcel) => parcel.madeAt);
  if (isQuiet(madeAt, now)) return [{ source: null, since: last.madeAt }];
  const sources = last.sources as unknown as readonly SourceHealth[]; // Parsed when it came.
  return sources
    .filter(({ state }) => state === 'silent')
    .map(({ name, lastArticleAt }) => ({ source: name, since: lastArticleAt }));
}

export async function silentSources(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'watch', subject, at: now }).ok) return [];
  const items: InboxItem[] = [];
  for (const { id, name, withdrawnAt } of await readers.intake.listCollectors()) {
    if (withdrawnAt !== null) continue;
    const parcels = await readers.intake.listParcels(id, PARCELS_LOOKED_AT);
    for (const { source, since } of silencesOf(parcels, now)) {
      const facts = {
        collector: name,
        ...(source === null ? {} : { source }),
        ...(since === null ? {} : { since }),
      };
      items.push(waitingItem('source-silent', waiting, { facts }));
    }
  }
  return items;
}

/** A listed text that touches protected wording needs another officer than who listed it. */
export async function publicTextsWaiting(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'confirm-match', subject, at: now }).ok) return [];
  const texts = (await readers.lists.listTexts()).filter(
    (text) => againstConfirming(text, subject.personId).length === 0,
  );
  const nameOf = texts.length > 0 ? await namesOf(readers) : String;
  return texts.slice(0, MOST_OF_A_KIND + 1).map(({ name, addedBy, addedAt }) =>
    waitingItem('public-text-waits', waiting, {
      facts: { name, officer: nameOf(addedBy), addedAt },
    }),
  );
}

/** Asked for by one officer; it takes another one, who neither held nor read the document. */
export async function markReadingsWaiting(waiting: Waiting): Promise<InboxItem[]> {
  const { readers, subject, now } = waiting;
  if (!mayPerform({ action: 'see-incidents', subject, at: now }).ok) return [];
  const me = subject.personId;
  const requests = await readers.copyMarks.listWaitingRequests(MOST_OF_A_KIND + 1);
  const nameOf = requests.length > 0 ? await namesOf(readers) : String;
  const items: InboxItem[] = [];
  for (const { id, incidentId, documentId, page, requestedBy, requestedAt } of requests) {
    const knowers = await readers.access.listKnowers(documentId, now);
    if (requestedBy === me || knowers.some(({ personId }) => personId === me)) continue;
    const facts = { officer: nameOf(requestedBy), requestedAt, page };
    items.push(waitingItem('mark-reading-waits', waiting, { incidentId, requestId: id, facts }));
  }
  return items;
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
