/**
 * One match: the whole article with the places that repeat a document and, for those who may read
 * the document, both side by side.
 */
import type { MatchView } from '../../contract/watch.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { loadText } from '../ports/find-protected.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { MatchFile } from '../ports/readers.ts';
import { listAdvisers, readShared } from '../ports/shared-passages.ts';
import { articleSpans, spansOf } from '../ports/spans.ts';
import { matchLine } from './match-line.ts';
import { verdictOf } from './match-verdict.ts';

type ViewParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal'>;

function verdictView(match: MatchFile, nameOf: (personId: string) => string): MatchView['verdict'] {
  const verdict = verdictOf(match);
  if (verdict.state === 'open') return null;
  const { by, at, reason } = verdict;
  return {
    by: { personId: by, name: nameOf(by) },
    at,
    reason,
    kind: verdict.state === 'dismissed' ? verdict.kind : null,
    incidentId: verdict.state === 'confirmed' ? verdict.incidentId : null,
  };
}

export async function viewMatch(
  parts: ViewParts,
  actor: Actor,
  { matchId }: { readonly matchId: string },
): Promise<Outcome<MatchView>> {
  const { acts, clock, store, seal } = parts;
  const loaded = await acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitGeneral(eyes, actor, { action: 'watch' });
    if (!admitted.ok) return admitted;
    const match = await readers.watch.loadMatch(matchId);
    if (!match) return refuse({ code: 'not-found' });
    const { textObjectId } = match.article;
    return permit({
      match,
      text: textObjectId === null ? null : await readers.watch.loadArticleObject(textObjectId),
      verdict: verdictView(match, await namesOf(readers)),
      ask: await listAdvisers(eyes, actor),
    });
  });
  if (!loaded.ok) return loaded;
  if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
  const { match, text, verdict, ask } = loaded.value;
  const articleText = text ? await loadText(store, match.articleId, text) : null;
  const spans = spansOf(match.spans);
  const shared = await readShared(parts, actor, {
    documentId: match.documentId,
    articleText: articleText ?? '',
    spans,
    about: { match: matchId },
  });
  return permit({
    ...matchLine(match, shared?.line ?? null),
    articleText,
    spans: articleSpans(spans),
    shared,
    verdict,
    ask: shared ? [] : ask,
  });
}
