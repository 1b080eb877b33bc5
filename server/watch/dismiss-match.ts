/**
 * The officer dismisses a match. An article with no other match open or confirmed is an ordinary
 * public article: its title and contents are not ours to keep. First the act, then the destruction:
 * a crash between the two leaves a sealed object that no row names, never a row without its object.
 * What was found common is kept sealed, apart from the article (`common-wording.ts`).
 */
import type { DismissalKind } from '../../contract/watch/watch.ts';
import type { ObjectName } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor, World } from '../ports/acts.ts';
import { loadText } from '../ports/find-protected.ts';
import type { Parts } from '../ports/parts.ts';
import type { MatchFile } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { spansOf } from '../ports/spans.ts';
import { admitVerdict, type Judging, judgedRow, stateOf } from './match-verdict.ts';
import {
  relistSoon,
  type SealedWording,
  sealWording,
  wordingObject,
} from './wording/common-wording.ts';

type Input = {
  readonly matchId: string;
  readonly reason: string;
  readonly kind: DismissalKind;
};
type DismissParts = Pick<Parts, 'acts' | 'clock' | 'randomness' | 'store' | 'seal'>;
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
    if (object) objects.push(object.objectName);
  }
  const forgotten = { title: null, matched: false, rawObjectId: null, textObjectId: null };
  return { rows: [put('article', { ...article, ...forgotten })], objects };
}

/** What the officer finds common: the passages, sealed before the act; null for another verdict. */
async function sealJudged(parts: DismissParts, actor: Actor, input: Input) {
  const { acts, clock, store, seal } = parts;
  if (input.kind !== 'common-wording' || seal.status().state !== 'open') return null;
  const found = await acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const may = await admitVerdict(eyes, actor, { ...input, verdict: input.kind });
    const match = may.ok ? may.value.match : null;
    const object = match?.article.textObjectId
      ? await readers.watch.loadArticleObject(match.article.textObjectId)
      : null;
    return match && object ? { match, object } : null;
  });
  if (!found) return null;
  const text = await loadText(store, found.match.articleId, found.object);
  const { passages } = spansOf(found.match.spans);
  return sealWording(
    parts,
    passages.map(({ articleStart, articleEnd }) => text.slice(articleStart, articleEnd)),
  );
}

function wordingRows(world: World, judging: Judging, sealed: SealedWording | null): RowChange[] {
  if (!sealed) return [];
  const { objectId, row } = wordingObject(world, sealed);
  const judgement = put('wording_judgement', {
    id: sealed.ownerId,
    matchId: judging.match.id,
    articleId: judging.match.articleId,
    documentId: judging.match.documentId,
    judgedBy: judging.officerId,
    judgedAt: world.now,
    objectId,
    withdrawn: null,
  });
  return [row, judgement];
}

async function judge(
  { acts, seal }: DismissParts,
  actor: Actor,
  { matchId, reason, kind, sealed }: Input & { readonly sealed: SealedWording | null },
): Promise<Outcome<readonly ObjectName[]>> {
  const attempt = { verb: 'watch.dismiss', subject: { match: matchId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const may = await admitVerdict(eyes, actor, { matchId, reason, verdict: kind });
    if (!may.ok) return may;
    // Nobody judges an article that they cannot look at.
    if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
    const { match } = may.value;
    const { rows, objects } = await forgetting(world, match);
    return permit({
      subject: { document: match.documentId, article: match.articleId },
      facts: { kind, forgotten: rows.length > 0 },
      rows: [
        judgedRow(may.value, { kind, at: world.now, reason }),
        ...rows,
        ...wordingRows(world, may.value, sealed),
      ],
      value: objects,
    });
  });
}

export async function dismissMatch(
  parts: DismissParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<{ matchId: string }>> {
  const { store } = parts;
  const sealed = await sealJudged(parts, actor, input);
  const done = await judge(parts, actor, { ...input, sealed });
  if (!done.ok) {
    if (sealed) await store.destroy(sealed.stored.objectName);
    return done;
  }
  for (const object of done.value) await store.destroy(object);
  if (sealed) await relistSoon(parts);
  return permit({ matchId: input.matchId });
}
