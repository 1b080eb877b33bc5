/**
 * How far it went, in numbers that tell no word of the document: where it stood, since when, how
 * much of it, how many people knew it before.
 */
import type { DamageView } from '../../contract/incident.ts';
import { MATCH_STATES } from '../../core/watch/verdict.ts';
import type { DocumentLine } from '../ports/document-line.ts';
import type { Knower, MatchFile, Readers } from '../ports/readers.ts';
import type { EvidenceRow, IncidentRow } from '../ports/rows.ts';
import { type Span, spansOf } from '../ports/spans.ts';

const MOST_MATCHES = 1_000;
const UNDISMISSED = MATCH_STATES.filter((state) => state !== 'dismissed');

/** Characters that lie in any of the spans. */
function covered(spans: readonly Span[]): number {
  let [total, reached] = [0, 0];
  for (const { articleStart, articleEnd } of spans.toSorted(
    (one, other) => one.articleStart - other.articleStart,
  )) {
    total += Math.max(0, articleEnd - Math.max(articleStart, reached));
    reached = Math.max(reached, articleEnd);
  }
  return total;
}

async function matchesOf(readers: Readers, documentId: string): Promise<readonly MatchFile[]> {
  const matches: MatchFile[] = [];
  for (const state of UNDISMISSED) {
    matches.push(...(await readers.watch.listMatches({ state, documentId, limit: MOST_MATCHES })));
  }
  return matches;
}

type Around = {
  readonly evidence: readonly EvidenceRow[];
  readonly line: DocumentLine | null;
  readonly mayRead: boolean;
};

export async function damageOf(
  readers: Readers,
  incident: IncidentRow,
  { evidence, line, mayRead }: Around,
): Promise<DamageView> {
  const articles = (await matchesOf(readers, incident.documentId)).map(({ article }) => article);
  const published = articles.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted();
  const spans = evidence.map((row) => spansOf(row.spans).passages);
  const knowers = evidence.flatMap(({ holders }) => holders as unknown as readonly Knower[]);
  const copies = line ? await readers.documents.loadCopies(incident.documentId) : null;
  return {
    articles: articles.length,
    outlets: new Set(articles.map(({ source }) => source)).size,
    firstPublishedAt: published[0] ?? null,
    passages: mayRead ? spans.flat().length : null,
    characters: mayRead ? spans.reduce((sum, passages) => sum + covered(passages), 0) : null,
    knowers: new Set(knowers.map(({ personId }) => personId)).size,
    level: line?.level ?? null,
    copies: copies?.length ?? null,
  };
}
