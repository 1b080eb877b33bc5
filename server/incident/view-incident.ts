/**
 * The file of one incident: evidence with its hash, who held or read the document until then,
 * who was told and what was done, every act on it (law art. 25.3). No content: it opens while the
 * vault is sealed.
 */
import type { ClockView, EvidenceView, IncidentView } from '../../contract/incident.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { ExtractionCode } from '../../core/common/extraction.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { readClock } from '../../core/incident/statutory-clock.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { Knower, Readers } from '../ports/readers.ts';
import type { EvidenceFindRow, EvidenceRow, IncidentRow } from '../ports/rows.ts';
import { linesOf, listAdvisers } from '../ports/shared-passages.ts';
import { articleSpans, spansOf } from '../ports/spans.ts';
import { timelineOf } from '../ports/timeline.ts';
import { admitIncident } from './admit-incident.ts';
import { damageOf } from './damage.ts';
import { incidentLine } from './incident-line.ts';
import { progressOf } from './progress.ts';

type NameOf = (personId: string) => string;
type Seen = {
  readonly row: EvidenceRow;
  readonly find: EvidenceFindRow | null;
  readonly nameOf: NameOf;
  /** Who may not read the document does not learn where or how often it is repeated. */
  readonly mayRead: boolean;
};

/** Of an article: the picture of its page, once it was made. A suspect picture is one page. */
async function shownPages(
  { incidents }: Readers,
  { id, articleId }: EvidenceRow,
  find: EvidenceFindRow | null,
): Promise<number> {
  if (articleId === null) return find ? find.pages : 1;
  const items = await incidents.listItems(id);
  return items.some(({ kind }) => kind === 'page-image') ? 1 : 0;
}

async function evidenceView(readers: Readers, seen: Seen): Promise<EvidenceView> {
  const { row, find, nameOf, mayRead } = seen;
  const { articleId } = row;
  const named = (personId: string) => ({ personId, name: nameOf(personId) });
  const article = articleId === null ? null : await readers.watch.loadArticle(articleId);
  const holders = row.holders as unknown as readonly Knower[]; // As they were written once.
  return {
    evidenceId: row.id,
    articleId,
    title: article?.title ?? null,
    source: row.source,
    url: row.url,
    publishedAt: article?.publishedAt ?? null,
    capturedAt: row.capturedAt,
    mediaType: article?.mediaType ?? 'application/octet-stream',
    sha256: row.sha256,
    found: find && {
      by: named(find.foundBy),
      what: find.what,
      addedBy: named(find.addedBy),
      addedAt: find.addedAt,
      // Written by `evidence.add` alone.
      unread: find.unread as ExtractionCode | null,
    },
    pages: await shownPages(readers, row, find),
    spans: mayRead ? articleSpans(spansOf(row.spans)) : [],
    holders: holders.map(({ personId, way, firstAt, lastAt }) => ({
      personId,
      name: nameOf(personId),
      way,
      firstAt,
      lastAt,
    })),
  };
}

/**
 * The ledger's row security knows documents, not incidents; whoever may see an incident may see
 * the acts on it, and of the document's other acts none. Hence the house's eyes, and the filter.
 */
async function actsOn({ acts }: Pick<Parts, 'acts'>, incident: IncidentRow) {
  return acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntriesOf(incident.documentId, { incidentId: incident.id }),
  );
}

function clockOf(law: Parts['law'], incident: IncidentRow, now: Instant): ClockView[] {
  const { notes } = progressOf(incident);
  const { openedAt, matchId } = incident;
  const lines = readClock({ law, openedAt, published: matchId !== null, notes, now });
  return lines.map(({ step: { when: _, citations, ...step }, ...line }) => ({
    ...step,
    ...line,
    citations: [...citations],
  }));
}

export async function viewIncident(
  { acts, clock, law }: Pick<Parts, 'acts' | 'clock' | 'law'>,
  actor: Actor,
  { incidentId }: { readonly incidentId: string },
): Promise<Outcome<IncidentView>> {
  const admitted = await acts.read(actor, (readers) =>
    admitIncident({ readers, now: clock.now() }, actor, incidentId),
  );
  if (!admitted.ok) return admitted;
  const { incident } = admitted.value;
  const entries = await actsOn({ acts }, incident);
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const { documentId } = incident;
    const lines = await linesOf(eyes, actor, { action: 'see', documentIds: [documentId] });
    const document = lines.get(documentId) ?? null;
    const nameOf = await namesOf(readers);
    const mayRead = (await admit(eyes, actor, { action: 'read', documentId })).ok;
    const evidence: EvidenceView[] = [];
    const rows = await readers.incidents.loadEvidence(incidentId);
    const finds = await readers.incidents.loadFinds(incidentId);
    for (const row of rows) {
      const find = finds.find(({ id }) => id === row.id) ?? null;
      evidence.push(await evidenceView(readers, { row, find, nameOf, mayRead }));
    }
    const source = evidence[0]?.source ?? null;
    return permit({
      ...incidentLine(incident, { nameOf, document, source }),
      matchId: incident.matchId,
      evidence,
      clock: clockOf(law, incident, eyes.now),
      damage: await damageOf(readers, incident, { evidence: rows, line: document, mayRead }),
      notes: progressOf(incident).notes.map(({ by, ...note }) => ({
        ...note,
        by: { personId: by, name: nameOf(by) },
      })),
      timeline: timelineOf(entries, nameOf),
      ask: document ? [] : await listAdvisers(eyes, actor),
    });
  });
}
