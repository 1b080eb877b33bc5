/**
 * The officer finds that material under embargo came out before its release. That is no exposure of
 * a state secret, so no incident opens; the article is kept as it was captured.
 */
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { admitVerdict, judgedRow } from './match-verdict.ts';

export function findEmbargoBroken(
  { acts, seal }: Pick<Parts, 'acts' | 'seal'>,
  actor: Actor,
  { matchId, reason }: { readonly matchId: string; readonly reason: string },
): Promise<Outcome<{ matchId: string }>> {
  const attempt = { verb: 'watch.find-embargo-broken', subject: { match: matchId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const may = await admitVerdict(eyes, actor, { matchId, reason, verdict: 'embargo-broken' });
    if (!may.ok) return may;
    // Nobody judges an article that they cannot look at.
    if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
    const { documentId, articleId } = may.value.match;
    return permit({
      subject: { document: documentId, article: articleId },
      facts: { kind: 'embargo-broken' },
      rows: [judgedRow(may.value, { kind: 'embargo-broken', at: world.now, reason })],
      value: { matchId },
    });
  });
}
