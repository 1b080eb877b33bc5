/**
 * The officer confirms: this is the document's wording. The same act opens an incident (lộ) with
 * the evidence: the original bytes, checked against their hash before anybody relies on them, the
 * places, and who held or read the document until the capture (law art. 2, 25.3).
 */
import type { Json } from '../../core/common/canonical-json.ts';
import { corruption } from '../../core/common/fault.ts';
import type { ObjectName } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { sha256 } from '../../core/common/sha256.ts';
import type { Actor, World } from '../ports/acts.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { Knower, MatchFile } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { mayJudge, type Verdict } from './match-verdict.ts';

type Input = { readonly matchId: string; readonly reason: string };
type Confirmed = { readonly matchId: string; readonly incidentId: string };
type ConfirmParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal'>;
type Confirming = {
  readonly match: MatchFile;
  readonly originalObjectId: string;
  readonly incidentId: string;
  readonly verdict: Verdict & { readonly state: 'confirmed' };
  readonly holders: readonly Knower[];
};

async function admitted(eyes: Eyes, actor: Actor, input: Input) {
  const officer = await admitGeneral(eyes, actor, { action: 'confirm-match' });
  if (!officer.ok) return officer;
  const match = await eyes.readers.watch.loadMatch(input.matchId);
  if (!match) return refuse({ code: 'not-found' });
  const may = mayJudge(match, input.reason);
  return may.ok ? permit({ officer: officer.value, match }) : may;
}

/** Reads the stored original whole; throws when it is not what was captured. */
async function checkOriginal(
  { acts, clock, store }: ConfirmParts,
  actor: Actor,
  input: Input,
): Promise<void> {
  const found = await acts.read(actor, async (readers) => {
    const may = await admitted({ readers, now: clock.now() }, actor, input);
    const article = may.ok ? may.value.match.article : null;
    const object = article?.rawObjectId
      ? await readers.watch.loadArticleObject(article.rawObjectId)
      : null;
    return article && object ? { article, object } : null;
  });
  if (!found) return;
  const { article, object } = found;
  const label = { documentId: article.id, kind: 'article', version: object.version } as const;
  const reference = { objectName: object.objectName as ObjectName, sha256: object.sha256 };
  const original = await store.get(label, reference);
  if (sha256(original).toHex() !== article.sha256) {
    throw corruption(`article ${article.id}`, 'the original is not what was captured');
  }
}

function rowsOf(world: World, confirming: Confirming): RowChange[] {
  const { match, originalObjectId, incidentId, verdict, holders } = confirming;
  const { article, ...row } = match;
  return [
    put('match', { ...row, verdict: verdict as unknown as Json }),
    put('incident', {
      id: incidentId,
      kind: 'exposure',
      documentId: match.documentId,
      matchId: match.id,
      openedAt: world.now,
      openedBy: verdict.by,
      progress: { notes: [] },
      state: 'open',
    }),
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
    const may = await admitted({ readers: world.mine, now: world.now }, actor, input);
    if (!may.ok) return may;
    if (!isOpen) return refuse({ code: 'vault-sealed' });
    const { match, officer } = may.value;
    const { documentId, articleId, article } = match;
    const originalObjectId = article.rawObjectId;
    if (originalObjectId === null) throw corruption(`article ${articleId}`, 'no original');
    const holders = await world.all.access.listKnowers(documentId, article.capturedAt);
    const incidentId = world.newId();
    const by = officer.personId;
    const verdict = {
      state: 'confirmed',
      by,
      at: world.now,
      reason: reason.trim(),
      incidentId,
    } as const;
    return permit({
      subject: { document: documentId, article: articleId, incident: incidentId },
      facts: { kind: 'exposure', holders: holders.length },
      rows: rowsOf(world, { match, originalObjectId, incidentId, verdict, holders }),
      value: { matchId, incidentId },
    });
  });
}
