/** All articles of one capture go in, several at a time, each an act of its own. */
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { sha256 } from '../../core/common/sha256.ts';
import type { Actor } from '../ports/acts.ts';
import type { CapturedArticle } from '../ports/extractor.ts';
import { type HashedArticle, type Taken, type TakeParts, takeArticle } from './take-article.ts';

/** A capture often holds one article several times. */
export function firstOfEach(articles: readonly CapturedArticle[]): readonly HashedArticle[] {
  const byHash = new Map<string, HashedArticle>();
  for (const article of articles) {
    const hash = sha256(article.raw).toHex();
    if (!byHash.has(hash)) byHash.set(hash, { article, hash });
  }
  return [...byHash.values()];
}

export type TakenCounts = Record<Taken, number>;

export async function takeAll(
  parts: TakeParts,
  actor: Actor,
  captured: readonly CapturedArticle[],
): Promise<Outcome<TakenCounts>> {
  const articles = firstOfEach(captured);
  const counts = { matched: 0, unmatched: 0, duplicate: captured.length - articles.length };
  const { atOnce } = parts.compareIndex;
  for (let from = 0; from < articles.length; from += atOnce) {
    const together = articles.slice(from, from + atOnce);
    const all = await Promise.all(together.map((one) => takeArticle(parts, actor, one)));
    for (const taken of all) {
      if (!taken.ok) return taken;
      counts[taken.value] += 1;
    }
  }
  return permit(counts);
}
