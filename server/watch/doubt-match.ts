/**
 * The officer cannot tell: the match leaves the queue of what is open, nothing of the article is
 * forgotten, and anybody with the duty judges it later. The doubt stays on record.
 */
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { admitVerdict, judgedRow } from './match-verdict.ts';

export function doubtMatch(
  { acts, seal }: Pick<Parts, 'acts' | 'seal'>,
  actor: Actor,
  { matchId, reason }: { readonly matchId: string; readonly reason: string },
): Promise<Outcome<{ matchId: string }>> {
  const attempt = { verb: 'watch.doubt', subject: { match: matchId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const may = await admitVerdict(eyes, actor, { matchId, reason, verdict: 'unclear' });
    if (!may.ok) return may;
    // Nobody judges an article that they cannot look at.
    if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
    const { documentId, articleId } = may.value.match;
    return permit({
      subject: { document: documentId, article: articleId },
      facts: { kind: 'unclear' },
      rows: [judgedRow(may.value, { kind: 'unclear', at: world.now, reason })],
      value: { matchId },
    });
  });
}
