/**
 * The officer dismisses a match. An article with no other match open or confirmed is an ordinary
 * public article: its title and contents are not ours to keep. First the act, then the destruction:
 * a crash between the two leaves a sealed object that no row names, never a row without its object.
 */
import type { DismissalKind } from '../../contract/watch.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { ObjectName } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor, World } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { MatchFile } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { mayJudge, stateOf, type Verdict } from './match-verdict.ts';

type Input = {
  readonly matchId: string;
  readonly reason: string;
  readonly kind: DismissalKind;
};
type Forgetting = { readonly rows: readonly RowChange[]; readonly objects: readonly ObjectName[] };

const MOST_MATCHES = 1_000;

async function forgetting({ all }: World, match: MatchFile): Promise<Forgetting> {
  const { article } = match;
  const matches = await all.watch.listMatches({ articleId: article.id, limit: MOST_MATCHES });
  const isNeeded = matches.some((other) => other.id !== match.id && stateOf(other) !== 'dismissed');
  if (isNeeded) return { rows: [], objects: [] };
  const objects: ObjectName[] = [];
  for (const id of [article.rawObjectId, article.textObjectId]) {
    const object = id === null ? null : await all.watch.loadArticleObject(id);
    if (object) objects.push(object.objectName as ObjectName);
  }
  const forgotten = { title: null, matched: false, rawObjectId: null, textObjectId: null };
  return { rows: [put('article', { ...article, ...forgotten })], objects };
}

export async function dismissMatch(
  { acts, store, seal }: Pick<Parts, 'acts' | 'store' | 'seal'>,
  actor: Actor,
  { matchId, reason, kind }: Input,
): Promise<Outcome<{ matchId: string }>> {
  const attempt = { verb: 'watch.dismiss', subject: { match: matchId } } as const;
  const done = await acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const officer = await admitGeneral(eyes, actor, { action: 'confirm-match' });
    if (!officer.ok) return officer;
    const match = await world.mine.watch.loadMatch(matchId);
    if (!match) return refuse({ code: 'not-found' });
    const may = mayJudge(match, reason);
    if (!may.ok) return may;
    // Nobody judges an article that they cannot look at.
    if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
    const by = officer.value.personId;
    const verdict: Verdict = { state: 'dismissed', kind, by, at: world.now, reason: reason.trim() };
    const { article, ...row } = match;
    const { rows, objects } = await forgetting(world, match);
    return permit({
      subject: { document: match.documentId, article: article.id },
      facts: { kind, forgotten: rows.length > 0 },
      rows: [put('match', { ...row, verdict: verdict as unknown as Json }), ...rows],
      value: objects,
    });
  });
  if (!done.ok) return done;
  for (const object of done.value) await store.destroy(object);
  return permit({ matchId });
}
