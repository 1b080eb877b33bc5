/**
 * One match: the whole article and, for those who may read the document, the places that repeat it,
 * both side by side. To all others: that it touches something, and whom to ask. Once it is evidence
 * of an incident, each look at it is in the ledger before its words leave the vault, as every look
 * at evidence is.
 */
import type { MatchView, PassageReason } from '../../contract/watch/watch.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { loadText } from '../ports/find-protected.ts';
import { admit, admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { MatchFile, Readers } from '../ports/readers.ts';
import { listAdvisers, readShared } from '../ports/shared-passages.ts';
import { articleSpans, backgroundOf, groundOf, spansOf } from '../ports/spans.ts';
import { matchLine } from './match-line.ts';
import { stateOf, verdictOf, verdictViews } from './match-verdict.ts';

type ViewParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal'>;

const NO_REASON: PassageReason = { bits: 0, exactTokens: 0, alteredTokens: 0, longestRow: 0 };

/** Who may not read the document does not learn which other articles repeat the same of it. */
async function spreadOf(
  { desk }: Readers,
  match: MatchFile,
  mayRead: boolean,
): Promise<MatchView['spread']> {
  const storyId = mayRead ? await desk.loadStoryId(match.id) : null;
  const story = storyId === null ? [match] : await desk.listStory(storyId);
  return story.map((one) => ({
    matchId: one.id,
    source: one.article.source,
    publishedAt: one.article.publishedAt,
    capturedAt: one.article.capturedAt,
    state: stateOf(one),
  }));
}

async function load({ acts, clock }: ViewParts, actor: Actor, matchId: string) {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitGeneral(eyes, actor, { action: 'watch' });
    if (!admitted.ok) return admitted;
    const match = await readers.watch.loadMatch(matchId);
    if (!match) return refuse({ code: 'not-found' });
    const { textObjectId } = match.article;
    const { documentId } = match;
    const known = await readers.desk.listBaits(documentId);
    const mayRead = (await admit(eyes, actor, { action: 'read', documentId })).ok;
    const who = { me: admitted.value.personId, mayRead, nameOf: await namesOf(readers) };
    return permit({
      match,
      text: textObjectId === null ? null : await readers.watch.loadArticleObject(textObjectId),
      verdicts: verdictViews(match, who),
      bait: known.length > 0,
      spread: await spreadOf(readers, match, mayRead),
      ask: await listAdvisers(eyes, actor),
    });
  });
}

/** The incident that the article is evidence of; null where nobody found a leak. */
function incidentOf(match: MatchFile): string | null {
  const verdict = verdictOf(match);
  return verdict.state === 'open' ? null : (verdict.incidentId ?? null);
}

function enterViewing(
  { acts }: ViewParts,
  actor: Actor,
  { match, incident }: { readonly match: MatchFile; readonly incident: string },
): Promise<Outcome<null>> {
  const { id, documentId, articleId } = match;
  const subject = { match: id, incident };
  return acts.perform(actor, { verb: 'incident.view-evidence', subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action: 'watch' });
    if (!admitted.ok) return admitted;
    const evidence = await world.mine.incidents.loadEvidence(incident);
    const piece = evidence.find((one) => one.articleId === articleId);
    return permit({
      subject: { document: documentId, article: articleId },
      facts: { part: 'text', evidence: piece?.id ?? null },
      value: null,
    });
  });
}

export async function viewMatch(
  parts: ViewParts,
  actor: Actor,
  { matchId }: { readonly matchId: string },
): Promise<Outcome<MatchView>> {
  const { store, seal } = parts;
  const loaded = await load(parts, actor, matchId);
  if (!loaded.ok) return loaded;
  if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
  const { match, text, verdicts, bait, spread, ask } = loaded.value;
  const incident = incidentOf(match);
  const entered =
    incident === null ? permit(null) : await enterViewing(parts, actor, { match, incident });
  if (!entered.ok) return entered;
  const articleText = text ? await loadText(store, match.articleId, text) : null;
  const spans = spansOf(match.spans);
  const shared = await readShared(parts, actor, {
    documentId: match.documentId,
    articleText: articleText ?? '',
    spans,
    about: { match: matchId },
  });
  return permit({
    ...matchLine(match, { document: shared?.line ?? null, bait }),
    articleText,
    // Without sight of the document not even where the article repeats it.
    spans: shared ? articleSpans(spans) : [],
    background: shared && backgroundOf(spans),
    shared,
    reasons: shared && spans.passages.map(({ why }) => why ?? NO_REASON),
    foundBack: shared !== null && spans.back === true,
    ground: shared && groundOf(match),
    ...verdicts,
    spread,
    ask: shared ? [] : ask,
  });
}
