/**
 * The officer confirms: this is the document's wording. The same act opens an incident (lộ) with
 * the evidence: the original bytes, checked against their hash before anybody relies on them, the
 * places, and who held or read the document until the capture (law art. 2, 25.3). One story is one
 * incident: what other outlets publish of it is evidence of the same, as long as that is open.
 */
import type { Json } from '../../core/common/canonical-json.ts';
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { sha256 } from '../../core/common/sha256.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import type { Knower, MatchFile } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { admitVerdict, type Judging, judgedRow, verdictOf } from './match-verdict.ts';

type Input = { readonly matchId: string; readonly reason: string };
type Confirmed = { readonly matchId: string; readonly incidentId: string };
type ConfirmParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal'>;
type Confirming = {
  readonly judging: Judging;
  readonly reason: string;
  readonly originalObjectId: string;
  readonly incidentId: string;
  /** The incident was open already. */
  readonly joins: boolean;
  readonly holders: readonly Knower[];
};

/** The open incident of the same story, if there is one. */
async function openIncidentOf({ all }: World, match: MatchFile): Promise<string | null> {
  const storyId = await all.desk.loadStoryId(match.id);
  const story = storyId === null ? [] : await all.desk.listStory(storyId);
  for (const other of story) {
    const verdict = verdictOf(other);
    const incidentId = verdict.state === 'confirmed' ? verdict.incidentId : null;
    const incident = incidentId ? await all.incidents.loadIncident(incidentId) : null;
    if (incident?.state === 'open' && incident.documentId === match.documentId) return incident.id;
  }
  return null;
}

/** Reads the stored original whole; throws when it is not what was captured. */
async function checkOriginal(
  { acts, clock, store }: ConfirmParts,
  actor: Actor,
  input: Input,
): Promise<void> {
  const found = await acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const may = await admitVerdict(eyes, actor, { ...input, verdict: 'leak' });
    const article = may.ok ? may.value.match.article : null;
    const object = article?.rawObjectId
      ? await readers.watch.loadArticleObject(article.rawObjectId)
      : null;
    return article && object ? { article, object } : null;
  });
  if (!found) return;
  const { article, object } = found;
  const label = { documentId: article.id, kind: 'article', version: object.version } as const;
  const original = await store.get(label, object);
  if (sha256(original).toHex() !== article.sha256) {
    throw corruption(`article ${article.id}`, 'the original is not what was captured');
  }
}

function rowsOf(world: World, confirming: Confirming): RowChange[] {
  const { judging, originalObjectId, incidentId, joins, reason, holders } = confirming;
  const { match, officerId } = judging;
  const { article } = match;
  const incident = put('incident', {
    id: incidentId,
    kind: 'exposure',
    documentId: match.documentId,
    matchId: match.id,
    openedAt: world.now,
    openedBy: officerId,
    progress: { notes: [] },
    state: 'open',
  });
  return [
    judgedRow(judging, { kind: 'leak', at: world.now, reason, incidentId }),
    ...(joins ? [] : [incident]),
    put('evidence', {
      id: world.newId(),
      incidentId,
      articleId: article.id,
      source: article.source,
      url: article.url,
      capturedAt: article.capturedAt,
      sha256: article.sha256,
      originalObjectId,
      spans: match.spans,
      holders: holders as unknown as Json,
    }),
  ];
}

export async function confirmMatch(
  parts: ConfirmParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<Confirmed>> {
  const { acts, seal } = parts;
  const { matchId, reason } = input;
  const isOpen = seal.status().state === 'open';
  if (isOpen) await checkOriginal(parts, actor, input);
  const attempt = { verb: 'watch.confirm', subject: { match: matchId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const may = await admitVerdict(eyes, actor, { ...input, verdict: 'leak' });
    if (!may.ok) return may;
    if (!isOpen) return refuse({ code: 'vault-sealed' });
    const { match } = may.value;
    const { documentId, articleId, article } = match;
    const originalObjectId = article.rawObjectId;
    if (originalObjectId === null) throw corruption(`article ${articleId}`, 'no original');
    const holders = await world.all.access.listKnowers(documentId, article.capturedAt);
    const former = await openIncidentOf(world, match);
    const incidentId = former ?? world.newId();
    const joins = former !== null;
    const judging = may.value;
    return permit({
      subject: { document: documentId, article: articleId, incident: incidentId },
      facts: { kind: 'exposure', holders: holders.length, ...(joins ? { joins } : {}) },
      rows: rowsOf(world, { judging, reason, originalObjectId, incidentId, joins, holders }),
      value: { matchId, incidentId },
    });
  });
}
