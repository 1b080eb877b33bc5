/** The inbox: everything that waits for one person, most pressing first. */
import { INBOX_KINDS, type InboxItem, type InboxKind } from '../../contract/inbox.ts';
import { dateInHanoi } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { subjectOfActor } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { MOST_OF_A_KIND, type Waiting, waitingItem } from './waiting.ts';
import {
  documentsToNumber,
  ownDrafts,
  proposalsToDecide,
  protectionsEnding,
} from './waiting-documents.ts';
import { copiesInHand, copiesToPrint, grantsEnding, ownPapers } from './waiting-holdings.ts';
import { ownPublications, publicationsToDecide, releasesDue } from './waiting-publication.ts';
import {
  markReadingsWaiting,
  openIncidents,
  openMatches,
  publicTextsWaiting,
  silentSources,
} from './waiting-watch.ts';

type InboxParts = Pick<Parts, 'acts' | 'clock' | 'law' | 'seal'>;
type Inbox = { items: InboxItem[]; more: InboxKind[] };

function sealedVault(seal: Parts['seal'], waiting: Waiting): InboxItem[] {
  const { state, given, threshold } = seal.status();
  if (state !== 'sealed' || !waiting.subject.duties.includes('key-custodian')) return [];
  return [waitingItem('vault-sealed', waiting, { facts: { given, threshold } })];
}

async function gather(seal: Parts['seal'], waiting: Waiting): Promise<InboxItem[]> {
  const items = sealedVault(seal, waiting);
  const parts = [
    proposalsToDecide,
    ownDrafts,
    documentsToNumber,
    copiesToPrint,
    openMatches,
    silentSources,
    publicTextsWaiting,
    markReadingsWaiting,
    openIncidents,
    publicationsToDecide,
    ownPublications,
    releasesDue,
    protectionsEnding,
    ownPapers,
    grantsEnding,
    copiesInHand,
  ];
  for (const part of parts) items.push(...(await part(waiting)));
  return items;
}

const NEVER = '9999-12-31';
const rank = ({ kind }: InboxItem) => INBOX_KINDS.indexOf(kind);

function byUrgency(a: InboxItem, b: InboxItem): number {
  if (a.overdue !== b.overdue) return a.overdue ? -1 : 1;
  return (a.dueOn ?? NEVER).localeCompare(b.dueOn ?? NEVER) || rank(a) - rank(b);
}

/** At most so many of each kind, and which kinds have more. */
function cut(items: readonly InboxItem[]): Inbox {
  const shown = INBOX_KINDS.map((kind) => items.filter((item) => item.kind === kind));
  return {
    items: shown.flatMap((same) => same.slice(0, MOST_OF_A_KIND)).sort(byUrgency),
    more: INBOX_KINDS.filter((_, index) => (shown[index]?.length ?? 0) > MOST_OF_A_KIND),
  };
}

export async function listInbox(
  { acts, clock, law, seal }: InboxParts,
  actor: Actor,
): Promise<Outcome<Inbox>> {
  return acts.read(actor, async (readers) => {
    const now = clock.now();
    const subject = await subjectOfActor({ readers, now }, actor);
    if (subject?.status !== 'active') return refuse({ code: 'not-your-duty' });
    const waiting = { readers, subject, law, now, today: dateInHanoi(now) };
    return permit(cut(await gather(seal, waiting)));
  });
}
